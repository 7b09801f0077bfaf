import { quantile } from '../case-file/measure.js'
import type { AppSamples } from './measure-app.js'
import { readable, tableOf } from './table.js'

/** Milliseconds. */
const frame = 1000 / 60

/**
 * A table for people. The goals: open and painted within 150 ms or twice the call and the view by themselves; a claim
 * committed, p95, within twice a call and a bare commit; painted within two frames.
 * @param view what the text view alone takes to open such a text, in milliseconds; NaN when it was not measured
 */
export function appTable(samples: AppSamples, view: number): string {
  const p50 = (name: keyof AppSamples): number => quantile(samples[name], 0.5)
  const p95 = (name: keyof AppSamples): number => quantile(samples[name], 0.95)
  const openFloor = p50('open, the call') + view
  const addFloor = p95('a call') + p95('a commit')
  const row = (name: string, from: keyof AppSamples, goal = '', met: boolean | null = null): string[] => [
    name,
    readable(p50(from)),
    readable(p95(from)),
    goal,
    met === null ? '' : met ? 'met' : 'missed',
  ]
  const openGoal = Math.max(150, Number.isNaN(openFloor) ? 0 : 2 * openFloor)
  return tableOf([
    ['', 'p50', 'p95', 'goal', ''],
    row('open the source, painted', 'open', `<= ${readable(openGoal)}`, p50('open') <= openGoal),
    row('... of the main thread', 'open, main thread'),
    row('... the call for the text', 'open, the call'),
    ['... the view by itself', readable(view), '', '', ''],
    row(
      'add a claim, the call',
      'add, the call',
      `p95 <= ${readable(2 * addFloor)}`,
      p95('add, the call') <= 2 * addFloor,
    ),
    row('... a call that does little', 'a call'),
    row('... a bare commit', 'a commit'),
    row('add a claim by key, painted', 'add', 'p95 <= 33', p95('add') <= 2 * frame),
    row('... of the main thread', 'add, main thread'),
    row('... in frames', 'add, frames'),
  ])
}
