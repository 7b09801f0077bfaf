import { afterEach, describe, expect, it } from 'vitest'
import { TextSearch } from '../../../renderer/editor/text-search.js'
import type { FindQuery } from '../../../shared/document/find.js'
import { ThreadWorker } from './thread-worker.js'

const worker = new URL('../../../renderer/editor/find-worker.ts', import.meta.url)
const searches: TextSearch[] = []
const search = (text: string): TextSearch => {
  searches.push(new TextSearch(text, () => new ThreadWorker(worker) as unknown as Worker))
  return searches.at(-1)!
}
const words = (text: string): FindQuery => ({ text, matchCase: false, wholeWord: false, isRegExp: false })
const pattern = (text: string): FindQuery => ({ ...words(text), isRegExp: true })

afterEach(() => searches.splice(0).forEach((one) => one.destroy()))

describe('TextSearch', () => {
  it('finds one after the other in the same text', async () => {
    const ships = search('Two ships and one ship')
    expect(await ships.find(words('ship'), 10)).toEqual({
      passages: [
        { start: 4, end: 8 },
        { start: 18, end: 22 },
      ],
      isComplete: true,
      problem: null,
    })
    expect((await ships.find(pattern('^\\w+'), 10))?.passages).toEqual([{ start: 0, end: 3 }])
    expect((await ships.find(pattern('('), 10))?.problem).toMatch(/^This is not a regular expression/)
  })

  it('gives up a pattern that never ends, and goes on with the next', async () => {
    const endless = search('x'.repeat(5000))
    const result = await endless.find(pattern('(x+x+)+y'), 10)
    expect(result?.problem).toMatch(/takes too long/)
    expect((await endless.find(words('xxx'), 10))?.passages).toHaveLength(10)
  })

  it('answers only the last of several searches at once', async () => {
    const endless = search('x'.repeat(5000))
    const first = endless.find(pattern('(x+x+)+y'), 10)
    const second = endless.find(words('x'), 1)
    expect(await first).toBeNull()
    expect(await second).toMatchObject({ isComplete: false, passages: [{ start: 0, end: 1 }] })
  })

  it('answers nothing when it is ended', async () => {
    const ended = search('x'.repeat(5000))
    const result = ended.find(pattern('(x+x+)+y'), 10)
    ended.destroy()
    expect(await result).toBeNull()
  })
})
