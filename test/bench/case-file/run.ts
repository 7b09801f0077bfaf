import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, stderr, stdout } from 'node:process'
import Database from 'better-sqlite3'
import { CaseStore, createCase, openCase } from '../../../db/case-store.js'
import { applyChanges } from '../../../db/operations/acts/apply-changes.js'
import type { Change } from '../../../shared/domain/change.js'
import type { TextVersion } from '../../../shared/domain/source.js'
import { idOf, idsFrom, importOf, instant, noteBody } from '../../db/case-data.js'
import { claimOf, newClaim, newNote, noteOf, sourceText, wordsOf } from './case-data.js'
import { sizesFrom, type CaseSizes } from './case-sizes.js'
import { quantile, tableOf, timed, type Measured } from './measure.js'
import { RecordingDatabase, Replay } from './recorded-statements.js'

/*
 * Measures a case file of many claims and notes against better-sqlite3 alone: what Stet asks of SQLite is recorded and
 * given to a second file with the same content and settings, in turns, so that both meet the same disk and the same
 * load. The data follow from their numbers.
 */
const linesInSource = 40
const changesInAct = 1000

/** The settings under which Stet works on a case. */
function rawConnection(path: string): Database.Database {
  const raw = new Database(path)
  raw.pragma('trusted_schema = OFF')
  raw.pragma('cell_size_check = ON')
  raw.pragma('mmap_size = 0')
  raw.pragma('foreign_keys = ON')
  raw.pragma('locking_mode = EXCLUSIVE')
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  return raw
}

/** The same case twice: one that Stet works on, one that gets the same statements. */
class Twins {
  readonly db: RecordingDatabase
  readonly store: CaseStore
  readonly #raw: Database.Database
  readonly #replay: Replay

  constructor(path: string, twin: string) {
    this.db = new RecordingDatabase(rawConnection(path), path)
    this.store = new CaseStore(this.db)
    this.#raw = rawConnection(twin)
    this.#replay = new Replay(this.#raw)
  }

