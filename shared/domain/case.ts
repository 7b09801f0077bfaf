import { z } from 'zod'
import type { Assessment } from './assessment.js'
import { changeSchema, type Change } from './change.js'
import type { Claim } from './claim.js'
import type { CasePreference } from './case-preference.js'
import type { Evidence } from './evidence.js'
import type { Decision, Finding } from './finding.js'
import { instantSchema, sha256Schema, type SignOffId, type SourceId } from './ids.js'
import type { Note } from './note.js'
import type { Relation } from './relation.js'
import type { Person, Round, SignOff } from './review.js'
import type { MediaType, Source, SourceRecord, TextVersion } from './source.js'

export const caseInfoSchema = z.strictObject({
  id: z.string().min(1).max(100),
  title: z.string().trim().min(1).max(1000),
  createdAt: instantSchema,
  schemaVersion: z.int().positive(),
})

export type CaseInfo = z.infer<typeof caseInfoSchema>

/** A record that cannot be trusted; it is left out where records are listed. */
export interface DamagedRecord {
  /** What a person calls it: "claim", "note", "text". */
  kind: string
  /** Its id, fingerprint or digest, as far as it can be read. */
  key: string
  /** For a person, with the way out. */
  message: string
}

/** Everything in a case but the texts. Removed sources are left out, with their claims and findings. */
export interface CaseRecords {
  sources: Source[]
  claims: Claim[]
  notes: Note[]
  evidence: Evidence[]
  relations: Relation[]
  findings: Finding[]
  decisions: Decision[]
  people: Person[]
  rounds: Round[]
  assessments: Assessment[]
  signOffs: SignOff[]
  /** The sign-offs over what was changed after it was signed. */
  staleSignOffs: SignOffId[]
  preferences: CasePreference[]
  /** Records that are in the file but cannot be trusted; empty in a sound case. */
  damaged: DamagedRecord[]
}

/** What a report is made from: the records, and the current text version of each source, in the sources' order. */
export interface CaseSnapshot extends CaseRecords {
  info: CaseInfo
  texts: TextVersion[]
}

/** A parsed source on its way into a case. `original` is shared by the parts of one file. */
export interface SourceImport {
  record: SourceRecord
  fileName: string | null
  mediaType: MediaType
  encoding: string
  original: Uint8Array
  /** UTF-16 code units of the decoded file. */
  partStart: number
  partEnd: number
  text: string
  /** ProseMirror JSON of `text`. */
  document: unknown
  /** Why the text is as it is, where a person chose between readings of the file; kept with the text version. */
  reading?: string
  /** The comments of a document that are taken over, each as a claim with a note. */
  comments?: SourceComment[]
}

/** What somebody remarked on a passage of a document. Offsets are UTF-16 code units of the text; `end` is behind `start`. */
export interface SourceComment {
  start: number
  end: number
  /** Null where the document does not say. */
  author: string | null
  /** An instant in UTC; null where the document does not say. */
  at: string | null
  text: string
}

/** What can be taken back and done again, as labels for a person ("Add claim"); null when there is nothing. */
export interface UndoState {
  undo: string | null
  redo: string | null
}

/** What an act did. It is committed by the time that anyone holds this. */
export interface Outcome extends UndoState {
  changes: Change[]
  /** What the case is called now, when the act changed that. */
  title?: string
  /** The sources with an unfinished correction, when the act may have changed which these are. */
  drafts?: SourceId[]
}

/** What a check changed in the list of findings. */
export interface FindingsDelta {
  added: Finding[]
  /** Fingerprints. */
  removed: string[]
}

/**
 * What a run of the checks is certain of before it is over: all that the rules of single texts say of `sources`, and all
 * that `caseRules` say of the case. In the order of the sources and of the text within each of these.
 */
export interface SettledFindings {
  /** Sources of which `textRules` have said everything. */
  sources: string[]
  textRules: string[]
  /** Rules over the whole case that have said everything. */
  caseRules: string[]
  findings: Finding[]
}

/** One entry of the log: who did what when. `hash` is the SHA-256 over the entry before and this one. */
export const logEntrySchema = z.strictObject({
  sequence: z.int().positive(),
  at: instantSchema,
  actor: z.string(),
  action: z.string(),
  changes: z.array(changeSchema),
  hash: sha256Schema,
})

export type LogEntry = z.infer<typeof logEntrySchema>
