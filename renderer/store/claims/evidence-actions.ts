import type { TextRange } from '../../../shared/document/paragraphs.js'
import {
  stances,
  type Evidence,
  type EvidenceFields,
  type EvidencePatch,
  type Stance,
} from '../../../shared/domain/evidence.js'
import type { ClaimId, EvidenceId, SourceId } from '../../../shared/domain/ids.js'
import type { Source } from '../../../shared/domain/source.js'
import { labelOf } from '../../../shared/domain/verdicts.js'
import { inTurn, isNewest, perform, takeBack, undoUnsaid } from '../case/case-actions.js'
import { evidenceOf } from '../selections.js'
import { jumpTo } from '../texts/shown-texts.js'
import { getState, setState } from '../store.js'
import { textPlace } from '../texts/text-place.js'
import { tell } from '../toasts.js'

const newId = (): EvidenceId => crypto.randomUUID() as EvidenceId

/** What was added and not left since with anything said in it. */
const justAdded = new Set<EvidenceId>()

/** Adds evidence of which nothing is known yet but that it supports; its fields are filled in where it is shown. */
export function addEvidence(claimId: ClaimId): EvidenceId {
  const id = newId()
  justAdded.add(id)
  void perform({ do: 'add-evidence', id, claimId, fields: unknownEvidence, passage: null })
  return id
}

/** The title of a citation of which nothing is known yet. */
export const unknownTitle = 'Untitled source'

const unknownEvidence: EvidenceFields = {
  stance: 'supports',
  title: unknownTitle,
  url: null,
  archivedUrl: null,
  accessed: null,
  quote: null,
  reliability: null,
  credibility: null,
}

/**
 * Evidence was left where it is shown: if it was just added and nothing is said in it yet, it goes again, as if it had never
 * been there when nothing else was done since.
 */
export function leaveEvidence(id: EvidenceId): Promise<void> {
  return inTurn(async () => {
    const left = getState().records.evidence.get(id)
    if (!left || !justAdded.has(id)) return
    if (!saysNothing(left)) justAdded.delete(id)
    else if (isNewest(id)) await undoUnsaid()
    else await perform({ do: 'remove-evidence', id })
  })
}

function saysNothing(evidence: Evidence): boolean {
  const { stance, title, selector, author, publisher, published } = evidence
  const isUnnamed = title === unknownEvidence.title && stance === unknownEvidence.stance
  const { url, archivedUrl, accessed, quote, reliability, credibility } = evidence
  const said = [url, archivedUrl, accessed, quote, reliability, credibility, author, publisher, published]
  return isUnnamed && !selector && said.every((word) => !word)
}

/** Answers whether it was kept. */
export async function editEvidence(id: EvidenceId, fields: EvidencePatch): Promise<boolean> {
  return Boolean(await perform({ do: 'edit-evidence', id, fields }))
}

export function removeEvidence(id: EvidenceId): void {
  void perform({ do: 'remove-evidence', id })
}

/**
 * Selects what a citation would take of the text that was used last, so that it can be asked what it does to the open
 * claim: the selection, or the sentence at the caret. Answers whether there is such a passage; if not, says why.
 */
export function selectForCitation(): boolean {
  const view = textPlace()?.view
  const passage = view?.passage()
  if (!view || !passage) {
    tell('Select the passage to cite first, or put the caret into a sentence.')
    return false
  }
  view.select(passage.start, passage.end)
  view.scrollTo(passage.start, passage.end)
  const rect = view.selectionRectangle()
  if (rect) setState({ selection: { ...passage, rect } })
  return rect !== null
}

/** Cites the selected passage of the text that was used last as evidence for or against the open claim. */
export function citeSelection(stance: Stance): Promise<void> {
  const place = textPlace()
  const passage = place?.view.passage()
  const { claimId } = getState().view
  return inTurn(async () => {
    if (!place || !passage || claimId === null) return tell('Open a claim and select the passage to cite.')
    await citePassage(claimId as ClaimId, place.sourceId, passage, stance)
  })
}

/** Cites a passage of a source's current text, with what the case knows of the source. The same passage is cited once. */
async function citePassage(
  claimId: ClaimId,
  sourceId: SourceId,
  { start, end }: TextRange,
  stance: Stance,
): Promise<void> {
  const { records } = getState()
  const claim = records.claim.get(claimId)
  const source = records.source.get(sourceId)
  if (!claim || !source) return
  const isThere = ({ selector }: Pick<Evidence, 'selector'>): boolean =>
    selector?.textVersionId === source.currentVersionId && selector.start === start && selector.end === end
  if (isThere(claim)) return tell('That passage is the claim itself. Select another.')
  if (evidenceOf(records, claimId).some(isThere)) return tell('That passage is cited for this claim already.')
  const done = await perform({
    do: 'add-evidence',
    id: newId(),
    claimId,
    fields: fieldsFrom(source, stance),
    passage: { sourceId, start, end },
  })
  if (!done) return
  setState({ selection: null })
  tell(`Cited as evidence: ${labelOf(stances, stance).toLowerCase()}.`, takeBack)
}

/** What the record of a source says of a passage in it; the quote is taken from the text itself. */
function fieldsFrom(source: Source, stance: Stance): EvidenceFields {
  const { title, url, accessed, reliability, credibility } = source
  return { stance, title, url, archivedUrl: null, accessed, quote: null, reliability, credibility }
}

/** Whether evidence is a passage of an earlier text version of its source, and is not in the present one. */
export function isFromEarlierText(
  { selector }: Pick<Evidence, 'selector'>,
  { currentVersionId }: Pick<Source, 'currentVersionId'>,
): boolean {
  return selector !== null && selector.textVersionId !== currentVersionId
}

/** Shows the passage that evidence was taken from, selected. */
export function showCitedPassage({ sourceId, selector }: Evidence): void {
  if (sourceId && selector)
    jumpTo({ source: sourceId, start: selector.start, end: selector.end, selects: true })
}