  /** Measures acts one after the other, each followed by its statements alone. */
  measure(name: string, acts: readonly (() => unknown)[]): Measured {
    const measured: Measured = { name, stet: [], raw: [] }
    for (const act of acts) {
      this.db.taken()
      measured.stet.push(timed(act))
      const statements = this.db.taken()
      measured.raw.push(timed(() => this.#replay.run(statements)))
    }
    stderr.write('.')
    return measured
  }

  close(): void {
    this.store.close()
    this.#raw.close()
  }
}

function createSources(path: string, { sources }: CaseSizes): TextVersion[] {
  const store = createCase(path, { title: 'Bench', id: idOf(1), at: instant() })
  const imports = Array.from({ length: sources }, (_, number) =>
    importOf(sourceText(number, linesInSource), `Source ${number}`),
  )
  store.importSources(imports, idsFrom(100), 'Ada', instant(1))
  const texts = store.records().sources.map(({ id }) => store.text(id))
  store.close()
  return texts
}

/** Adds all claims and notes, a thousand in an act. */
function insertAll(twins: Twins, texts: readonly TextVersion[], { claims, notes }: CaseSizes): Measured[] {
  const textOf = (claim: number) => texts[claim % texts.length]!
  const insert = (name: string, count: number, change: (number: number) => Change) => {
    const acts = Array.from({ length: Math.ceil(count / changesInAct) }, (_, act) => () => {
      const size = Math.min(changesInAct, count - act * changesInAct)
      const changes = Array.from({ length: size }, (_, one) => change(act * changesInAct + one))
      applyChanges(twins.db, changes, { at: instant(act), actor: 'Ada', action: 'Add' })
    })
    return twins.measure(name, acts)
  }
  return [
    insert('insert 1,000 claims in one act', claims, (number) => newClaim(claimOf(number, textOf(number)))),
    insert('insert 1,000 notes in one act', notes, (number) => newNote(noteOf(number, claims))),
  ]
}

/** Acts of a person, each a commit of its own. */
function addOneByOne(twins: Twins, texts: readonly TextVersion[], { claims, runs }: CaseSizes): Measured[] {
  const times = Array.from({ length: runs * 5 }, (_, run) => run)
  const perform = (command: Parameters<CaseStore['perform']>[0], at: number) =>
    twins.store.perform(command, 'Ada', instant(at))
  const addClaim = (run: number) => () => {
    const { sourceId } = texts[run % texts.length]!
    const [start, end] = [run % 400, (run % 400) + 9]
    perform({ do: 'add-claim', id: idOf(0x3000_0000 + run), sourceId, start, end, fields: {} }, run)
  }
  const writeNote = (run: number) => () => {
    const claimId = claimOf(run % claims, texts[0]!).id
    const body = noteBody(wordsOf(run, 30))
    perform({ do: 'write-note', id: idOf(0x4000_0000 + run), claimId, body, visibility: 'internal' }, run)
  }
  return [
    twins.measure('add one claim', times.map(addClaim)),
    twins.measure('write one note', times.map(writeNote)),
  ]
}

function readAll(twins: Twins, texts: readonly TextVersion[], { claims, runs }: CaseSizes): Measured[] {
  const { store } = twins
  const often = (name: string, act: () => unknown, times = runs) =>
    twins.measure(
      name,
      Array.from({ length: times }, () => act),
    )
  const page = (sourceId: TextVersion['sourceId'] | null, offset: number) => () =>
    store.claims({ sourceId, limit: 100, offset })
  const search =
    (query: string, offset = 0) =>
    () =>
      store.search(query, { limit: 50, offset })
  return [
    often('all records', () => store.records(), Math.min(runs, 5)),
    often('count, once while opening', () => store.claimCounts(), 1),
    often('count by source, status and verdict', () => store.claimCounts()),
    often('first 100 claims', page(null, 0)),
    often('100 claims from the middle', page(null, Math.floor(claims / 2))),
    often('first 100 claims of a source', page(texts[0]!.sourceId, 0)),
    often('search a word in every entry', search('harbour')),
    often('a page from the middle of these', search('harbour', claims / 2)),
    often('search a rare word', search('lighthouse')),
    often('search two words', search('costs march')),
    often('search the beginning of a word', search('lighth*')),
    often('search a word, by verdict', search('harbour verdict:garbled')),
    often('list claims by verdict', search('verdict:garbled')),
  ]
}

/** Opening with all that is checked, against the same checks alone. */
function openings(path: string, { runs }: CaseSizes): Measured {
  const measured: Measured = { name: 'open, with all checks', stet: [], raw: [] }
  for (let run = 0; run < Math.min(runs, 5); run++) {
    measured.stet.push(timed(() => openCase(path).close()))
    measured.raw.push(timed(() => checkedRaw(path)))
  }
  return measured
}

function checkedRaw(path: string): void {
  const raw = rawConnection(path)
  raw.prepare('SELECT * FROM sqlite_schema').all()
  raw.pragma('integrity_check(1)')
  raw.pragma('foreign_key_check')
  raw.close()
}

function bench(folder: string, sizes: CaseSizes): void {
  const [path, twin] = [join(folder, 'case.stet'), join(folder, 'twin.stet')]
  const texts = createSources(path, sizes)
  copyFileSync(path, twin)
  const twins = new Twins(path, twin)
  const written = [...insertAll(twins, texts, sizes), ...addOneByOne(twins, texts, sizes)]
  twins.store.checkpoint()
  const read = readAll(twins, texts, sizes)
  twins.close()
  const { sources, claims, notes } = sizes
  const size = (statSync(path).size / 1e6).toFixed(0)
  stdout.write(`\n${sources} sources, ${claims} claims, ${notes} notes, ${size} MB\n\n`)
  stdout.write(`${tableOf([...written, openings(path, sizes), ...read])}\n`)
  const all = written.slice(0, 2).map(({ stet }) => (quantile(stet, 0.5) * stet.length) / 1000)
  stdout.write(
    `\nAll claims and notes were added in ${all.map((seconds) => seconds.toFixed(1)).join(' s and ')} s.\n`,
  )
}

const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
try {
  bench(folder, sizesFrom(argv.slice(2)))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
