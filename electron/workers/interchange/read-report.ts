import { sha256 } from '../../../db/digest.js'
import { documentOfText } from '../../../db/operations/acts/text-document.js'
import { plainTextOf } from '../../../shared/document/text-offsets.js'
import type { SourceImport } from '../../../shared/domain/case.js'
import type { VerdictScale } from '../../../shared/domain/verdict-scale.js'
import type { StetError } from '../../../shared/ipc/result.js'
import { readEmbedded, type ReportData } from '../../../shared/report/html/embedded.js'
import { readSeal } from '../../../shared/report/seal/seal.js'
import type { FileBytes } from '../import/file-bytes.js'
import { damaged } from '../import/refusals.js'
import type { Verdicts } from './exported-scale.js'
import type { IncomingClaims } from './incoming.js'
import { refuseHostile, tooManyValues } from './json-value.js'
import { isAnnotations, readAnnotations } from './read-annotations.js'
import { refuseTooMany } from './record-limits.js'

/** Whether a page is as it was saved; `none` where it has no seal that could tell. */
export type SealState = 'unaltered' | 'altered' | 'none'

/** What a report that was saved as a web page holds for a case to be made of it again. */
export interface IncomingReport {
  title: string
  /** When it was made, an instant, and by which program. */
  madeAt: string
  program: string
  seal: SealState
  scale: VerdictScale
  /** The texts in their order, each with the identifier that it had in the case of the report. */
  sources: { id: string; text: SourceImport }[]
  claims: IncomingClaims
  /** How many signatures it tells of; they are over another case. */
  signatures: number
}

/**
 * Reads the web page of a report. Judgements are read by `verdicts`, or where they are null by the report's own scale. Throws
 * `invalid` for a page whose data is not as Stet writes it, `too-large` past the limits; both name the file.
 */
export function readReport({ bytes, name }: FileBytes, verdicts: Verdicts | null): IncomingReport {
  const html = new TextDecoder('utf-8').decode(bytes)
  const embedded = readEmbedded(html, () => tooManyValues(name))
  if (!embedded) throw notAsWritten(name, 'what it holds for programs cannot be read')
  const { data, annotations } = embedded
  refuseHostile([data, annotations], name)
  if (!isAnnotations(annotations)) throw notAsWritten(name, 'its claims are no annotations')
  refuseTooMany(data.sources.length, 'texts', name)
  if (new Set(data.sources.map(({ id }) => id)).size < data.sources.length)
    throw notAsWritten(name, 'two of its texts have the same identifier')
  const claims = readAnnotations(annotations, name, verdicts ?? data.scale.verdicts)
  return {
    title: data.case.title.trim().slice(0, 200) || name,
    madeAt: data.generatedAt,
    program: data.program.slice(0, 200),
    seal: sealState(html),
    scale: data.scale,
    sources: data.sources.map((source) => ({ id: source.id, text: textOf(source, name) })),
    claims: { ...claims, format: 'Claims of a report', claims: claims.claims.map(unsigned) },
    signatures: data.signOffs.length,
  }
}

function notAsWritten(name: string, why: string): StetError {
  return damaged(name, `it says that it is a report by Stet, but ${why}`)
}

function sealState(html: string): SealState {
  const read = readSeal(html, sha256)
  if (read === null) return 'none'
  return read !== 'unreadable' && read.isUnaltered ? 'unaltered' : 'altered'
}

/** A report has the words of a text, not the file that they were read from: they become the file of the new source. */
function textOf(source: ReportData['sources'][number], name: string): SourceImport {
  const { text, version, title, author, publisher, published, url, accessed } = source
  const { kind, reliability, credibility, language } = source
  const refused = (why: string): StetError => notAsWritten(name, `in “${title.slice(0, 100)}” ${why}`)
  if (sha256(text) !== version.sha256) throw refused('the text is not the one that its digest is of')
  const document = documentOfText(source.document, refused)
  if (plainTextOf(document) !== text) throw refused('its paragraphs do not say what its text says')
  const record = { title, author, publisher, published, url, accessed, kind, reliability, credibility }
  return {
    record: { ...record, ...(language !== undefined && { language }) },
    fileName: null,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    original: new TextEncoder().encode(text),
    partStart: 0,
    partEnd: text.length,
    text,
    document: document.toJSON() as unknown,
  }
}

/** Signatures stay with the case that they are over, so that no claim comes signed off. */
function unsigned(claim: IncomingClaims['claims'][number]): IncomingClaims['claims'][number] {
  const { fields } = claim
  return fields.status === 'signed-off' ? { ...claim, fields: { ...fields, status: 'reviewed' } } : claim
}
