import { readableDate, readableDay, readableInstant } from './readable-date.js'
import { german } from './wording/german.js'
import { germanAction } from './wording/german-actions.js'
import { germanMonths } from './wording/german-months.js'

/** The languages that a report's own words can be in; quotes, notes and findings stay as they were written. */
export const languages = [
  { id: 'en', label: 'English', locale: 'en-GB' },
  { id: 'de', label: 'Deutsch', locale: 'de-DE' },
] as const

export type Language = (typeof languages)[number]['id']

/** What the program itself says in a report, in English; `{name}` stands for a value. */
export type Label = keyof typeof german

/** The words of a report in one language. Equal languages have one and the same wording. */
export class Wording {
  readonly language: Language
  /** The tag of the language with its country: `de-DE`. */
  readonly locale: string
  readonly #table: Readonly<Record<string, string>> | null

  constructor(language: Language) {
    this.language = language
    this.locale = languages.find(({ id }) => id === language)!.locale
    this.#table = language === 'de' ? german : null
  }

  /** A label with its values put in. */
  say(label: Label, values?: Readonly<Record<string, string | number>>): string {
    const words = this.label(label)
    return values === undefined
      ? words
      : words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  }

  /** The label of a scale of the domain; one that the table lacks, such as that of a house's own scale, as it is. */
  label(english: string): string {
    return this.#table && Object.hasOwn(this.#table, english) ? this.#table[english]! : english
  }

  /** "1 claim", "2 claims". */
  count(count: number, one: Label, many: Label): string {
    return `${count.toLocaleString(this.locale)} ${this.label(count === 1 ? one : many)}`
  }

  /** A share of 1 in whole hundredths: "33%". */
  percent(share: number): string {
    return share.toLocaleString(this.locale, { style: 'percent' })
  }

  /** An act of the log. */
  action(english: string): string {
    return this.language === 'de' ? germanAction(english) : english
  }

  /** See `readableDate`. */
  date(edtf: string): string {
    return this.language === 'de' ? germanDate(edtf) : readableDate(edtf)
  }

  day(instant: string): string {
    return this.language === 'de' ? germanDate(instant.slice(0, 10)) : readableDay(instant)
  }

  instant(instant: string): string {
    if (this.language !== 'de') return readableInstant(instant)
    const time = /^\d{4}-\d\d-\d\dT(\d\d:\d\d)[\d:.]*Z$/.exec(instant)?.[1]
    return time ? `${this.day(instant)}, ${time} UTC` : instant
  }
}

const wordings = new Map(languages.map(({ id }) => [id, new Wording(id)]))

export function wordingOf(language: Language): Wording {
  return wordings.get(language)!
}

function germanDate(edtf: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(edtf) ?? []
  const name = germanMonths[Number(month) - 1]
  if (!year || (month && !name)) return edtf
  return [day && `${Number(day)}.`, name, year].filter(Boolean).join(' ')
}
