import { randomUUID } from 'node:crypto'
import { createCase } from '../../../db/case-store.js'
import { openForWriting } from '../../../db/connection.js'
import { applyChanges } from '../../../db/operations/acts/apply-changes.js'
import type { Change } from '../../../shared/domain/change.js'
import type { Claim } from '../../../shared/domain/claim.js'
import type { Evidence } from '../../../shared/domain/evidence.js'
import type { Note } from '../../../shared/domain/note.js'
import type { Source } from '../../../shared/domain/source.js'
import { importOf, instant } from '../../db/case-data.js'
import { largeCase } from './large-case.js'

/** Where SQLite lies; the runtime may not load the one that is shipped. */
const nativeBinding = process.env['STET_SQLITE_BINDING']
const binding = nativeBinding ? { nativeBinding } : {}

/** Writes a large case into a new file: the same records as those of `largeCase`, on sources of their own. */
export function writeLargeCase(path: string, sizes: { claims: number; bytes: number }): void {
  const { snapshot } = largeCase(sizes)
  const store = createCase(path, { title: 'Bench', id: randomUUID(), at: instant(), ...binding })
  const imports = snapshot.texts.map(({ text }, index) => {
    const { record, ...source } = importOf(text)
    const { title, url } = snapshot.sources[index]!
    return { ...source, record: { ...record, title, url } }
  })
  store.importSources(imports, randomUUID, 'Ada', instant())
  const { sources } = store.records()
  store.close()
  const inFile = new Map(snapshot.sources.map(({ id }, index) => [id, sources[index]!]))
  const db = openForWriting(path, binding)
  const act = { at: instant(1), actor: 'Ada', action: 'Add' }
  applyChanges(
    db,
    snapshot.claims.map((claim) => newClaim(placed(claim, inFile))),
    act,
  )
  applyChanges(db, snapshot.notes.map(newNote), act)
  applyChanges(db, snapshot.evidence.map(newEvidence), act)
  db.close()
}

function placed(claim: Claim, inFile: ReadonlyMap<string, Source>): Claim {
  const { id, currentVersionId } = inFile.get(claim.sourceId)!
  return { ...claim, sourceId: id, selector: { ...claim.selector, textVersionId: currentVersionId } }
}

const newClaim = (after: Claim): Change => ({ kind: 'claim', key: after.id, before: null, after })
const newNote = (after: Note): Change => ({ kind: 'note', key: after.id, before: null, after })
const newEvidence = (after: Evidence): Change => ({ kind: 'evidence', key: after.id, before: null, after })
