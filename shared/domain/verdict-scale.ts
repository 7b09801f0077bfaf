import { z } from 'zod'

/** The id of a verdict; in lists and filters `none` stands for a claim that nobody has judged. */
export const verdictIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(60)
  .refine((id) => id !== 'none', '“none” stands for no verdict')

export type Verdict = z.infer<typeof verdictIdSchema>

/**
 * What a verdict says of a claim, whatever a scale calls it. Reports explain verdicts by it, accepted findings choose theirs by
 * it, and a change of scale proposes what takes the place of what.
 */
export const meanings = [
  { id: 'supported', label: 'The evidence confirms it' },
  { id: 'supported-with-caveat', label: 'Confirmed within limits' },
  { id: 'inconsistent', label: 'At odds with another passage or with itself' },
  { id: 'contradicted', label: 'The evidence says otherwise' },
  { id: 'garbled', label: 'Damaged as written' },
  { id: 'unsupported', label: 'Evidence was looked for and not found' },
  { id: 'unverifiable', label: 'It cannot be settled' },
  { id: 'not-factual', label: 'There is nothing to check' },
] as const

export type Meaning = (typeof meanings)[number]['id']

/** Each stands for a fill and a line in every theme, and for a style of line, so that it is never told by colour alone. */
export const verdictColours = [
  { id: 'green', label: 'Green, solid line' },
  { id: 'olive', label: 'Olive, dashed line' },
  { id: 'teal', label: 'Teal, long dashes' },
  { id: 'amber', label: 'Amber, double line' },
  { id: 'orange', label: 'Orange, dotted line' },
  { id: 'red', label: 'Red, thick line' },
  { id: 'purple', label: 'Purple, wavy line' },
  { id: 'blue', label: 'Blue, fine dots' },
  { id: 'grey', label: 'Grey, thin line' },
] as const

export type VerdictColour = (typeof verdictColours)[number]['id']

/** The short signs that a verdict can have; timelines draw each of them with strokes of their own. */
export const verdictSigns = [
  { id: '✓', label: 'Tick' },
  { id: '✓*', label: 'Tick and star' },
  { id: '✗', label: 'Cross' },
  { id: '≠', label: 'Not equal' },
  { id: '∅', label: 'Empty set' },
  { id: '#', label: 'Hash' },
  { id: '?', label: 'Question mark' },
  { id: '!', label: 'Exclamation mark' },
  { id: '–', label: 'Dash' },
  { id: '+', label: 'Plus' },
  { id: '±', label: 'Plus or minus' },
  { id: '~', label: 'Wave' },
  { id: '=', label: 'Equal' },
  { id: '½', label: 'Half' },
] as const

export type VerdictSign = (typeof verdictSigns)[number]['id']

const oneOf = <T extends string>(list: readonly { id: T }[]) =>
  z.enum(list.map(({ id }) => id) as [T, ...T[]])

export const scaleVerdictSchema = z.strictObject({
  id: verdictIdSchema,
  label: z.string().trim().min(1).max(60),
  sign: oneOf<VerdictSign>(verdictSigns),
  colour: oneOf<VerdictColour>(verdictColours),
  means: oneOf<Meaning>(meanings),
  /** Whether a claim with it stands among what must be changed before publication. */
  mustFix: z.boolean(),
})

export type ScaleVerdict = z.infer<typeof scaleVerdictSchema>

/** As many verdicts as there are digits to set them with. */
export const mostVerdicts = 9

export const verdictListSchema = z.array(scaleVerdictSchema).min(2).max(mostVerdicts)

/**
 * What the claims of a case are judged by, in the order of the digits that set its verdicts. No two verdicts share an id, a
 * name, a sign or a colour.
 */
export const verdictScaleSchema = z
  .strictObject({ name: z.string().trim().min(1).max(80), verdicts: verdictListSchema })
  .superRefine(({ verdicts }, context) => {
    for (const message of twiceUsed(verdicts))
      context.addIssue({ code: 'custom', message, path: ['verdicts'] })
  })

export type VerdictScale = z.infer<typeof verdictScaleSchema>

const shared = {
  id: 'the same id',
  label: 'the same name',
  sign: 'the same sign',
  colour: 'the same colour and line',
} as const

/** What two verdicts of a list have in common that would make them hard to tell apart, in words. */
export function twiceUsed(verdicts: readonly ScaleVerdict[]): string[] {
  return (Object.keys(shared) as (keyof typeof shared)[]).flatMap((field) => {
    const byValue = new Map<string, ScaleVerdict>()
    return verdicts.flatMap((verdict) => {
      const value = verdict[field].trim().toLowerCase()
      const other = byValue.get(value)
      byValue.set(value, verdict)
      return other ? [`“${other.label}” and “${verdict.label}” have ${shared[field]}.`] : []
    })
  })
}

/** The id that a new verdict of this name gets beside those that are taken. */
export function verdictIdOf(label: string, taken: Iterable<string>): string {
  const words =
    label
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  const plain = words.join('-').slice(0, 50).replace(/-+$/, '')
  const base = /^[a-z]/.test(plain) && plain !== 'none' ? plain : `v-${plain}`.replace(/-$/, '')
  const used = new Set(taken)
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!used.has(id)) return id
  }
}

/** What stands in for a meaning that a scale has no verdict for; nothing where only a person can say. */
const nearest: Partial<Record<Meaning, Meaning>> = { garbled: 'inconsistent', unverifiable: 'unsupported' }

/** The first verdict of a scale that says this of a claim, or what is nearest to it; null when it has none. */
export function verdictMeaning(scale: VerdictScale, meaning: Meaning): Verdict | null {
  const own = scale.verdicts.find(({ means }) => means === meaning)
  const instead = nearest[meaning]
  return own?.id ?? (instead ? verdictMeaning(scale, instead) : null)
}
