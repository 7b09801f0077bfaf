import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Change } from '../../shared/domain/change.js'
import type { SalvageReport } from '../../shared/domain/verification.js'
import { StetError } from '../../shared/ipc/result.js'
import { sameJson } from '../../shared/domain/canonical-json.js'
import { createForWriting, openForInspection, requireUnlocked, type OpenOptions } from '../connection.js'
import type { ReadableDb, WritableDb } from '../database.js'
import { foreignError } from '../file-header.js'
import { recordTables } from '../operations/acts/record-tables.js'
import { rebuildSearch } from '../operations/search/search-index.js'
import { verifyCase } from '../operations/verify/verify-case.js'
import { readWholeFile } from '../whole-file.js'
import type { Row } from '../sql.js'
import { damagedError, storageError } from '../storage-error.js'
import { writeCaseInfo } from '../tables/case-info.js'
import { appendLogEntry, copyLogEntry } from '../tables/log.js'
import { keepOriginal } from '../tables/originals.js'
import { addTextVersion } from '../tables/text-versions.js'
import { chosenRecords, soundLog, toldBy, vouchedEntries, type Told } from './choose-records.js'
import {
  addRawRow,
  addRow,
  columnsOfTables,
  nothingFound,
  salvagedTables,
  type Findings,
} from './find-records.js'
import { fittingRecords, type Fitting } from './fit-records.js'
import { rawRows, withLog, type Pages } from './raw-rows.js'

export interface SalvageOptions extends OpenOptions {
  /** Who asked for it and when, for the log of the new case. */
  actor: string
  at: string
  /** The id of the new case, should the damaged one not say its own any more. */
  id: string
}

/**
 * Copies all that is sound in a damaged case file into a new one at `toPath`, and says what is lost. Rows are read through
 * the file's own trees and, past them, from its bare pages; each is taken only with its digest right. What no row holds any
 * more the log may still tell. The damaged file is only read. Throws 'not-found', 'io', 'locked'; 'damaged' when nothing
 * can be saved; 'conflict' when there is something at `toPath`.
 */
export function salvageCase(file: string, toPath: string, options: SalvageOptions): SalvageReport {
  const path = resolve(file)
  requireUnlocked(path, openOptions(options))
  const pages = readPages(path)
  const findings = nothingFound()
  const columns = columnsOfTables(options.nativeBinding)
  const lastOf = new Map<string, number>()
  for (const row of rawRows(pages)) {
    const table = addRawRow(findings, columns, row)
    if (table) lastOf.set(table, Math.max(row.rowid, lastOf.get(table) ?? 0))
  }
  const lastRow = (table: string) => Math.min(lastOf.get(table) ?? 0, mostRows) + rowsBeyond
  const unsound = addThroughTrees(findings, pages, lastRow, options)
  if (findings.texts.size === 0) throw damagedError(path, 'no text in it can be read any more')
  const chain = soundLog(findings)
  const chosen = chosenRecords(findings, toldBy(vouchedEntries(findings)))
  const fitting = fittingRecords(findings, chosen)
  const db = createForWriting(toPath, openOptions(options), (made) => {
    writeCase(made, { findings, fitting, chain, options })
  })
  try {
    const { sound, problems } = verifyCase(db)
    if (!sound) throw new StetError('internal', `The salvaged case is not sound: ${problems[0]?.message}`)
    return reportOf(findings, fitting, unsound, chain.length)
  } finally {
    db.checkpoint()
    db.close()
  }
}

const openOptions = ({ nativeBinding }: OpenOptions): OpenOptions =>
  nativeBinding === undefined ? {} : { nativeBinding }

const usualPage = 4096

function readPages(path: string): Pages {
  try {
    const real = realpathSync(path)
    const bytes = readWholeFile(real)
    if (!bytes) throw foreignError(path, 'it is not a file')
    const said = bytes.length >= 18 ? bytes.readUInt16BE(16) : 0
    const size = said === 1 ? 65_536 : said
    const isSize = size >= 512 && (size & (size - 1)) === 0
    return withLog({ bytes, size: isSize ? size : usualPage }, readWholeFile(`${real}-wal`))
  } catch (thrown) {
    throw storageError(thrown, path)
  }
}

/** Where a row's number was damaged too, asking for every number below it must still end. */
const mostRows = 1_000_000

