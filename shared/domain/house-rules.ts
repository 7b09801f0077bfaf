import { z } from 'zod'

/** Longer ones are sentences, which no list of words should hold. */
const longestPhrase = 120

/** A word or phrase with at least one letter or digit. */
const phraseSchema = z
  .string()
  .trim()
  .min(1)
  .max(longestPhrase)
  .regex(/[\p{L}\p{N}]/u, 'A word or phrase needs a letter or digit')

const reasonSchema = z.string().trim().max(500)

/**
 * How an office writes: which spellings it uses and which it does not, names as they must be spelt, and phrases that it does
 * not print. Upper and lower case count in `write` and `not` only where two of them differ in nothing else.
 */
export const houseRulesSchema = z.strictObject({
  spellings: z
    .array(
      z.strictObject({
        write: phraseSchema,
        not: z.array(phraseSchema).min(1).max(50),
        why: reasonSchema.optional(),
      }),
    )
    .max(1000)
    .default([]),
  names: z.array(phraseSchema).max(2000).default([]),
  banned: z
    .array(z.strictObject({ phrase: phraseSchema, why: reasonSchema.optional() }))
    .max(1000)
    .default([]),
})

export type HouseRules = z.infer<typeof houseRulesSchema>

/** An office without rules of its own. */
export const noHouseRules: HouseRules = { spellings: [], names: [], banned: [] }
