import type { ImportOutcome } from '../../../shared/ipc/contract.js'
import type { Handlers } from './handlers.js'
import type { ImportChoice, ImportOffers } from '../imports/import-offers.js'
import type { Shell } from '../shell.js'
import type { SourceUpdates } from '../imports/source-updates.js'

interface TextCalls {
  imports: ImportOffers
  updates: SourceUpdates
  shell: Shell
  /** Offers the files that hold records, not texts; answers with the others. */
  withoutRecords: (paths: readonly string[]) => Promise<string[]>
  commit: (choices: ImportChoice[]) => Promise<ImportOutcome>
}

/** The calls that read texts from files: new sources, and other texts for those that are there. */
export function textHandlers({ imports, updates, shell, withoutRecords, commit }: TextCalls) {
  return {
    'source.choose-update': async () => {
      const path = await shell.chooseText()
      return path ? updates.preview(path) : null
    },
    'source.reread': ({ id, encoding }) => updates.reread(id, encoding),
    'source.compare-update': (choice) => updates.compare(choice),
    'source.update': ({ reason, ...choice }) => updates.commit(choice, reason),
    'import.choose': async () => imports.paths(await withoutRecords(await shell.chooseTexts())),
    'import.clipboard': async () => imports.text(await shell.clipboardText()),
    'import.paste': ({ text }) => imports.text(text),
    'import.reread': ({ id, ...named }) => imports.reread(id, named),
    'import.commit': commit,
    'import.discard': async (ids) => imports.discard(ids),
  } satisfies Partial<Handlers>
}
