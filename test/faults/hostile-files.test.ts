import { copyFileSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicationId, newestVersion } from '../../db/migrate.js'
import { sha256 } from '../../db/digest.js'
import type { Examination } from './case-examiner.js'
import { createBaseCase, writeNumberedNote } from './case-content.js'
import { Examiner } from './examiner.js'
import { sayFigure } from './figures.js'
import { hostileFiles } from './hostile-files.js'
import { sizeOf } from './sizes.js'
import { temporaryFolder } from './temporary-folder.js'

const sound = join(temporaryFolder(), 'sound.stet')
const folder = join(temporaryFolder(), 'case')
const path = join(folder, 'case.stet')
const salvageTo = join(temporaryFolder(), 'salvaged.stet')
const examiner = new Examiner()
let content: string

beforeAll(async () => {
  const store = createBaseCase(sound)
  for (let note = 0; note < 30; note++) writeNumberedNote(store, note, 0)
  store.close()
  emptyFolder()
  copyFileSync(sound, path)
  const { opened } = await examined()
  if (!('value' in opened)) throw new Error(JSON.stringify(opened))
  content = opened.value.content
}, 60_000)
afterAll(() => examiner.close())

function emptyFolder(): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
}

async function examined(): Promise<Examination> {
  rmSync(salvageTo, { force: true })
  const examination = await examiner.examine({ path, salvageTo })
  if ('crashed' in examination) throw new Error(`It crashed or hung: ${examination.crashed}`)
  return examination
}

/** Every file in the folder: its name, and the digest of its bytes. */
function snapshot(): string[] {
  return readdirSync(folder).map((name) => {
    const stat = lstatSync(join(folder, name))
    return stat.isFile() ? `${name} ${sha256(readFileSync(join(folder, name)))}` : name
  })
}

/** How a file was taken: 'refused' with its bytes unchanged, 'opened' with all of it sound, or what was wrong. */
async function reception(): Promise<string> {
  const before = snapshot()
  const { opened, inspected, salvaged } = await examined()
  const answers = salvaged ? [opened, inspected, salvaged] : [opened, inspected]
  const strange = answers.flatMap((answer) => ('strange' in answer ? [answer.strange] : []))
  if (strange.length) return strange.join('\n')
  if ('refused' in opened) {
    // What was there must still be there; where SQLite only read, it may leave an empty log beside it.
    const after = new Set(snapshot())
    const changed = before.filter((file) => !after.has(file))
    return changed.length ? `It was refused, but ${changed.join(', ')} changed` : 'refused'
  }
  if ('strange' in opened) return opened.strange
  const { told, verified } = opened.value
  if (told.length || !verified) return `It was opened unsound: ${told.join(', ')}`
  return opened.value.content === content ? 'opened' : 'It was opened and says something else'
}

describe('a case file made to do harm is refused untouched, or sound', () => {
  it.each(hostileFiles.filter(({ possible }) => possible ?? true))('$name', async ({ make, expected }) => {
    emptyFolder()
    copyFileSync(sound, path)
    make(path, (name) => join(folder, name))
    const taken = await reception()
    expect(expected === 'either' ? ['refused', 'opened'] : [expected]).toContain(taken)
  })

  it('there are at least 30 of them', () => {
    sayFigure('hostile files', `${hostileFiles.length} made by hand: each refused untouched or sound`)
    expect(hostileFiles.length).toBeGreaterThanOrEqual(30)
  })
})

const corpus = env.STET_FUZZ_CORPUS

describe.skipIf(!corpus)('databases that were found by fuzzing (STET_FUZZ_CORPUS)', () => {
  const files = corpus ? readdirSync(corpus).slice(0, sizeOf('fuzzedFiles')) : []

  it('are refused as they are, and with the mark of a case', async () => {
    const wrong: object[] = []
    for (const file of files) {
      for (const marked of [false, true]) {
        emptyFolder()
        copyFileSync(join(corpus ?? '', file), path)
        if (marked) markAsCase()
        const taken = await reception().catch(String)
        if (taken !== 'refused') wrong.push({ file, marked, taken })
      }
    }
    sayFigure(
      'fuzzed databases',
      `${files.length}, each as it is and marked as a case: ${wrong.length} not refused`,
    )
    expect(wrong).toEqual([])
  })
})

/** Makes a database pass as a case at first sight. */
function markAsCase(): void {
  const bytes = Buffer.concat([readFileSync(path), Buffer.alloc(100)])
  bytes.write('SQLite format 3\0', 'latin1')
  bytes.writeUInt32BE(newestVersion, 60)
  bytes.writeUInt32BE(applicationId, 68)
  rmSync(path)
  writeFileSync(path, bytes)
}
