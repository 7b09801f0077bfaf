import type { ClaimFields } from '../../../shared/domain/claim.js'
import type { EvidenceFields } from '../../../shared/domain/evidence.js'
import type { Citation, Remark, TablePreview } from '../../../shared/domain/record-import.js'
import type { RelationType } from '../../../shared/domain/relation.js'
import type { UnknownVerdict } from './unknown-verdicts.js'

/** What a file says of a text that its passages stand in; null or empty where it says nothing. */
export interface TextHint {
  key: string
  label: string
  /** SHA-256 digests of the text in UTF-8, and of the file that it was read from. */
  textDigests: string[]
  fileDigest: string | null
  /** The source's identifier in the case that it was exported from. */
  sourceId: string | null
  address: string | null
  title: string | null
}

/** A passage as a file points at it. */
export interface IncomingPassage {
  /** The key of its text. */
  text: string
  exact: string
  prefix: string
  suffix: string
  /** Code points from the start of the text with the digest `textDigest`; null when the file does not say. */
  position: { start: number; end: number } | null
  textDigest: string | null
  /** First and last paragraph, counted from 1, where nothing better is known. */
  paragraphs: { first: number; last: number } | null
}

/** Instants are ISO 8601 in UTC with milliseconds; null where the file does not say. */
interface Dated {
  createdAt: string | null
  updatedAt: string | null
}

export interface IncomingNote extends Dated {
  id: string
  text: string
  visibility: 'internal' | 'public'
  /** Null for nobody named. */
  author: string | null
}

export interface IncomingEvidence extends Dated {
  id: string
  fields: EvidenceFields
  /** A passage of a text instead of a citation. */
  passage: IncomingPassage | null
}

/** A claim on its way into a case. Ids are made from those of the file, so that the same file gives the same ids. */
export interface IncomingClaim extends Dated {
  id: string
  /** Its place in the file: "annotation 3". */
  where: string
  passage: IncomingPassage
  fields: ClaimFields
  /** The name of who is to check it. */
  assignee: string | null
  /** Without identifier in the file: a claim of the case on the same passage is taken for the same. */
  isUnnamed: boolean
  notes: IncomingNote[]
  evidence: IncomingEvidence[]
  relations: { type: RelationType; toClaimId: string }[]
}

/** Claims that were read from a file. */
export interface IncomingClaims {
  kind: 'claims'
  format: string
  claims: IncomingClaim[]
  texts: TextHint[]
  skipped: Remark[]
  /** Verdicts that stand in notes of their claims alone, which are also in `skipped`. */
  unknownVerdicts: UnknownVerdict[]
  notices: string[]
  table: TablePreview | null
}

/** Works that were read from a file. */
export interface IncomingCitations {
  kind: 'citations'
  format: string
  citations: Citation[]
  skipped: Remark[]
}

export type IncomingRecords = IncomingClaims | IncomingCitations
