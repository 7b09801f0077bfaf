import { createHash } from 'node:crypto'
import type { OtherCase } from '../../../db/read-other-case.js'
import {
  mostListed,
  type CitationsPreview,
  type ClaimsPreview,
  type OtherCasePreview,
  type Remark,
} from '../../../shared/domain/record-import.js'
import type { Source } from '../../../shared/domain/source.js'
import { transferNotices } from '../../../shared/domain/verdict-transfer.js'
import { counted } from '../../workers/import/notices.js'
import type { IncomingCitations, IncomingClaims } from '../../workers/interchange/incoming.js'
import { matchTexts } from '../../workers/interchange/match-texts.js'
import { unknownVerdictNotices } from '../../workers/interchange/unknown-verdicts.js'
import type { CaseSession } from '../cases/case-session.js'
import { sourceOfCitation } from './citation-batch.js'

/** Works of a file, each with the source of the case that it seems to be the record of. */
export async function citationsPreview(
  { citations, skipped, format }: IncomingCitations,
  session: CaseSession,
): Promise<CitationsPreview> {
  const { sources } = await session.read.records()
  const guessed = citations.map((citation) => ({
    citation,
    sourceId: sourceOfCitation(citation, sources)?.id ?? null,
  }))
  return { kind: 'citations', format, citations: guessed, ...listed(skipped) }
}

/** Claims of a file, with the sources of the case that its texts are taken for. */
export async function claimsPreview(
  { format, claims, texts, skipped, unknownVerdicts, notices, table }: IncomingClaims,
  session: CaseSession,
): Promise<ClaimsPreview> {
  const known = (await session.read.sourceTexts()).map(({ source, text }) => ({
    source,
    textSha256: createHash('sha256').update(text).digest('hex'),
  }))
  const counts = new Map<string, number>()
  for (const { passage } of claims) counts.set(passage.text, (counts.get(passage.text) ?? 0) + 1)
  const named = matchTexts(texts, counts, known)
  return {
    kind: 'claims',
    format,
    count: claims.length,
    texts: named,
    ...listed(skipped),
    notices: [...unknownVerdictNotices(unknownVerdicts), ...notices],
    table,
  }
}

/** The sources of another case, with what of them this one has already. */
export async function otherCasePreview(
  { id, title, sources, claims, scale, damaged }: OtherCase,
  session: CaseSession,
): Promise<OtherCasePreview> {
  const [here, own] = await Promise.all([session.read.records(), session.read.info()])
  const known = new Set<string>(here.claims.map(({ id }) => id))
  const isHere = (source: Source) => (one: Source) =>
    one.id === source.id ||
    (one.originalSha256 === source.originalSha256 &&
      one.partStart === source.partStart &&
      one.partEnd === source.partEnd)
  return {
    kind: 'case',
    title,
    sources: sources.map((source) => {
      const own = claims.filter(({ sourceId }) => sourceId === source.id)
      const newClaims = own.filter(({ id }) => !known.has(id)).length
      const alreadyIn = here.sources.find(isHere(source))?.title ?? null
      return { id: source.id, title: source.title, claims: own.length, newClaims, alreadyIn }
    }),
    notices: [
      ...(id === own.id
        ? [
            'This is another copy of the case that is open. “Merge another copy” also brings what was changed in it.',
          ]
        : []),
      ...transferNotices(claims, scale, here),
      ...(damaged ? [`${counted(damaged, 'record')} of that case cannot be trusted and stay behind.`] : []),
    ],
  }
}

function listed(skipped: Remark[]): { skipped: Remark[]; skippedCount: number } {
  return { skipped: skipped.slice(0, mostListed), skippedCount: skipped.length }
}
