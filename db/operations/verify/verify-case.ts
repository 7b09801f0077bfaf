import type { CaseProblem, Verification } from '../../../shared/domain/verification.js'
import { StetError } from '../../../shared/ipc/result.js'
import { isAboutSearch } from '../../connection.js'
import type { ReadableDb } from '../../database.js'
import type { Row } from '../../sql.js'
import { readCaseInfo } from '../../tables/case-info.js'
import { assessmentFromRow } from '../../tables/assessments.js'
import { claimFromRow } from '../../tables/claims.js'
import { decisionFromRow } from '../../tables/decisions.js'
import { evidenceFromRow } from '../../tables/evidence.js'
import { findingFromRow } from '../../tables/findings.js'
import { noteFromRow } from '../../tables/notes.js'
import { originalBytes } from '../../tables/originals.js'
import { personFromRow } from '../../tables/people.js'
import { preferenceFromRow } from '../../tables/preferences.js'
import { relationFromRow } from '../../tables/relations.js'
import { roundFromRow } from '../../tables/rounds.js'
import { signOffFromRow } from '../../tables/sign-offs.js'
import { sourceFromRow } from '../../tables/sources.js'
import { findTextVersion } from '../../tables/text-versions.js'
import { verifyLog } from './verify-log.js'
import { searchProblem } from './verify-search.js'

interface Checked {
  table: string
  key: string
  /** Reads one record and throws 'damaged' when it is not what was written. */
  check: (db: ReadableDb, row: Row) => unknown
  /** The columns that `check` needs; long ones are read one record at a time. */
  columns?: string
}

/** Every table whose records have a digest, in the order in which they are reported. */
export const checkedTables: readonly Checked[] = [
  {
    table: 'originals',
    key: 'sha256',
    columns: 'sha256',
    check: (db, { sha256 }) => originalBytes(db, String(sha256)),
  },
  {
    table: 'text_versions',
    key: 'id',
    columns: 'id',
    check: (db, { id }) => findTextVersion(db, String(id)),
  },
  { table: 'sources', key: 'id', check: (_db, row) => sourceFromRow(row) },
  { table: 'claims', key: 'id', check: (_db, row) => claimFromRow(row) },
  { table: 'notes', key: 'id', check: (_db, row) => noteFromRow(row) },
  { table: 'evidence', key: 'id', check: (_db, row) => evidenceFromRow(row) },
  { table: 'relations', key: 'id', check: (_db, row) => relationFromRow(row) },
  { table: 'findings', key: 'fingerprint', check: (_db, row) => findingFromRow(row) },
  { table: 'decisions', key: 'fingerprint', check: (_db, row) => decisionFromRow(row) },
  { table: 'people', key: 'id', check: (_db, row) => personFromRow(row) },
  { table: 'rounds', key: 'id', check: (_db, row) => roundFromRow(row) },
  { table: 'assessments', key: 'id', check: (_db, row) => assessmentFromRow(row) },
  { table: 'sign_offs', key: 'id', check: (_db, row) => signOffFromRow(row) },
  { table: 'preferences', key: 'key', check: (_db, row) => preferenceFromRow(row) },
]

const mostFileProblems = 100

/**
 * Checks everything in a case file that can be checked, and names every bad record: pages and indexes, references, each
 * record against its digest, the log from end to end and against the records, and the index of the search. Reads the
 * whole file: about 0.1 s a megabyte. Throws only what is no fault of the file's.
 */
export function verifyCase(db: ReadableDb): Verification {
  const problems: CaseProblem[] = []
  const checked: Record<string, number> = {}
  problems.push(...guarded('file', () => fileProblems(db)))
  problems.push(...guarded('reference', () => referenceProblems(db)))
  problems.push(...guarded('record', () => infoProblems(db)))
  for (const table of checkedTables) {
    problems.push(
      ...guarded('file', () => {
        const { count, bad } = recordProblems(db, table)
        checked[table.table] = count
        return bad
      }),
    )
  }
  let logEntries = 0
  problems.push(
    ...guarded('log', () => {
      const { problem, entries } = verifyLog(db)
      logEntries = entries
      return problem === null ? [] : [{ kind: 'log', record: null, message: problem }]
    }),
  )
  problems.push(...guarded('search', () => searchProblem(db)))
  const told = new Set<string>()
  const different = problems.filter(({ message }) => !told.has(message) && told.add(message))
  return { sound: different.length === 0, problems: different, checked, logEntries }
}

/** The problems that a step finds; that it cannot be done because of damage is one too. */
function guarded(kind: CaseProblem['kind'], step: () => CaseProblem[]): CaseProblem[] {
  try {
    return step()
  } catch (thrown) {
    const isDamage = thrown instanceof StetError && thrown.kind === 'damaged'
    if (!isDamage && !isMissingTable(thrown)) throw thrown
    return [{ kind, record: null, message: (thrown as Error).message }]
  }
}

/** Our statements name only what the schema has: when SQLite does not find it, it is gone from the file. */
const isMissingTable = (thrown: unknown): boolean =>
  thrown instanceof Error && /^no such (table|column)/.test(thrown.message)

function fileProblems(db: ReadableDb): CaseProblem[] {
  const rows = db.all({ text: `PRAGMA integrity_check(${mostFileProblems})`, values: [] })
  const messages = rows.map((row) => String(Object.values(row)[0])).filter((message) => message !== 'ok')
  return messages.map((message) => ({
    kind: isAboutSearch(message) ? 'search' : 'file',
    record: null,
    message,
  }))
}

function referenceProblems(db: ReadableDb): CaseProblem[] {
  return db.all({ text: 'PRAGMA foreign_key_check', values: [] }).map(({ table, rowid, parent }) => ({
    kind: 'reference',
    record: { kind: String(table), key: `row ${String(rowid)}` },
    message: `A row of ${String(table)} refers to one of ${String(parent)} that is not there.`,
  }))
}

function infoProblems(db: ReadableDb): CaseProblem[] {
  readCaseInfo(db)
  return []
}

function recordProblems(db: ReadableDb, { table, key, columns = '*', check }: Checked) {
  const bad: CaseProblem[] = []
  const rows = db.all({ text: `SELECT ${columns} FROM ${table} ORDER BY ${key}`, values: [] })
  for (const row of rows) {
    try {
      check(db, row)
    } catch (thrown) {
      if (!(thrown instanceof StetError) || thrown.kind !== 'damaged') throw thrown
      bad.push({ kind: 'record', record: { kind: table, key: String(row[key]) }, message: thrown.message })
    }
  }
  return { count: rows.length, bad }
}
