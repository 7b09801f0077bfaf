import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { newestVersion } from '../../db/migrate.js'
import type { WriterPlan } from './case-writer.js'
import { ended, startChild } from './child-program.js'
import { sayFigure } from './figures.js'
import { lossIn } from './held-notes.js'
import { killedWriter } from './killed-writer.js'
import { randomFor, sizeOf } from './sizes.js'
import { temporaryFolder } from './temporary-folder.js'
import { notesInOldCase, oldVersions, placeVersion, tornCopies } from './versions.js'

const plan = { firstNote: 1000, seed: 1, checkpoints: 0, reopenings: 0 }

/** How long a writer takes to open, and so migrate, an old case, in milliseconds. */
async function migrationTime(version: number, path: string): Promise<number> {
  placeVersion(version, path)
  const writer = startChild('case-writer.ts', [
    JSON.stringify({ ...plan, path, acts: 0 } satisfies WriterPlan),
  ])
  let [start, end] = [0, 0]
  writer.stdout.on('data', (part: Buffer) => {
    if (String(part).includes('opening\n')) start = performance.now()
    if (String(part).includes('open\n')) end ||= performance.now()
  })
  await ended(writer)
  return end - start
}

/** The version that a file that may have a log to replay says it has; the file stays as it is. */
function versionOf(path: string, copy: string): unknown {
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy)
  for (const suffix of ['', '-wal'])
    if (existsSync(path + suffix)) copyFileSync(path + suffix, join(copy, `case.stet${suffix}`))
  const database = new Database(join(copy, 'case.stet'))
  try {
    return database.pragma('user_version', { simple: true })
  } finally {
    database.close()
  }
}

/** Everything in a folder, for a message. */
const sizesIn = (folder: string) =>
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).length])

describe('a migration that is killed', () => {
  it.each(oldVersions)(
    'leaves the old case or the new one, and can be done again (from version %i)',
    async (version) => {
      const random = randomFor(`migration ${version}`)
      const root = temporaryFolder()
      const folder = join(root, 'case')
      const path = join(folder, 'case.stet')
      mkdirSync(folder)
      const typicalMs = await migrationTime(version, path)
      const kills = sizeOf('migrationKills')
      const left = { old: 0, new: 0 }
      for (let kill = 0; kill < kills; kill++) {
        rmSync(folder, { recursive: true })
        mkdirSync(folder)
        placeVersion(version, path)
        const afterMs = random.next() * typicalMs * 1.2
        await killedWriter({ ...plan, path }, { lines: 1, beginning: 'opening\n', afterMs })
        const reached = versionOf(path, join(root, 'copy'))
        expect([version, newestVersion]).toContain(reached)
        left[reached === version ? 'old' : 'new']++
        const situation = { kill, afterMs, reached, files: sizesIn(folder) }
        const loss = lossIn(path, notesInOldCase)
        expect({ ...situation, loss }).toEqual({ ...situation, loss: null })
        expect({ ...situation, torn: tornCopies(folder, version) }).toEqual({ ...situation, torn: [] })
      }
      sayFigure(
        'migration killed',
        `${kills} kills on the way from version ${version}: ${left.old} left the old case, ${left.new} the new one, ` +
          'none anything between; all opened afterwards',
      )
    },
  )
})
