import { spawnSync } from 'node:child_process'
import { copyFileSync, linkSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'

/** A file made to do harm. */
export interface HostileFile {
  name: string
  /** Makes it at `path` from a sound, closed case that lies there; `beside` gives other paths in the same folder. */
  make: (path: string, beside: (name: string) => string) => void
  /** What must come of it: refused, or opened with all that it says sound. */
  expected: 'refused' | 'opened' | 'either'
  /** Whether it can be made here. */
  possible?: boolean
}

const posix = process.platform !== 'win32'

/** What may lie in the place of a case file, or beside it. */
export const hostilePlaces: HostileFile[] = [
  {
    name: 'a folder',
    expected: 'refused',
    make: (path, beside) => {
      renameSync(path, beside('old'))
      mkdirSync(path)
    },
  },
  {
    name: 'a pipe that nobody writes to',
    expected: 'refused',
    possible: posix,
    make: (path, beside) => {
      renameSync(path, beside('old'))
      spawnSync('mkfifo', [path])
    },
  },
  {
    name: 'a link to a device without an end',
    expected: 'refused',
    possible: posix,
    make: (path, beside) => {
      renameSync(path, beside('old'))
      symlinkSync('/dev/zero', path)
    },
  },
  {
    name: 'a link to itself',
    expected: 'refused',
    possible: posix,
    make: (path, beside) => {
      renameSync(path, beside('old'))
      symlinkSync(path, path)
    },
  },
  {
    name: 'a link to a sound case',
    expected: 'opened',
    possible: posix,
    make: (path, beside) => {
      renameSync(path, beside('real.stet'))
      symlinkSync(beside('real.stet'), path)
    },
  },
  {
    name: 'a link to a case beside which a journal waits to be played back',
    expected: 'refused',
    possible: posix,
    make: (path, beside) => {
      renameSync(path, beside('real.stet'))
      symlinkSync(beside('real.stet'), path)
      leaveHotJournal(beside('real.stet'))
    },
  },
  { name: 'a journal that waits to be played back', expected: 'refused', make: leaveHotJournal },
  {
    name: 'a log that is noise',
    expected: 'either',
    make: (path) => writeFileSync(`${path}-wal`, Buffer.alloc(100_000, 'noise ')),
  },
  {
    name: 'the log of a stranger’s database',
    expected: 'either',
    make: (path, beside) => leaveStrangersLog(path, beside('stranger.db')),
  },
  {
    name: 'a log that brings a stranger’s trigger',
    expected: 'refused',
    make: (path, beside) => leaveTamperedLog(path, beside('tampered.stet')),
  },
  {
    name: 'a log that is a folder',
    expected: 'either',
    make: (path) => mkdirSync(`${path}-wal`),
  },
  {
    name: 'a log that is a link to another file',
    expected: 'either',
    possible: posix,
    make: (path, beside) => {
      writeFileSync(beside('precious.txt'), 'precious '.repeat(1000))
      symlinkSync(beside('precious.txt'), `${path}-wal`)
    },
  },
  {
    name: 'a log that is a pipe',
    expected: 'either',
    possible: posix,
    make: (path) => void spawnSync('mkfifo', [`${path}-wal`]),
  },
  {
    name: 'a journal that is a pipe',
    expected: 'refused',
    possible: posix,
    make: (path) => void spawnSync('mkfifo', [`${path}-journal`]),
  },
  {
    name: 'a journal that is a link to a device without an end',
    expected: 'refused',
    possible: posix,
    make: (path) => symlinkSync('/dev/zero', `${path}-journal`),
  },
  {
    name: 'a journal that is a link to another file',
    expected: 'refused',
    possible: posix,
    make: (path, beside) => {
      writeFileSync(beside('precious.txt'), 'precious '.repeat(1000))
      symlinkSync(beside('precious.txt'), `${path}-journal`)
    },
  },
  { name: 'a journal that is a folder', expected: 'refused', make: (path) => mkdirSync(`${path}-journal`) },
  {
    name: 'shared memory that is a pipe',
    expected: 'either',
    possible: posix,
    make: (path) => void spawnSync('mkfifo', [`${path}-shm`]),
  },
  {
    name: 'shared memory that is a link to another file',
    expected: 'either',
    possible: posix,
    make: (path, beside) => {
      writeFileSync(beside('precious.txt'), 'precious '.repeat(1000))
      symlinkSync(beside('precious.txt'), `${path}-shm`)
    },
  },
  {
    name: 'shared memory that is a folder',
    expected: 'either',
    make: (path) => mkdirSync(`${path}-shm`),
  },
  {
    name: 'shared memory that is noise',
    expected: 'either',
    make: (path) => writeFileSync(`${path}-shm`, Buffer.alloc(32_768, 'noise ')),
  },
  {
    name: 'a second name of the same file',
    expected: 'opened',
    possible: posix,
    make: (path, beside) => linkSync(path, beside('second.stet')),
  },
]

/** What a crash of another program leaves: a journal that brings an older state of the file back. */
function leaveHotJournal(path: string): void {
  const copy = join(dirname(path), 'copy.db')
  copyFileSync(path, copy)
  const database = new Database(copy)
  database.pragma('journal_mode = DELETE')
  database.pragma('cache_size = 1')
  database.exec(
    "BEGIN; UPDATE notes SET author = 'Somebody'; UPDATE claims SET prefix = prefix || hex(zeroblob(900))",
  )
  copyFileSync(`${copy}-journal`, `${path}-journal`)
  copyFileSync(copy, path)
  database.exec('ROLLBACK')
  database.close()
}

function leaveStrangersLog(path: string, stranger: string): void {
  const database = new Database(stranger)
  database.pragma('journal_mode = WAL')
  database.exec('CREATE TABLE t (a); INSERT INTO t VALUES (hex(zeroblob(9000)))')
  copyFileSync(`${stranger}-wal`, `${path}-wal`)
  database.close()
}

function leaveTamperedLog(path: string, tampered: string): void {
  copyFileSync(path, tampered)
  const database = new Database(tampered)
  database.pragma('journal_mode = WAL')
  database.exec('CREATE TRIGGER x AFTER INSERT ON notes BEGIN DELETE FROM evidence; END')
  copyFileSync(tampered, path)
  copyFileSync(`${tampered}-wal`, `${path}-wal`)
  database.close()
}
