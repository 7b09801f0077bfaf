import { existsSync } from 'node:fs'
import { basename, extname, resolve } from 'node:path'
import { StetError } from '../../shared/ipc/result.js'
import { dbHandlers } from '../workers/db-handlers.js'
import { counted } from '../workers/import/notices.js'
import { command, type Options, type TypedOptions } from './command.js'
import { checker, outputFormat, published, publishedOn } from './common-options.js'
import { FileImport, type FileOutcome } from './file-import.js'
import { printJson, printLines } from './output.js'
import { sqliteBinding } from './sqlite-binding.js'

const options = {
  published,
  source: {
    type: 'string',
    multiple: true,
    value: 'TITLE',
    help: 'the source that the claims stand in, by its title or file name; from another case, a source to take',
  },
  map: {
    type: 'string',
    value: 'COLUMN=FIELD,...',
    help: 'what the columns of a table hold, by heading or number: quote, source, verdict, note, ...',
  },
  orphans: {
    type: 'string',
    choices: ['keep', 'leave'],
    help: 'whether claims are kept whose quotes are not in the text; keep is usual',
  },
  title: { type: 'string', value: 'TITLE', help: 'the title of a case that is made' },
  checker,
  format: outputFormat,
} as const satisfies Options

/**
 * `stet import`: adds texts, claims, citations and the sources of other cases to a case file, which is made when it is not
 * there. Each file is one act, or none. Ends with 1 when something was left out or is an orphan, with 2 when a file failed.
 */
export const importCommand = command({
  takes: 'CASE FILE...',
  summary: 'texts, claims, citations, saved reports and the sources of other cases, into a case file',
  about:
    'Claims are JSON-LD annotations, Hypothesis, CSV or TSV, citations CSL-JSON or RIS. A case file that is not there is made.',
  options,
  async run({ files: [casePath, ...files], options: typed }) {
    if (!casePath || files.length === 0) {
      throw new StetError(
        'invalid',
        'Name a case file and what to import into it. “stet import --help” shows how.',
      )
    }
    if (extname(casePath).toLowerCase() !== '.stet')
      throw new StetError('invalid', `“${casePath}” is no case file: its name does not end in .stet.`)
    const outcomes = await importInto(casePath, files, { ...typed, published: publishedOn(typed.published) })
    if (typed.format === 'json') printJson({ case: casePath, files: outcomes })
    else printLines(outcomes.flatMap(asLines))
    if (outcomes.some(({ error }) => error !== null)) return 2
    return outcomes.every(isWhole) ? 0 : 1
  },
})

type TypedImport = TypedOptions<typeof options>

async function importInto(
  casePath: string,
  files: readonly string[],
  typed: TypedImport,
): Promise<FileOutcome[]> {
  const db = dbHandlers(sqliteBinding())
  const path = resolve(casePath)
  const isNew = !existsSync(path)
  if (isNew) db.create(path, typed.title ?? basename(path, extname(path)))
  else db.open(path)
  /** A case that nobody gave a title takes that of the report that fills it. */
  const takesTitle = isNew && typed.title === null
  const outcomes: FileOutcome[] = []
  try {
    for (const file of files) outcomes.push(await new FileImport(db, { ...typed, takesTitle }, file).run())
  } finally {
    db.close()
  }
  return outcomes
}

function isWhole({ skipped, places }: FileOutcome): boolean {
  return skipped.length === 0 && !places?.orphan && !places?.unplaced
}

function asLines({ file, kind, sources, claims, places, skipped, error }: FileOutcome): string[] {
  if (error !== null) return [`${file}: not imported. ${error}`]
  const done =
    kind === 'citations'
      ? counted(sources, 'record of a source', 'records of sources')
      : counted(sources, 'source')
  const said =
    kind === 'claims'
      ? counted(claims, 'claim')
      : kind === 'case' || kind === 'report'
        ? `${done}, ${counted(claims, 'claim')}`
        : done
  const how = places
    ? ` (${places.exact} exactly, ${places.searched} by search, ${places.orphan} not found, ${places.there} there already, ${places.unplaced} without a source)`
    : ''
  return [`${file}: ${said}${how}`, ...skipped.map(({ where, message }) => `  ${where}: ${message}`)]
}
