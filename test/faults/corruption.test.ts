import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCase } from '../../db/case-store.js'
import { sha256 } from '../../db/digest.js'
import type { Examination } from './case-examiner.js'
import { createBaseCase, writeNumberedNote } from './case-content.js'
import { Examiner, type Casualty } from './examiner.js'
import { sayFigure } from './figures.js'
import { changedPages, pageSize, rowPages, type RowPages } from './row-pages.js'
import type { SeededRandom } from './seeded-random.js'
import { randomFor, sizeOf } from './sizes.js'
import { temporaryFolder } from './temporary-folder.js'

const folder = temporaryFolder()
const path = join(folder, 'sound.stet')
const damagedPath = join(folder, 'damaged.stet')
const salvagedPath = join(folder, 'salvaged.stet')
const examiner = new Examiner()
let sound: Buffer
let content: string
/** Each note of the sound case: id, digest of its text, and the claim that it is on. */
let notes: { id: string; digest: string; claim: string }[]
let rows: Record<'notes' | 'claims' | 'sources' | 'text_versions', RowPages>

beforeAll(async () => {
  const store = createBaseCase(path)
  for (let note = 0; note < 60; note++) writeNumberedNote(store, note, 0)
  for (let note = 0; note < 60; note += 5) writeNumberedNote(store, note, 1)
  store.close()
  sound = readFileSync(path)
  rows = {
    notes: rowPages(path, 'notes', 'id'),
    claims: rowPages(path, 'claims', 'id'),
    sources: rowPages(path, 'sources', 'id'),
    text_versions: rowPages(path, 'text_versions', 'id'),
  }
  const again = openCase(path)
  notes = again.records().notes.map(({ id, text, claimId }) => ({ id, digest: sha256(text), claim: claimId }))
  again.close()
  writeFileSync(damagedPath, sound)
  const { opened, inspected } = whole(await examiner.examine({ path: damagedPath }))
  if (!('value' in opened)) throw new Error(JSON.stringify(opened))
  const { told, verified } = opened.value
  if (told.length || !verified || !('value' in inspected && inspected.value)) {
    throw new Error(`The sound case is not taken as sound: ${JSON.stringify({ opened, inspected })}`)
  }
  content = opened.value.content
}, 60_000)
afterAll(() => examiner.close())

function whole(examination: Examination | Casualty): Examination {
  if ('crashed' in examination) throw new Error(`It crashed or hung: ${examination.crashed}`)
  return examination
}

/** What can be wrong with how a damaged file was taken, in words. */
function problemsOf({ opened, inspected, salvaged }: Examination, damaged: Buffer): string[] {
  const problems = [opened, inspected, salvaged].flatMap((answer) =>
    answer && 'strange' in answer ? [answer.strange] : [],
  )
  if ('refused' in opened && !['damaged', 'foreign', 'newer'].includes(opened.refused))
    problems.push(`It was refused as ${opened.refused}`)
  if ('value' in opened) {
    const { content: said, told, verified } = opened.value
    const isTold = told.length > 0 || !verified
    if (said !== content && !isTold) problems.push('It says something else without a word')
    if (said !== content && 'value' in inspected && inspected.value)
      problems.push('The inspection found nothing')
  }
  return [...problems, ...missedBySalvage(salvaged, damaged)]
}

/** The notes that a salvage should have found: their rows, and those that they hang on, are whole. */
function missedBySalvage(salvaged: Examination['salvaged'], damaged: Buffer): string[] {
  const changed = changedPages(sound, damaged)
  const isWhole = (pages: readonly number[] = [0]) => pages.every((page) => page > 0 && !changed.has(page))
  const allWhole = (table: RowPages) => [...table.values()].every((pages) => isWhole(pages))
  if (!allWhole(rows.sources) || !allWhole(rows.text_versions)) return []
  const findable = notes.filter(
    ({ id, claim }) => isWhole(rows.notes.get(id)) && isWhole(rows.claims.get(claim)),
  )
  if (!findable.length) return []
  if (!salvaged || !('value' in salvaged)) {
    return [`Of ${findable.length} sound notes none was salvaged: ${JSON.stringify(salvaged)}`]
  }
  const found = new Set(salvaged.value.notes)
  const missed = findable.filter(({ id, digest }) => !found.has(`${id} ${digest}`))
  return missed.length ? [`${missed.length} of ${findable.length} sound notes were not salvaged`] : []
}

/** Examines so many damaged copies; what was wrong with how they were taken. */
async function damage(tries: number, name: string, harm: (copy: Buffer, random: SeededRandom) => Buffer) {
  const random = randomFor(name)
  const wrong: object[] = []
  const seen = { refused: 0, told: 0, harmless: 0 }
  for (let one = 0; one < tries; one++) {
    const damaged = harm(Buffer.from(sound), random)
    for (const suffix of ['', '-wal', '-journal']) {
      rmSync(damagedPath + suffix, { force: true })
      rmSync(salvagedPath + suffix, { force: true })
    }
    writeFileSync(damagedPath, damaged)
    const examination = await examiner.examine({ path: damagedPath, salvageTo: salvagedPath })
    if ('crashed' in examination) {
      wrong.push({ one, ...examination })
      continue
    }
    const problems = problemsOf(examination, damaged)
    if (problems.length) wrong.push({ one, problems, pages: [...changedPages(sound, damaged)] })
    if ('refused' in examination.opened) {
      seen.refused++
      if (!readFileSync(damagedPath).equals(damaged))
        wrong.push({ one, problems: ['Its bytes were changed'] })
    } else if ('value' in examination.opened) {
      seen[examination.opened.value.verified ? 'harmless' : 'told']++
    }
  }
  const verdict = wrong.length
    ? `${wrong.length} TAKEN WRONGLY`
    : '0 crashes, 0 changes that were not told, all sound notes salvaged'
  sayFigure(
    'corruption',
    `${tries} ${name}: ${seen.refused} refused, ${seen.told} opened and told, ${seen.harmless} without effect; ${verdict}`,
  )
  return wrong
}

it('a changed byte is told, or changes nothing', async () => {
  const wrong = await damage(sizeOf('byteFlips'), 'byte flips', (copy, random) => {
    const place = random.below(copy.length)
    copy[place] = copy[place]! ^ (1 << random.below(8))
    return copy
  })
  expect(wrong).toEqual([])
})

it('an overwritten page is told, and all that lies elsewhere is salvaged', async () => {
  const wrong = await damage(sizeOf('pageOverwrites'), 'overwritten pages', (copy, random) => {
    const page = random.below(copy.length / pageSize)
    const [from, to] = [page * pageSize, (page + 1) * pageSize]
    const filling = random.pick(['zeros', 'noise', 'another page'] as const)
    if (filling === 'zeros') copy.fill(0, from, to)
    else if (filling === 'noise') for (let place = from; place < to; place++) copy[place] = random.below(256)
    else {
      const other = random.below(copy.length / pageSize) * pageSize
      copy.copy(copy, from, other, other + pageSize)
    }
    return copy
  })
  expect(wrong).toEqual([])
})

it('a file that was cut short is told, and what is left of it is salvaged', async () => {
  const wrong = await damage(sizeOf('truncations'), 'truncations', (copy, random) =>
    copy.subarray(0, random.below(copy.length)),
  )
  expect(wrong).toEqual([])
})
