import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { MessagePort } from 'node:worker_threads'
import { createCase, openCase, type CaseStore } from '../../db/case-store.js'
import type { ReadableDb } from '../../db/database.js'
import { otherCopyIsGone } from '../../db/operations/merge/merge-copy.js'
import type { OtherCopy } from '../../db/operations/merge/other-copy.js'
import type { OwnSideAsk } from '../../db/operations/merge/own-side.js'
import { caseInfo } from '../../db/operations/reading/read-case.js'
import type { RecordBatch } from '../../db/operations/imports/import-records.js'
import type { TextReplacement } from '../../db/operations/acts/replace-text.js'
import type { PageRequest } from '../../db/operations/search/search.js'
import type { CaseExcerpt } from '../../db/read-other-case.js'
import type { DraftPart } from '../../db/tables/text-drafts.js'
import type { BundleChoice } from '../../shared/domain/bundle.js'
import type { SettledFindings, SourceImport } from '../../shared/domain/case.js'
import type { ClaimPageRequest } from '../../shared/domain/claim-list.js'
import type { Command } from '../../shared/domain/command.js'
import type { Finding } from '../../shared/domain/finding.js'
import type { MergeChoices } from '../../shared/domain/merge.js'
import type { ClaimId, SourceId, TextVersionId } from '../../shared/domain/ids.js'
import { StetError } from '../../shared/ipc/result.js'
import { backupFolder } from './backup-folder.js'
import { caseFileHandlers } from './case-file-handlers.js'
import { mergeHandlers } from './merge-handlers.js'
import { sendAll } from './port-stream.js'

/**
 * What the db-worker can do: it holds the one connection that writes to a case file. Each function that writes has
 * committed by the time that it answers. `tell` is told how far a long one is, from 0 to 1.
 */
export function dbHandlers(nativeBinding: string | undefined, tell: (share: number) => void = () => {}) {
  const binding = nativeBinding ? { nativeBinding } : {}
  let store: CaseStore | null = null
  /** The other copy that a person was shown, until it is merged or another is. */
  let other: OtherCopy | null = null
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
    ...caseFileHandlers(binding, now),
    ...mergeHandlers(binding, now, tell),
    ...readHandlers(opened),
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
      other = null
    },
    setTitle: (title: string, actor: string) => done(opened().setTitle(title, actor, now())),
    importSources: (imports: SourceImport[], actor: string) =>
      done(opened().importSources(imports, randomUUID, actor, now())),
    importRecords: (batch: RecordBatch, actor: string) =>
      done(opened().importRecords(batch, randomUUID, actor, now())),
    copySources: (excerpt: CaseExcerpt, actor: string) => done(opened().copySources(excerpt, actor, now())),
    replaceText: (replacement: TextReplacement, actor: string) =>
      done(opened().replaceText(replacement, randomUUID, actor, now())),
    saveDraft: (part: DraftPart) => done(opened().saveDraft(part)),
    discardDraft: (id: TextVersionId) => done(opened().discardDraft(id)),
    perform: (command: Command, actor: string) => done(opened().perform(command, actor, now())),
    undo: (actor: string) => done(opened().undo(actor, now())),
    redo: (actor: string) => done(opened().redo(actor, now())),
    storeFindings: (findings: Finding[]) => done(opened().storeFindings(findings)),
    storeSettledFindings: (settled: SettledFindings) => done(opened().storeSettledFindings(settled)),
    writeCopy: (toPath: string) => opened().writeCopy(toPath),
    /** Keeps the other copy that was looked at, until it is merged or another is. */
    keepOtherCopy: (copy: OtherCopy): void => {
      other = copy
    },
    merge: (choices: MergeChoices, head: string, actor: string) => {
      if (other?.head.hash !== head) throw otherCopyIsGone()
      const outcome = opened().merge(other, choices, actor, now())
      other = null
      return done(outcome)
    },
    fillBundle: (toPath: string, choice: BundleChoice, actor: string) =>
      opened().fillBundle(toPath, choice, { id: randomUUID(), actor, at: now() }),
    checkpoint: () => opened().checkpoint(),
  }
}

/** What only reads the open case. */
function readHandlers(opened: () => CaseStore) {
  return {
    info: () => opened().info(),
    records: () => opened().records(),
    snapshot: () => opened().snapshot(),
    logExtract: (limit: number) => opened().logExtract(limit),
    /**
     * Hands the whole case over through a port, with the newest `logEntries` acts of its log, in one state: what is asked
     * meanwhile waits until the other side has all or is gone.
     */
    sendCase: (port: MessagePort, logEntries: number) => sendAll(port, opened().handedOver(logEntries)),
    /** The sources with their current words. */
    sourceTexts: () => opened().sourceTexts(),
    preferences: () => opened().preferences(),
    text: (id: SourceId) => opened().text(id),
    history: (key: string) => opened().history(key),
    staleSignOffs: (claimId: ClaimId | null) => opened().staleSignOffs(claimId),
    undoState: () => opened().undoState(),
    versions: (id: SourceId) => opened().versions(id),
    version: (id: TextVersionId) => opened().version(id),
    /** A source with the untouched bytes of its file, whose digest is checked. */
    original: (id: SourceId) => opened().originalOf(id),
    drafts: () => opened().drafts(),
    draft: (id: SourceId) => opened().draft(id),
    draftOf: (id: TextVersionId) => opened().draftOf(id),
    search: (query: string, page: PageRequest) => opened().search(query, page),
    claimCounts: () => opened().claimCounts(),
    claims: (page: ClaimPageRequest) => opened().claims(page),
    verify: () => opened().verify(),
    /** What signatures are over as the case is now. */
    signedState: () => opened().signedState(),
    compareWith: (copyPath: string) => opened().compareWith(copyPath),
    mergeAsk: () => opened().mergeAsk(),
    ownSide: (asked: OwnSideAsk) => opened().ownSide(asked),
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
export type ReadHandlers = ReturnType<typeof readHandlers>
