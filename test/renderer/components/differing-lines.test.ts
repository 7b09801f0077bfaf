import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differingLines } from '../../../renderer/components/differing-lines.js'

describe('the lines in which two readings differ', () => {
  it('are the first of them, with their numbers, and how many follow', () => {
    const before = Array.from({ length: 20 }, (_line, index) => `caf\u00c3\u00a9 ${index}`)
    const after = before.map((line, index) => (index % 20 === 1 ? line : line.replace('\u00c3\u00a9', 'é')))
    const { lines, more } = differingLines(before.join('\n'), after.join('\n'))
    expect(lines[0]).toEqual({ number: 1, before: 'cafÃ© 0', after: 'café 0' })
    expect(lines[1]!.number).toBe(3)
    expect([lines.length, more]).toEqual([12, 7])
  })

  it('are shown from a little before where long ones differ', () => {
    const same = 'word '.repeat(100)
    const [line] = differingLines(`${same}cafÃ©`, `${same}café`).lines
    expect(line!.before).toMatch(/^….{37}cafÃ©$/)
    expect(line!.after).toMatch(/^….{37}café$/)
  })

  it('are null where one text is over, and none where nothing differs', () => {
    expect(differingLines('a', 'a\nb').lines).toEqual([{ number: 2, before: null, after: 'b' }])
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(differingLines(text, text).lines).toEqual([])
      }),
    )
  })
})
