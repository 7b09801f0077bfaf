import type { CaseScale } from '../../domain/case-scale.js'
import type { ScaleVerdict, Verdict } from '../../domain/verdict-scale.js'
import { iriOf, propertiesOf, type LinkedNode } from './vocabulary.js'

/** The IRI of a verdict of a case's scale. */
export function iriOfVerdict(caseId: string, verdict: Verdict): string {
  return `${iriOf(caseId)}#verdict-${verdict}`
}

/**
 * What the claims of a case are judged by, as an ordered collection of concepts: its verdicts in their order, then those that
 * it had before, which claims can still have.
 */
export function scaleNode(caseId: string, { name, verdicts, former }: CaseScale): LinkedNode {
  const concept = (isFormer: boolean) => (verdict: ScaleVerdict) => conceptNode(caseId, verdict, isFormer)
  return {
    id: `${iriOf(caseId)}#verdicts`,
    type: 'skos:OrderedCollection',
    title: name,
    verdicts: [...verdicts.map(concept(false)), ...former.map(concept(true))],
  }
}

function conceptNode(caseId: string, verdict: ScaleVerdict, isFormer: boolean): LinkedNode {
  const { id, label, sign, means, mustFix } = verdict
  return {
    id: iriOfVerdict(caseId, id),
    type: 'skos:Concept',
    notation: id,
    prefLabel: label,
    ...propertiesOf({ means, sign, 'must fix': String(mustFix), former: isFormer ? 'true' : null }),
  }
}
