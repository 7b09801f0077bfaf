import type { DayInterval } from './calendar.js'
import type { Meaning } from './expression.js'
import type { Granularity, Inference, TimexType } from './mention.js'

/** What an expression means at its place in a text. */
export interface Resolution {
  type: TimexType
  value: string
  interval: DayInterval | null
  granularity: Granularity | null
  inferred: Inference[]
}

/** The meaning of one kind. */
export type Of<Kind extends Meaning['kind']> = Extract<Meaning, { kind: Kind }>

/** A resolution with what is known. */
export function known(
  type: TimexType,
  value: string,
  interval: DayInterval | null,
  granularity: Granularity | null,
  inferred: Inference[] = [],
): Resolution {
  return { type, value, interval, granularity, inferred }
}

/** A date of which only the form of the value is known, with `X` for the rest. */
export function unknown(value: string): Resolution {
  return known('DATE', value, null, null)
}
