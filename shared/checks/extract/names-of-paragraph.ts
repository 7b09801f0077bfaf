import type { AnnotatedParagraph } from './annotate.js'
import { stemOf } from './en/stem.js'

const backgrounds = new WeakMap<AnnotatedParagraph, ReadonlySet<string>>()

/** Stems of the words of all sure names of a paragraph. */
export function namesOfParagraph(annotated: AnnotatedParagraph): ReadonlySet<string> {
  const known = backgrounds.get(annotated)
  if (known) return known
  const names = new Set(
    annotated.names
      .filter(({ sure, words }) => sure || words.length > 1)
      .flatMap(({ words }) => words.map(stemOf)),
  )
  backgrounds.set(annotated, names)
  return names
}
