const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })
const momentFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** An instant as the day on which it was, here. */
export const dayOf = (instant: string): string => dayFormat.format(new Date(instant))

/** An instant as the day and the minute, here. */
export const momentOf = (instant: string): string => momentFormat.format(new Date(instant))

/** A number with what is counted: "1 claim", "2,000 claims". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
