import type { RecordKind, RecordOf } from '../../shared/domain/change.js'
import type { TextVersion } from '../../shared/domain/source.js'
import { sha256 } from '../digest.js'
import type { Told } from './choose-records.js'
import type { Findings } from './find-records.js'

/** What can stand in a case together, and what cannot because something that it needs is gone. */
export interface Fitting {
  originals: Map<string, Uint8Array>
  texts: TextVersion[]
  records: Told[]
  lost: { kind: string; key: string; message: string }[]
}

type Chosen = ReadonlyMap<string, Told>

/** Brings together what was found: each record with the source, text, claim or person that it is about. */
export function fittingRecords(findings: Findings, chosen: Chosen): Fitting {
  const fitting: Fitting = { originals: new Map(findings.originals), texts: [], records: [], lost: [] }
  const kept = new Set<string>()
  const unique = new Set<string>()
  for (const kind of order) {
    for (const told of chosen.values()) {
      if (told.kind !== kind || !told.record) continue
      const problem = fitters[kind](told, { findings, fitting, kept, unique })
      if (problem) fitting.lost.push({ kind, key: told.key, message: problem })
      else {
        kept.add(`${kind} ${told.key}`)
        fitting.records.push(told)
      }
    }
    if (kind === 'source') keepTexts(findings, fitting, kept)
  }
  return fitting
}

const order: readonly RecordKind[] = [
  'source',
  'person',
  'claim',
  'note',
  'evidence',
  'relation',
  'decision',
  'round',
  'assessment',
  'sign-off',
  'preference',
]

interface Context {
  findings: Findings
  fitting: Fitting
  kept: ReadonlySet<string>
  /** What may be there once only. */
  unique: Set<string>
}

/** Null when the record can stand, which it may be changed for; else why it cannot. */
type Fitter = (told: Told, context: Context) => string | null

const fits: Fitter = () => null

const onClaim: Fitter = ({ record }, { kept }) =>
  kept.has(`claim ${(record as RecordOf<'note'>).claimId}`) ? null : 'The claim that it is on was lost.'

const fitters: Record<RecordKind, Fitter> = {
  source: fitSource,
  claim: (told, { kept, findings }) => {
    const { assigneeId, ...claim } = told.record as RecordOf<'claim'>
    const { sourceId, selector } = claim
    if (assigneeId && !kept.has(`person ${assigneeId}`)) told.record = claim
    if (!kept.has(`source ${sourceId}`)) return 'The source that it is in was lost.'
    const text = findings.texts.get(selector.textVersionId)
    return text?.sourceId === sourceId ? null : 'The text that it is in was lost.'
  },
  note: onClaim,
  evidence: (told, context) => onClaim(told, context) ?? fitEvidence(told, context),
  relation: ({ record }, { kept, unique }) => {
    const { fromClaimId, toClaimId, type } = record as RecordOf<'relation'>
    const both = kept.has(`claim ${fromClaimId}`) && kept.has(`claim ${toClaimId}`)
    if (!both) return 'A claim at one of its ends was lost.'
    return once(unique, `${fromClaimId} ${toClaimId} ${type}`, 'The claims are related so already.')
  },
  decision: fits,
  person: fits,
  round: ({ record }, { unique }) =>
    once(unique, `round ${(record as RecordOf<'round'>).number}`, 'Another round has its number.'),
  assessment: (told, context) => {
    const { claimId, personId } = told.record as RecordOf<'assessment'>
    if (!context.kept.has(`person ${personId}`)) return 'The person who judged was lost.'
    return onClaim(told, context) ?? once(context.unique, `${claimId} ${personId}`, 'They judged it already.')
  },
  'sign-off': ({ record }, { kept }) => {
    const { personId, roundId, claimId } = record as RecordOf<'sign-off'>
    if (!kept.has(`person ${personId}`)) return 'The person who signed was lost.'
    if (roundId && !kept.has(`round ${roundId}`)) return 'The round in which it was signed was lost.'
    return claimId && !kept.has(`claim ${claimId}`) ? 'The claim that was signed was lost.' : null
  },
  preference: fits,
}

/** A source needs its text. Where only the original bytes are gone, the text takes their place. */
function fitSource(told: Told, { findings, fitting }: Context): string | null {
  const source = told.record as RecordOf<'source'>
  const text = findings.texts.get(source.currentVersionId)
  if (text?.sourceId !== source.id) return 'Its text was lost.'
  if (findings.originals.has(source.originalSha256)) return null
  const bytes = new TextEncoder().encode(text.text)
  const originalSha256 = sha256(bytes)
  fitting.originals.set(originalSha256, bytes)
  told.record = { ...source, originalSha256, partStart: 0, partEnd: text.text.length, encoding: 'utf-8' }
  const message = 'The bytes of the file that it was imported from; its text takes their place.'
  fitting.lost.push({ kind: 'original', key: source.originalSha256, message })
  return null
}

/** A passage of a source that is gone becomes a citation, with its quote. */
function fitEvidence(told: Told, { kept, findings }: Context): string | null {
  const piece = told.record as RecordOf<'evidence'>
  if (piece.sourceId === null || !piece.selector) return null
  const text = findings.texts.get(piece.selector.textVersionId)
  if (kept.has(`source ${piece.sourceId}`) && text?.sourceId === piece.sourceId) return null
  told.record = { ...piece, sourceId: null, selector: null }
  return null
}

function keepTexts(findings: Findings, fitting: Fitting, kept: ReadonlySet<string>): void {
  const numbers = new Set<string>()
  for (const text of findings.texts.values()) {
    const isKept = kept.has(`source ${text.sourceId}`)
    if (isKept && once(numbers, `${text.sourceId} ${text.number}`, '') === null) fitting.texts.push(text)
    else fitting.lost.push({ kind: 'text', key: text.id, message: 'The source that it belongs to was lost.' })
  }
}

function once(seen: Set<string>, name: string, problem: string): string | null {
  if (seen.has(name)) return problem
  seen.add(name)
  return null
}
