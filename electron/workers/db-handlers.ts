import { randomUUID } from 'node:crypto'
import { createCase, openCase, type CaseStore } from '../../db/case-store.js'
import type { PageRequest } from '../../db/operations/search.js'
import type { SourceImport } from '../../shared/domain/case.js'
import type { Command } from '../../shared/domain/command.js'
import type { Finding } from '../../shared/domain/finding.js'
import type { SourceId } from '../../shared/domain/ids.js'
import { StetError } from '../../shared/ipc/result.js'

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

  return {
    create(path: string, title: string): void {
      store = createCase(path, { title, id: randomUUID(), at: now(), ...binding })
    },
    open(path: string): void {
      store = openCase(path, binding)
    },
    close(): void {
      store?.close()
      store = null
    },
    info: () => opened().info(),
    setTitle: (title: string, actor: string) => opened().setTitle(title, actor, now()),
    records: () => opened().records(),
    snapshot: () => opened().snapshot(),
    text: (id: SourceId) => opened().text(id),
    history: (key: string) => opened().history(key),
    undoState: () => opened().undoState(),
    importSources: (imports: SourceImport[], actor: string) =>
      opened().importSources(imports, randomUUID, actor, now()),
    perform: (command: Command, actor: string) => opened().perform(command, actor, now()),
    undo: (actor: string) => opened().undo(actor, now()),
    redo: (actor: string) => opened().redo(actor, now()),
    storeFindings: (findings: Finding[]) => opened().storeFindings(findings),
    search: (query: string, page: PageRequest) => opened().search(query, page),
    verify: () => opened().verify(),
    checkpoint: () => opened().checkpoint(),
  }
}

export type DbHandlers = ReturnType<typeof dbHandlers>
