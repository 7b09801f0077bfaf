import { documentFromPlainText } from '../../../shared/document/from-plain-text.js'
import { normaliseText } from '../../../shared/document/normalise.js'
import { plainTextOf } from '../../../shared/document/text-offsets.js'
import type { Selector } from '../../../shared/domain/claim.js'
import type { Quote } from '../../../shared/anchoring/quote.js'
import { textVersionIdSchema, type TextVersionId } from '../../../shared/domain/ids.js'
import type { Source, TextVersion } from '../../../shared/domain/source.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { WritableDb } from '../../database.js'
import { sha256 } from '../../digest.js'
import { addTextVersion, nextVersionNumber, versionWithText } from '../../tables/text-versions.js'
import type { ImportAct } from './import-sources.js'

/** Quotes as a text of their own, in which the claims of them stand. */
export interface OrphanQuotes {
  /** The selector of a quote, with the surroundings that the file gave it. Throws 'invalid' for one that was not kept. */
  selector: (quote: Pick<Quote, 'exact' | 'prefix' | 'suffix'>) => Selector
}

/**
 * Keeps quotes that are not in a source's text as a text version of that source which never was the current one, a
 * paragraph a quote. A claim that stands in it is an orphan, as one whose passage a correction took away, and its selector
 * says a place where its words do stand. The same quotes are kept once, however often they are imported.
 */
export function keepOrphanQuotes(
  db: WritableDb,
  source: Source,
  { quotes, reason }: { quotes: readonly string[]; reason: string },
  act: ImportAct,
): OrphanQuotes {
  const starts = new Map<string, number>()
  let text = ''
  for (const exact of new Set(quotes.map(normaliseText))) {
    if (!exact) continue
    if (text) text += '\n\n'
    starts.set(exact, text.length)
    text += exact
  }
  const { id } =
    versionWithText(db, source.id, sha256(text)) ?? addedVersion(db, source, { text, reason }, act)
  return { selector: (quote) => selectorOf(quote, id, starts) }
}

function addedVersion(
  db: WritableDb,
  source: Source,
  { text, reason }: { text: string; reason: string },
  { at, newId }: ImportAct,
): TextVersion {
  const document = documentFromPlainText(text)
  if (plainTextOf(document) !== text) {
    throw new StetError(
      'invalid',
      `The quotes that are not in “${source.title}” cannot be kept as a text. Nothing was imported.`,
    )
  }
  const version: TextVersion = {
    id: textVersionIdSchema.parse(newId()),
    sourceId: source.id,
    number: nextVersionNumber(db, source.id),
    text,
    document: document.toJSON(),
    sha256: sha256(text),
    reason,
    createdAt: at,
  }
  addTextVersion(db, version)
  return version
}

function selectorOf(
  { exact: written, prefix, suffix }: Pick<Quote, 'exact' | 'prefix' | 'suffix'>,
  textVersionId: TextVersionId,
  starts: ReadonlyMap<string, number>,
): Selector {
  const exact = normaliseText(written)
  const start = starts.get(exact)
  if (start === undefined)
    throw new StetError('invalid', 'A quote without any letters cannot be kept. Nothing was imported.')
  return { textVersionId, start, end: start + exact.length, exact, prefix, suffix }
}
