import type { DateReading } from '../../../shared/checks/date-readings.js'
import type { Source } from '../../../shared/domain/source.js'
import { ask } from '../../bridge/bridge.js'

/** What was asked last, by source; an answer holds for one text and one date of publication. */
const known = new Map<string, { of: string; readings: Promise<DateReading[]> }>()

/** How the dates of a source's current text were read, in the order of the text. */
export function dateReadingsOf({ id, currentVersionId, published, title }: Source): Promise<DateReading[]> {
  const of = JSON.stringify([currentVersionId, published, title])
  const last = known.get(id)
  if (last?.of === of) return last.readings
  const readings = ask('source.dates', { id })
  readings.catch(() => known.delete(id))
  known.set(id, { of, readings })
  return readings
}
