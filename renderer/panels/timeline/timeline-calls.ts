import type { PackedDates } from '../../../shared/timeline/text-dates.js'
import { ask } from '../../bridge/bridge.js'

const call = ask as unknown as (name: string, argument?: unknown) => Promise<unknown>

/** The dates that can be read in the current texts of the case. */
export const readTextDates = (): Promise<PackedDates[]> => call('timeline.dates') as Promise<PackedDates[]>

/** Asks for a place and saves a drawing there; null when the person says no. */
export const saveSvg = (svg: string): Promise<{ fileName: string } | null> =>
  call('timeline.save-svg', { svg }) as Promise<{ fileName: string } | null>
