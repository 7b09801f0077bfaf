import { describe, expect, it } from 'vitest'
import { checkableAt, type VersionCheckables } from '../../../shared/coverage/checkables.js'
import { documentFromPlainText } from '../../../shared/document/from-plain-text.js'
import { addText, millText, startWithCase } from './running-service.js'

function inWords(checkables: VersionCheckables, text: string): string[] {
  return Array.from(checkables.starts, (_, place) => {
    const { kind, start, end } = checkableAt(checkables, place)
    return `${kind}: ${text.slice(start, end)}`
  })
}

describe('what can be checked in a source', () => {
  it('is told of its current text, packed', async () => {
    const started = await startWithCase()
    const { source, changes } = await addText(started)
    const answer = await started.ask('source.checkables', { id: source })
    const version = await started.ask('source.text', { id: source })
    expect(changes).not.toEqual([])
    expect(answer.versionId).toBe(version.id)
    expect(answer.starts).toBeInstanceOf(Int32Array)
    expect(inWords(answer, millText)).toEqual([
      'sentence: The mill burned on Monday, 3 March 2021.',
      'date: Monday, 3 March 2021',
      'sentence: The council met two days later.',
      'date: two days later',
      'sentence: The repair cost £38 million, the board said.',
      'number: £38 million',
    ])
  })

  it('is read anew from a new text version, and is again what it was when that is undone', async () => {
    const started = await startWithCase()
    const { source } = await addText(started)
    const before = await started.ask('source.checkables', { id: source })
    const text = 'The mill burned.'
    await started.ask('source.correct', {
      sourceId: source,
      baseVersionId: (await started.ask('source.text', { id: source })).id,
      document: documentFromPlainText(text).toJSON(),
      reason: 'Short',
      ranges: {},
    })
    const corrected = await started.ask('source.checkables', { id: source })
    expect(corrected.versionId).not.toBe(before.versionId)
    expect(inWords(corrected, text)).toEqual(['sentence: The mill burned.'])
    await started.ask('case.undo')
    expect(await started.ask('source.checkables', { id: source })).toEqual(before)
  })

  it('is refused for a source that is not there, and while no case is open', async () => {
    const started = await startWithCase()
    const id = crypto.randomUUID()
    expect(await started.refusal('source.checkables', { id })).toMatchObject({ kind: 'not-found' })
    expect(await started.refusal('source.checkables', {})).toMatchObject({ kind: 'invalid' })
    await started.ask('case.close')
    expect(await started.refusal('source.checkables', { id })).toMatchObject({ kind: expect.any(String) })
  })
})
