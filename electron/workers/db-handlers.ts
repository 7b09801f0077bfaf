import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createCase, openCase, type CaseStore } from '../../db/case-store.js'
import type { ReadableDb } from '../../db/database.js'
import { caseInfo } from '../../db/operations/read-case.js'
import type { TextReplacement } from '../../db/operations/replace-text.js'
import type { PageRequest } from '../../db/operations/search.js'
import { salvageCase } from '../../db/salvage/salvage-case.js'
import { keepCopy } from '../../db/save-copy.js'
import type { DraftPart } from '../../db/tables/text-drafts.js'
import type { SourceImport } from '../../shared/domain/case.js'
import type { ClaimPageRequest } from '../../shared/domain/claim-list.js'
import type { Command } from '../../shared/domain/command.js'
import type { Finding } from '../../shared/domain/finding.js'
import type { ClaimId, SourceId, TextVersionId } from '../../shared/domain/ids.js'
import { StetError } from '../../shared/ipc/result.js'
import { backupFolder } from './backup-folder.js'

/**
 * What the db-worker can do: it holds the one connection that writes to a case file. Each function that writes has
 * committed by the time that it answers.
 */
export function dbHandlers(nativeBinding: string | undefined) {
  const binding = nativeBinding ? { nativeBinding } : {}
  let store: CaseStore | null = null
  const opened = (): CaseStore => {
    if (!store) throw new StetError('internal', 'No case file is open in this worker')
    return store
  }
  const now = (): string => new Date().toISOString()
  let idle: NodeJS.Timeout | undefined
  /** After each act: once nothing more comes, the file alone is the case, so that a copy of it loses nothing. */
  const done = <T>(answer: T): T => {
    clearTimeout(idle)
    idle = setTimeout(() => checkpointWhenIdle(store), idleBeforeCheckpoint).unref()
    return answer
  }

  return {
    create(path: string, title: string): void {
      store = createCase(path, { title, id: randomUUID(), at: now(), ...binding })
    },
    /** `backups` is where a file of an older version is copied to before it is migrated. */
    open(path: string, backups?: string): void {
      const olderCopy = (db: ReadableDb) => {
        const folder = backupFolder(backups ?? '', caseInfo(db).id)
        mkdirSync(folder, { recursive: true })
        return join(folder, `${now().replaceAll(':', '-')}.stet`)
      }
      store = openCase(path, backups === undefined ? binding : { ...binding, olderCopy })
    },
    close(): void {
      clearTimeout(idle)
      store?.close()
      store = null
    },
    info: () => opened().info(),
    setTitle: (title: string, actor: string) => done(opened().setTitle(title, actor, now())),
    records: () => opened().records(),
    snapshot: () => opened().snapshot(),
    sourceTexts: () => opened().sourceTexts(),
    preferences: () => opened().preferences(),
    text: (id: SourceId) => opened().text(id),
    history: (key: string) => opened().history(key),
    staleSignOffs: (claimId: ClaimId | null) => opened().staleSignOffs(claimId),
    undoState: () => opened().undoState(),
    importSources: (imports: SourceImport[], actor: string) =>
      done(opened().importSources(imports, randomUUID, actor, now())),
    replaceText: (replacement: TextReplacement, actor: string) =>
      done(opened().replaceText(replacement, randomUUID, actor, now())),
    versions: (id: SourceId) => opened().versions(id),
    version: (id: TextVersionId) => opened().version(id),
    saveDraft: (part: DraftPart) => done(opened().saveDraft(part)),
    drafts: () => opened().drafts(),
    draft: (id: SourceId) => opened().draft(id),
    discardDraft: (id: SourceId) => done(opened().discardDraft(id)),
    perform: (command: Command, actor: string) => done(opened().perform(command, actor, now())),
    undo: (actor: string) => done(opened().undo(actor, now())),
    redo: (actor: string) => done(opened().redo(actor, now())),
    storeFindings: (findings: Finding[]) => done(opened().storeFindings(findings)),
    search: (query: string, page: PageRequest) => opened().search(query, page),
    claimCounts: () => opened().claimCounts(),
    claims: (page: ClaimPageRequest) => opened().claims(page),
    verify: () => opened().verify(),
    writeCopy: (toPath: string) => opened().writeCopy(toPath),
    // The rest needs no open case: another worker can take its time over it.
    keepCopy: (temporary: string, toPath: string, mustBeSound: boolean) =>
      keepCopy(temporary, toPath, mustBeSound, binding),
    salvage: (path: string, toPath: string, actor: string) =>
      salvageCase(path, toPath, { ...binding, actor, at: now(), id: randomUUID() }),
    compareWith: (copyPath: string) => opened().compareWith(copyPath),
    checkpoint: () => opened().checkpoint(),
  }
}

/** Milliseconds; less than it takes a person to copy the file by hand. */
const idleBeforeCheckpoint = 3000

/** What cannot be moved into the file now is safe beside it, and the next checkpoint tries again. */
function checkpointWhenIdle(store: CaseStore | null): void {
  try {
    store?.checkpoint()
  } catch (thrown) {
    if (!(thrown instanceof StetError)) throw thrown
  }
}

export type DbHandlers = ReturnType<typeof dbHandlers>
