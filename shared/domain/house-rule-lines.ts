import type { z } from 'zod'
import {
  bannedPhraseSchema,
  houseNameSchema,
  mostHouseRules,
  spellingRuleSchema,
  type BannedPhrase,
  type HouseRules,
  type SpellingRule,
} from './house-rules.js'

export type Read<T> = { entry: T } | { problem: string }

/** How the entries of one list of the house rules are written: as cells of a row, or as a line of text. */
export interface RuleShape<T> {
  /** What each cell holds; the first is never empty. */
  columns: readonly string[]
  most: number
  cells: (entry: T) => string[]
  read: (cells: readonly string[]) => Read<T>
}

export const spellingShape: RuleShape<SpellingRule> = {
  columns: ['Write', 'Not (commas between)', 'Why'],
  most: mostHouseRules.spellings,
  cells: ({ write, not, why }) => [write, not.join(', '), why ?? ''],
  read: ([write = '', not = '', why = '']) =>
    parsed(spellingRuleSchema, { write, not: listed(not), ...reason(why) }),
}

export const bannedShape: RuleShape<BannedPhrase> = {
  columns: ['Phrase', 'Why'],
  most: mostHouseRules.banned,
  cells: ({ phrase, why }) => [phrase, why ?? ''],
  read: ([phrase = '', why = '']) => parsed(bannedPhraseSchema, { phrase, ...reason(why) }),
}

export const nameShape: RuleShape<HouseRules['names'][number]> = {
  columns: ['Name'],
  most: mostHouseRules.names,
  cells: (name) => [name],
  read: ([name = '']) => parsed(houseNameSchema, name),
}

/**
 * Reads entries from lines, one a line, their cells apart by semicolons or tabs. Blank lines are passed over; a line that
 * cannot be read is told by its number, from 1.
 */
export function readLines<T>({ read }: RuleShape<T>, text: string): { entries: T[]; problems: string[] } {
  const entries: T[] = []
  const problems: string[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (!line.trim()) continue
    const result = read(line.split(/[;\t]/))
    if ('entry' in result) entries.push(result.entry)
    else problems.push(`Line ${index + 1}: ${result.problem}`)
  }
  return { entries, problems }
}

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

const reason = (why: string): { why?: string } => (why.trim() ? { why } : {})

function parsed<T>(schema: z.ZodType<T>, value: unknown): Read<T> {
  const result = schema.safeParse(value)
  if (result.success) return { entry: result.data }
  return { problem: result.error.issues[0]?.message ?? 'Not what was expected' }
}
