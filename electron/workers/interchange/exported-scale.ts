import { z } from 'zod'
import {
  meanings,
  verdictIdSchema,
  type ScaleVerdict,
  type Verdict,
} from '../../../shared/domain/verdict-scale.js'
import { isObject, objectsOf, propertiesIn, textOf, type LinkedValue } from './linked-value.js'

/** The verdicts of a case, by which judgements are read. */
export type Verdicts = readonly Pick<ScaleVerdict, 'id' | 'label' | 'means'>[]

const exportedSchema = z.object({
  id: verdictIdSchema,
  label: z.string().trim().min(1).max(60),
  means: z.enum(meanings.map(({ id }) => id)),
})

type Exported = z.infer<typeof exportedSchema>

/** More than any scale has with all that it had before. */
const mostVerdicts = 100

/** What a collection that was exported says of the scale that its claims were judged by. */
export class ExportedScale {
  readonly #name: string
  readonly #known: ReadonlyMap<string, { said: Exported; taken: Verdicts[number] | null }>
  /** How many judgements were taken for a verdict of another name, by what both are called. */
  readonly #renamed = new Map<string, number>()

  private constructor(name: string, said: readonly Exported[], verdicts: Verdicts) {
    this.#name = name
    this.#known = new Map(said.map((one) => [one.id, { said: one, taken: counterpart(one, verdicts) }]))
  }

  /** The scale of a collection, to be read by the verdicts of a case; null where it tells of none. */
  static of(collection: unknown, verdicts: Verdicts): ExportedScale | null {
    const scale = isObject(collection) ? objectsOf(collection.scale)[0] : undefined
    const said = objectsOf(scale?.verdicts).slice(0, mostVerdicts).flatMap(exportedIn)
    return scale && said.length ? new ExportedScale(textOf(scale.title) ?? '', said, verdicts) : null
  }

  /** Whether the scale has a verdict of this identifier. */
  has(notation: unknown): boolean {
    return typeof notation === 'string' && this.#known.has(notation)
  }

  /**
   * The verdict of the case that an exported judgement stands for: of the same identifier, unless the case means something else
   * by that, of the same name, or of the same meaning. Null where the case has none such, undefined where the scale does not
   * name it.
   */
  verdict(notation: unknown): Verdict | null | undefined {
    const known = typeof notation === 'string' ? this.#known.get(notation) : undefined
    if (!known) return undefined
    const { said, taken } = known
    if (taken && !isAlike(taken.label, said.label)) {
      const names = `“${said.label}” as “${taken.label}”`
      this.#renamed.set(names, (this.#renamed.get(names) ?? 0) + 1)
    }
    return taken?.id ?? null
  }

  /** What a person should know of the verdicts that were asked for. */
  notices(): string[] {
    if (this.#renamed.size === 0) return []
    const named = [...this.#renamed].map(([names, count]) => `${names} (${count})`)
    const scale = this.#name ? ` of the scale “${this.#name.slice(0, 80)}”` : ''
    return [`Verdicts${scale} are taken for those of this case that mean the same: ${named.join(', ')}.`]
  }
}

function exportedIn(concept: LinkedValue): Exported[] {
  const means = propertiesIn(concept).get('means')
  const parsed = exportedSchema.safeParse({ id: concept.notation, label: concept.prefLabel, means })
  return parsed.success ? [parsed.data] : []
}

function counterpart({ id, label, means }: Exported, verdicts: Verdicts): Verdicts[number] | null {
  const fits = (one: Verdicts[number]): boolean => one.means === means || isAlike(one.label, label)
  return (
    verdicts.find((one) => one.id === id && fits(one)) ??
    verdicts.find((one) => isAlike(one.label, label)) ??
    verdicts.find((one) => one.means === means) ??
    null
  )
}

const isAlike = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
