import type { ImportPreview } from '../../../shared/domain/import-preview.js'

/** What a person decides about a file: each text a source, or the whole as one. */
export interface ImportPlan {
  split: boolean
  /** The indexes of the texts that become sources, in their order; all of it where the file is not split. */
  parts: number[]
  /** Whether its comments are taken over as notes. */
  comments: boolean
}

/** A file that was read and waits for a decision, with what was decided so far. */
export type WaitingImport = ImportPreview & { plan: ImportPlan }

export interface ImportChoice {
  id: string
  /** Indexes of the parts to keep, or null for the whole file as one source. */
  parts: number[] | null
  /** Takes its comments over, each as a claim with a note. */
  comments?: boolean
}

/** All texts of a file, unless the case has it already. */
export function usualPlan({ outcome }: ImportPreview): ImportPlan {
  const parts = outcome.ok && !outcome.file.alreadyIn ? outcome.file.parts.map((_part, index) => index) : []
  return { split: true, parts, comments: false }
}

/** The file as it is read now. What was decided of its texts holds as long as there are as many. */
export function planAnew(before: WaitingImport, now: ImportPreview): WaitingImport {
  const texts = ({ outcome }: ImportPreview): number => (outcome.ok ? outcome.file.parts.length : 0)
  return { ...now, plan: texts(before) === texts(now) ? before.plan : usualPlan(now) }
}

/** What is stored of files as they were decided on; a file of which nothing is chosen is left out. */
export function choicesOf(imports: readonly WaitingImport[]): ImportChoice[] {
  return imports.flatMap(({ id, outcome, plan: { split, parts, comments } }): ImportChoice[] => {
    if (!outcome.ok) return []
    if (!split) return [{ id, parts: null, comments }]
    return parts.length > 0 ? [{ id, parts, comments }] : []
  })
}