/** How many rows after the last sound one are looked for, to name those that are not. */
const rowsBeyond = 100

interface Unsound {
  kind: string
  key: string
}

/** Adds what SQLite finds in a copy of the file; the rows that it finds and that are not sound. */
function addThroughTrees(
  findings: Findings,
  { bytes }: Pages,
  lastRow: (table: string) => number,
  options: OpenOptions,
): Unsound[] {
  const folder = mkdtempSync(join(tmpdir(), 'stet-'))
  const unsound: Unsound[] = []
  try {
    const copy = join(folder, 'damaged.stet')
    writeFileSync(copy, bytes)
    const db = openForInspection(copy, openOptions(options))
    try {
      for (const table of salvagedTables) {
        for (const row of readableRows(db, table, lastRow(table))) {
          if (addRow(findings, table, row, true)) continue
          unsound.push({
            kind: table,
            key: String(row.id ?? row.fingerprint ?? row.key ?? row.sha256 ?? row.sequence),
          })
        }
      }
    } finally {
      db.close()
    }
  } catch {
    // A file that SQLite does not open is read from its pages alone.
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return unsound
}

/** All rows, or, where that fails, those that can be had one by one; no row has a higher number than `last`. */
function* readableRows(db: ReadableDb, table: string, last: number): Generator<Row> {
  const whole = attempted(() => db.all({ text: `SELECT * FROM ${table}`, values: [] }))
  if (whole) return yield* whole
  for (let rowid = 1; rowid <= last; rowid++) {
    const row = attempted(() => db.get({ text: `SELECT * FROM ${table} WHERE rowid = ?`, values: [rowid] }))
    if (row) yield row
  }
}

function attempted<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

interface Writing {
  findings: Findings
  fitting: Fitting
  chain: ReturnType<typeof soundLog>
  options: SalvageOptions
}

function writeCase(db: WritableDb, { findings, fitting, chain, options: { id, at, actor } }: Writing): void {
  db.transaction(() => {
    writeCaseInfo(db, findings.info ?? { id, title: 'Salvaged case', createdAt: at })
    for (const bytes of fitting.originals.values()) keepOriginal(db, bytes)
    const put = ({ kind, record }: Told) => recordTables[kind].put(db, record as never)
    fitting.records.filter(({ kind }) => kind === 'source').forEach(put)
    for (const text of fitting.texts) addTextVersion(db, text)
    fitting.records.filter(({ kind }) => kind !== 'source').forEach(put)
    for (const entry of chain) copyLogEntry(db, entry)
    const changes = changesSince(toldBy(chain), fitting.records)
    appendLogEntry(db, { at, actor, action: 'Salvage from a damaged file', changes })
    rebuildSearch(db)
  })
}

/** What the salvage changed against what the log says: this makes the log whole again. */
function changesSince(told: ReadonlyMap<string, Told>, records: readonly Told[]): Change[] {
  const kept = new Map(records.map((record) => [`${record.kind} ${record.key}`, record]))
  const names = new Set([...told.keys(), ...kept.keys()])
  return [...names].flatMap((name) => {
    const [before, after] = [told.get(name)?.record ?? null, kept.get(name)?.record ?? null]
    const { kind, key } = (kept.get(name) ?? told.get(name))!
    return sameJson(before, after) ? [] : [{ kind, key, before, after } as Change]
  })
}

function reportOf(
  findings: Findings,
  fitting: Fitting,
  unsound: Unsound[],
  logEntries: number,
): SalvageReport {
  const keys = new Set<string>([
    ...fitting.records.map(({ key }) => key),
    ...fitting.texts.map(({ id }) => id),
    ...fitting.originals.keys(),
  ])
  const named = new Set(fitting.lost.map(({ key }) => key))
  const gone = unsound.filter(
    ({ kind, key }) => !['log', 'case_info'].includes(kind) && !keys.has(key) && !named.has(key),
  )
  const message = 'It is not what was written, and nothing else holds it.'
  const kept: Record<string, number> = {
    originals: fitting.originals.size,
    texts: fitting.texts.length,
    logEntries,
  }
  for (const { kind } of fitting.records) kept[kind] = (kept[kind] ?? 0) + 1
  return {
    kept,
    lost: [...fitting.lost, ...gone.map((one) => ({ ...one, message }))],
    logIsWhole: logEntries === Math.max(0, ...findings.log.keys()),
  }
}
