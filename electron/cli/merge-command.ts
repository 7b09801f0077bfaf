import { randomUUID } from 'node:crypto'
import { realpathSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { basename, dirname, extname, resolve } from 'node:path'
import { copyCase } from '../../db/case-copy.js'
import { openCase, type CaseStore } from '../../db/case-store.js'
import { ownSideAsk } from '../../db/operations/merge/own-side.js'
import { previewing } from '../../db/operations/merge/preview-merge.js'
import { readCaseFile } from '../../db/read-case-file.js'
import { readOtherCopy } from '../../db/read-other-copy.js'
import type { MergeConflict, MergePreview } from '../../shared/domain/merge.js'
import { StetError } from '../../shared/ipc/result.js'
import { countLines } from '../../shared/merge/count-words.js'
import { freeCasePath } from '../service/files/free-name.js'
import { command } from './command.js'
import { checker, outputFormat } from './common-options.js'
import { interruptible, type Stepwise } from './interruptible.js'
import { printJson, printLines } from './output.js'
import { openOptions } from './sqlite-binding.js'

/**
 * `stet merge`: takes over into one copy of a case what another has done since. Neither file is changed: the result goes to
 * `--output`, which may be the first file with `--in-place` alone. Ends with 1, nothing written, while conflicts are left, and
 * with nothing written when it is interrupted.
 */
export const mergeCommand = command({
  takes: 'MINE THEIRS',
  summary:
    'what another copy of a case, or a bundle that was answered, has that is new; with --output merged',
  options: {
    output: { type: 'string', short: 'o', value: 'FILE', help: 'where to write the merged case' },
    prefer: {
      type: 'string',
      choices: ['mine', 'theirs'],
      help: 'how conflicts are decided; without it none is, and nothing is written',
    },
    'in-place': {
      type: 'boolean',
      help: 'change the first file itself, which --output must name as well; a copy of it as it was is kept beside it',
    },
    checker,
    format: outputFormat,
  },
  async run({ files: [mine, theirs, ...others], options }) {
    if (!mine || !theirs || others.length > 0) {
      throw new StetError('invalid', 'Name two copies of one case. “stet merge --help” shows how.')
    }
    const { prefer, output, checker: actor, format } = options
    const merging = { prefer, output, inPlace: options['in-place'], checker: actor }
    requirePlaces(mine, theirs, merging)
    const { preview, isWritten, backup } = await interruptible((stepwise) =>
      merged(mine, theirs, merging, stepwise),
    )
    if (format === 'json') printJson({ ...preview, written: isWritten, backup })
    else {
      printLines(asLines(preview, prefer, isWritten ? output : null))
      if (backup !== null) printLines([`The case as it was before: ${backup}`])
    }
    return preview.conflicts.length > 0 && prefer === null ? 1 : 0
  },
})

type Prefer = 'mine' | 'theirs' | null

interface Merging {
  prefer: Prefer
  output: string | null
  inPlace: boolean
  checker: string | null
}

interface Merged {
  preview: MergePreview
  isWritten: boolean
  /** Where the first file was copied to before it was changed itself. */
  backup: string | null
}

function merged(
  mine: string,
  theirs: string,
  { prefer, output, inPlace, checker }: Merging,
  stepwise: Stepwise,
): Promise<Merged> {
  return withStore(mine, inPlace, async (store) => {
    const other = readOtherCopy(theirs, store.mergeAsk(), openOptions())
    const at = new Date().toISOString()
    const own = store.ownSide(ownSideAsk(other))
    const preview = await stepwise('Comparing', previewing(own, other, at))
    const isDecided = preview.conflicts.length === 0 || prefer !== null
    if (!isDecided || output === null) return { preview, isWritten: false, backup: null }
    const backup = inPlace && !preview.isNothing ? await keptBefore(store, mine) : null
    store.merge(other, { others: prefer, each: {} }, checker ?? userInfo().username, at)
    if (!inPlace) store.saveCopy(resolve(output))
    return { preview, isWritten: true, backup }
  })
}

/** Copies the case as it is into a new file beside it; the path of that. */
async function keptBefore(store: CaseStore, path: string): Promise<string> {
  const name = `${basename(path, extname(path))} (before merging)`
  const backup = await freeCasePath(dirname(resolve(path)), name)
  store.saveCopy(backup)
  return backup
}

/** Works on the case itself, or on a copy of it that goes afterwards. */
async function withStore<T>(
  path: string,
  inPlace: boolean,
  work: (store: CaseStore) => Promise<T>,
): Promise<T> {
  if (inPlace) return closing(openCase(path, openOptions()), work)
  // A case that somebody has open would be copied in the middle of an act.
  readCaseFile(path, openOptions(), () => {})
  const copy = copyCase(path)
  try {
    return await closing(
      openCase(copy.path, { ...openOptions(), olderCopy: () => `${copy.path}.${randomUUID()}` }),
      work,
    )
  } finally {
    copy.remove()
  }
}

async function closing<T>(store: CaseStore, work: (store: CaseStore) => Promise<T>): Promise<T> {
  try {
    return await work(store)
  } finally {
    store.close()
  }
}

function requirePlaces(mine: string, theirs: string, { output, inPlace }: Merging): void {
  if (isSameFile(mine, theirs))
    throw new StetError('invalid', `${theirs} is the same file. Name another copy.`)
  if (inPlace !== (output !== null && isSameFile(output, mine))) {
    throw new StetError(
      'invalid',
      inPlace
        ? `--in-place changes ${mine} itself: name it with --output too.`
        : `${output} is one of the copies. To change it, say --in-place as well.`,
    )
  }
  if (output !== null && isSameFile(output, theirs)) {
    throw new StetError('invalid', `${output} is the other copy, which is only read. Name another file.`)
  }
}

function isSameFile(one: string, other: string): boolean {
  const place = (path: string) =>
    statSync(path, { throwIfNoEntry: false }) ? realpathSync(path) : resolve(path)
  return place(one) === place(other)
}

function asLines(preview: MergePreview, prefer: Prefer, output: string | null): string[] {
  const { conflicts, entries, title, people, notices } = preview
  if (preview.isNothing) {
    const written = output ? ` ${output} was written all the same.` : ''
    return [`“${title}” holds nothing new.${written}`, ...notices]
  }
  const who = people.map(
    ({ actor, entries: count, first, last }) => `  ${actor}: ${count} (${first} to ${last})`,
  )
  const result = output
    ? `Written: ${output}`
    : conflicts.length > 0 && prefer === null
      ? `${conflicts.length} to choose; nothing was written. --prefer mine or --prefer theirs decides them all.`
      : 'Nothing was written; --output says where to.'
  return [
    `${entries} new log ${entries === 1 ? 'entry' : 'entries'} in “${title}”`,
    ...who,
    ...countLines(preview).map((line) => `  ${line}`),
    ...notices.map((notice) => `  ${notice}`),
    ...conflicts.flatMap(conflictLines),
    result,
  ]
}

function conflictLines({ kind, label, field, before, mine, theirs }: MergeConflict): string[] {
  const line = (text: string | null): string => text?.replace(/\s+/g, ' ') ?? '(nothing)'
  const side = ({ text, by }: MergeConflict['mine']): string =>
    line(text) + (by ? `  (${by.actor}, ${by.at})` : '')
  return [
    `[${kind}] ${label}: ${field}`,
    ...(before === null ? [] : [`    before  ${line(before)}`]),
    `    mine    ${side(mine)}`,
    `    theirs  ${side(theirs)}`,
  ]
}
