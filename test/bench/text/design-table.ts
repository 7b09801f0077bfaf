import { quantile } from '../case-file/measure.js'
import type { DesignResult, Measure } from './measure-design.js'
import { readable, tableOf } from './table.js'
import type { TextSize } from './text-data.js'

interface Row {
  name: string
  measure: Measure
  /** The share (0 to 1) of the samples below the value. */
  share: number
  unit?: 'MB'
  /** At most this often CodeMirror's value, by whether the text is large (5 MB). */
  ratio?: { usual: number; large: number }
  /** At most this value. */
  most?: { usual: number; large: number }
  /** At most this share of Recogito's value. */
  recogito?: { usual: number; large: number }
}

const same = (value: number) => ({ usual: value, large: value })

const rows: Row[] = [
  {
    name: 'first paint',
    measure: 'open',
    share: 0.5,
    ratio: { usual: 1.5, large: 4 },
    recogito: { usual: 1 / 100, large: 1 / 400 },
  },
  { name: 'first paint, by the clock', measure: 'open, wall', share: 0.5 },
  { name: 'move the caret, p50', measure: 'key', share: 0.5 },
  { name: 'move the caret, p95', measure: 'key', share: 0.95, ratio: same(1.5), most: same(16) },
  { name: 'type, p50', measure: 'type', share: 0.5 },
  { name: 'type, p95', measure: 'type', share: 0.95, ratio: same(1.5), most: same(16) },
  { name: 'add a claim, p50', measure: 'add', share: 0.5 },
  { name: 'add a claim, p95', measure: 'add', share: 0.95, ratio: same(1.5), most: same(16) },
  { name: 'filter half', measure: 'filter', share: 0.5, ratio: same(1.5), most: same(16) },
  { name: 'scroll, a frame', measure: 'scroll', share: 0.5, ratio: same(1.5) },
  { name: 'frames dropped of 120', measure: 'dropped', share: 0.5, most: same(0) },
  { name: 'jump', measure: 'jump', share: 0.5 },
  { name: 'jump, frames, p50', measure: 'jump, frames', share: 0.5 },
  { name: 'jump, frames, most', measure: 'jump, frames', share: 1, most: { usual: 2, large: 3 } },
  { name: 'memory growth, heap, MB', measure: 'heap', share: 0.5, unit: 'MB', ratio: { usual: 2, large: 3 } },
  {
    name: 'memory growth, process, MB',
    measure: 'memory',
    share: 0.5,
    unit: 'MB',
    ratio: { usual: 2, large: 3 },
  },
  { name: 'elements', measure: 'nodes', share: 0.5 },
]

const columns = { stet: 'Stet', codemirror: 'CodeMirror', prosemirror: 'ProseMirror', recogito: 'Recogito' }

/** A table for people: each design's values, what Stet is of CodeMirror, and the goals of it with whether they are met. */
export function designTable(size: TextSize, results: Record<string, DesignResult>): string {
  const names = Object.keys(columns).filter((name) => name in results)
  const head = [
    '',
    ...names.map((name) => columns[name as keyof typeof columns]),
    'Stet : CodeMirror',
    'goal',
    '',
  ]
  const lines = rows.map((row) => {
    const value = (name: string): number => valueOf(row, results[name]?.samples[row.measure])
    const goals = goalsOf(row, size, value)
    return [
      row.name,
      ...names.map((name) =>
        results[name]!.tooSlow && Number.isNaN(value(name)) ? 'too slow' : readable(value(name)),
      ),
      readable(value('stet') / value('codemirror')),
      goals.map(({ text }) => text).join('; '),
      goals.length ? (goals.every(({ met }) => met) ? 'met' : 'missed') : '',
    ]
  })
  return tableOf([head, ...lines])
}

function valueOf({ share, unit }: Row, samples: readonly number[] = []): number {
  const value = quantile(samples, share)
  return unit === 'MB' ? value / 1e6 : value
}

interface Goal {
  text: string
  met: boolean
}

/** Goals that cannot be compared, because the peer was too slow or is not in this run, are left out. */
function goalsOf(row: Row, size: TextSize, value: (name: string) => number): Goal[] {
  const kind = size.length >= 3_000_000 ? 'large' : 'usual'
  const stet = value('stet')
  const goals: Goal[] = []
  const goal = (text: string, most: number): void => {
    if (!Number.isNaN(most) && !Number.isNaN(stet)) goals.push({ text, met: stet <= most })
  }
  if (row.ratio) goal(`<= ${row.ratio[kind]} x CodeMirror`, row.ratio[kind] * value('codemirror'))
  if (row.recogito && size.claims >= 10_000)
    goal(`<= 1/${1 / row.recogito[kind]} Recogito`, row.recogito[kind] * value('recogito'))
  if (row.most) goal(`<= ${row.most[kind]}`, row.most[kind])
  return goals
}
