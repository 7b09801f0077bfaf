import type { Category } from '../domain/finding.js'

/** What each rule catches, in a sentence for the person who switches it on or off; the rules' ids are the categories'. */
export const ruleNotes: Readonly<Record<Category, string>> = {
  'weekday-mismatch': 'A date with a weekday that it did not fall on.',
  'impossible-date': 'A day or time that no calendar or clock has, such as 31 June or 25:10.',
  'garbled-date': 'Dates broken in typing, and dates of different forms beside each other in one sentence.',
  'duration-arithmetic': 'A length of time that its two ends do not have: ages, terms, days between dates.',
  'order-conflict': 'Two dates in the wrong order: ranges, lives, “after” and “before”.',
  'event-date-conflict': 'One event on two dates, within a source or across sources.',
  'total-mismatch': 'Parts that do not add up to the total that they belong to.',
  'percentage-error':
    'Percentages that their own numbers refute: a wrong change, a wrong share, more than the whole.',
  'number-conflict': 'One quantity told with two numbers, within a source or across sources.',
  'name-variant': 'One name in two spellings, and bylines with a slip in them.',
  'quote-altered': 'The same quotation with other words in it.',
  'quote-attribution': 'The same words given to two speakers.',
  'dangling-fragment': 'Sentences that break off, hang without a statement, or were left behind by an edit.',
  'duplicate-sentence': 'The same statement twice in one text.',
  'undated-relative':
    '“On Wednesday” in a text without a date, which says something only to those who know when it was written.',
  'house-style':
    'Spellings, names and phrases that your house rules do not allow (Preferences, House rules).',
}
