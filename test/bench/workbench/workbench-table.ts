import { quantile } from '../case-file/measure.js'
import { readable, tableOf } from '../text/table.js'
import type { FloorName, FloorSamples } from './measure-floors.js'
import type { WorkbenchSamples } from './measure-workbench.js'
import type { ActSample, ScrollSample } from './measured-window.js'

/** What each act is measured against. */
const floorOf: Record<string, FloorName> = {
  'claims list: open': 'list',
  'claims list: scroll': 'list scroll',
  'claims list: next (j)': 'inspector',
  'claims list: to the end': 'inspector',
  'findings list: open': 'list',
  'findings list: scroll': 'list scroll',
  'findings list: next (j)': 'inspector',
  'table: open': 'list',
  'table: scroll': 'table scroll',
  'table: sort by the quote': 'sort',
  'table: filter, a letter': 'filter',
  'table: filter, the next letter': 'filter',
  'table: filter taken off': 'filter',
  'table: group by verdict': 'sort',
  'timeline: open': 'marks',
  'timeline: zoom by key': 'marks',
  'timeline: closer': 'marks',
  'timeline: scroll': 'marks',
  'timeline: filter': 'marks',
  'timeline: filter taken off': 'marks',
  'timeline: list': 'list',
  'timeline: order': 'list',
  'triage: open': 'triage page',
  'triage: next (j)': 'triage page',
  'triage: accept (a)': 'triage page',
}

const median = (values: readonly number[]): number => quantile(values, 0.5)
const isScroll = (sample: ActSample): sample is ScrollSample => 'perFrame' in sample
const worth = (sample: ActSample): number => (isScroll(sample) ? sample.perFrame : sample.work)

/**
 * A table for people: medians over the runs. A scroll is told by the main thread's milliseconds a frame, all else by its
 * milliseconds in all; the goal is that no task blocks the window for more than 50 ms and that no frame is dropped.
 */
export function workbenchTable(runs: readonly WorkbenchSamples[], floors: readonly FloorSamples[]): string {
  const rows = Object.keys(runs[0] ?? {}).map((name) => {
    const samples = runs.map((run) => run[name]!)
    const floor = floorOf[name]
    const own = median(samples.map(worth))
    const bare = floor ? median(floors.map((one) => worth(one[floor]))) : Number.NaN
    const longest = median(samples.map((sample) => sample.longest))
    const first = samples[0]!
    const dropped = isScroll(first)
      ? `${readable(100 * median(samples.map((one) => (isScroll(one) ? one.dropped : 0))))} %`
      : ''
    return [
      name,
      `${readable(own)}${isScroll(first) ? ' a frame' : ''}`,
      readable(bare),
      readable(own / bare),
      dropped,
      readable(longest),
      longest > 50 ? 'missed' : 'met',
    ]
  })
  return tableOf([['act', 'main thread', 'floor', 'ratio', 'dropped', 'longest task', '<= 50 ms'], ...rows])
}
