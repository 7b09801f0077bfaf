import type { Language } from './wording.js'

/** Opening and closing marks, and those for a text that has double ones of its own. */
const marks: Record<Language, { double: readonly [string, string]; single: readonly [string, string] }> = {
  en: { double: ['“', '”'], single: ['‘', '’'] },
  de: { double: ['„', '“'], single: ['‚', '‘'] },
}

/** Whether a text has double quotation marks of its own at an end, so that single ones go around it. */
export function hasDoubleMarks(text: string): boolean {
  return /^["“”„«»]|["“”„«»]$/.test(text)
}

/** A quote in the quotation marks of a report's language that are not those it begins or ends with. */
export function inQuotationMarks(quote: string, { language }: { language: Language }): string {
  const [left, right] = marks[language][hasDoubleMarks(quote) ? 'single' : 'double']
  return `${left}${quote}${right}`
}
