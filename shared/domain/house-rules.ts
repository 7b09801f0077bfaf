import { z } from 'zod'

/** Longer ones are sentences, which no list of words should hold. */
const longestPhrase = 120

/** A word or phrase with at least one letter or digit. */
const phraseSchema = z
  .string()
  .trim()
  .min(1, 'Nothing is written here')
  .max(longestPhrase, `Longer than ${longestPhrase} characters`)
  .regex(/[\p{L}\p{N}]/u, 'A word or phrase needs a letter or digit')

const reasonSchema = z.string().trim().max(500, 'A reason has at most 500 characters')

/** A spelling that the house uses, those that it does not, and why. */
export const spellingRuleSchema = z.strictObject({
  write: phraseSchema,
  not: z
    .array(phraseSchema)
    .min(1, 'Say at least one spelling that is not used')
    .max(50, 'At most 50 spellings'),
  why: reasonSchema.optional(),
})

/** A phrase that the house does not print, and why. */
export const bannedPhraseSchema = z.strictObject({ phrase: phraseSchema, why: reasonSchema.optional() })

export const houseNameSchema = phraseSchema

export type SpellingRule = z.infer<typeof spellingRuleSchema>
export type BannedPhrase = z.infer<typeof bannedPhraseSchema>

/** How many entries each list can have. */
export const mostHouseRules = { spellings: 1000, names: 2000, banned: 1000 } as const

/**
 * How an office writes: which spellings it uses and which it does not, names as they must be spelt, and phrases that it does
 * not print. Upper and lower case count in `write` and `not` only where two of them differ in nothing else.
 */
export const houseRulesSchema = z.strictObject({
  spellings: z.array(spellingRuleSchema).max(mostHouseRules.spellings).default([]),
  names: z.array(houseNameSchema).max(mostHouseRules.names).default([]),
  banned: z.array(bannedPhraseSchema).max(mostHouseRules.banned).default([]),
})

export type HouseRules = z.infer<typeof houseRulesSchema>

/** An office without rules of its own. */
export const noHouseRules: HouseRules = { spellings: [], names: [], banned: [] }
