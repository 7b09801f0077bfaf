import { connectWindow } from '../window.js'
import { afterEach, describe, expect, it } from 'vitest'
import * as cases from '../../../../renderer/store/case/case-actions.js'
import * as claims from '../../../../renderer/store/claims/claim-actions.js'
import {
  coverageBy,
  readCheckables,
  stepUncovered,
  useCheckables,
} from '../../../../renderer/store/texts/coverage.js'
import { runCommand } from '../../../../renderer/store/commands.js'
import * as start from '../../../../renderer/store/start-window.js'
import { getState, setState } from '../../../../renderer/store/store.js'
import { setTextPlace, type TextPlace } from '../../../../renderer/store/texts/text-place.js'
import { setPreferences, showClaim } from '../../../../renderer/store/view-actions.js'
import {
  allCheckableKinds,
  checkableKinds,
  type CheckableKind,
} from '../../../../shared/coverage/checkables.js'
import { countOf } from '../../../../shared/coverage/uncovered.js'
import type { SourceId } from '../../../../shared/domain/ids.js'
import { documentFromPlainText } from '../../../../shared/document/from-plain-text.js'
import {
  addText,
  millText,
  startWithCase,
  textFile,
  type RunningService,
} from '../../../electron/service/running-service.js'

afterEach(() => setTextPlace('first', null))

/** As much of a text view as these acts ask: a selection that can be set and read. */
function viewOf(text: string) {
  const selected = { start: 0, end: 0 }
  const view = {
    text,
    correction: { isActive: false },
    selection: () => ({ ...selected }),
    passage: () => ({ ...selected }),
    select: (start: number, end: number) => Object.assign(selected, { start, end }),
    scrollTo: () => {},
    scrollPosition: () => ({ offset: 0, above: 0 }),
    focus: () => {},
  }
  return view as unknown as TextPlace['view']
}

/** A window that shows a checked text with the caret at its beginning. */
async function startWindow(text = millText) {
  const started = await startWithCase()
  const { source: sourceId } = await addText(started, text)
  connectWindow(started)
  await start.startWindow(() => {})
  await expect.poll(() => getState().texts.first?.text).toBe(text)
  const view = viewOf(text)
  setTextPlace('first', { sourceId, view })
  const selected = () => text.slice(view.selection().start, view.selection().end)
  return { ...started, sourceId, view, selected }
}

/** Adds a source as the window does, which then knows of it. */
async function addSource({ ask }: RunningService, text: string): Promise<SourceId> {
  const [preview] = await ask('import.paste', { text })
  await cases.act(() => ask('import.commit', [{ id: preview!.id, parts: null }]))
  return [...getState().records.source.values()].at(-1)!.id
}

const sourceNow = (id: string) => getState().records.source.get(id)!

/** The counts of a source's kinds as "covered/total", as far as it has been read. */
function countsOf(id: string): Partial<Record<CheckableKind, string>> | null {
  const checkables = useCheckables.getState().byVersion.get(sourceNow(id).currentVersionId)
  if (!checkables) return null
  const { counts } = coverageBy(getState().records.claim, sourceNow(id), checkables)
  return Object.fromEntries(
    checkableKinds.map(({ id: kind }, place) => [kind, `${counts[place]!.covered}/${counts[place]!.total}`]),
  )
}

describe('what no claim covers', () => {
  it('is gone through passage by passage, each covered by a claim that is made of it, and round', async () => {
    const { sourceId, selected } = await startWindow()
    const visited: string[] = []
    for (let step = 0; step < 3; step++) {
      await stepUncovered(1)
      visited.push(selected())
      await claims.highlight()
    }
    expect(visited).toEqual([
      'The mill burned on Monday, 3 March 2021.',
      'The council met two days later.',
      'The repair cost £38 million, the board said.',
    ])
    expect(countsOf(sourceId)).toMatchObject({ sentence: '3/3', date: '2/2', number: '1/1' })
    await stepUncovered(1)
    expect(getState().toasts.at(-1)!.message).toContain('Nothing is left')
    await cases.undo()
    await stepUncovered(1)
    expect(selected()).toBe('£38 million')
    await stepUncovered(-1)
    expect(selected()).toBe('The repair cost £38 million, the board said.')
    await stepUncovered(-1)
    expect(selected()).toBe('£38 million')
  })

  it('is gone through by one kind, or by the kinds that a person chose', async () => {
    const { selected } = await startWindow()
    await stepUncovered(1, ['number'])
    expect(selected()).toBe('£38 million')
    await setPreferences({ coverageKinds: ['date'] })
    await stepUncovered(1)
    expect(selected()).toBe('Monday, 3 March 2021')
    await stepUncovered(1, ['quotation'])
    expect(getState().toasts.at(-1)!.message).toContain('nothing of this kind')
    expect(getState().announcement).toMatch(/Not covered, date: Monday, 3 March 2021. 2 left/)
  })

  it('lets go of the claim that was open, which is not about the passage', async () => {
    const { selected } = await startWindow()
    await stepUncovered(1)
    await claims.highlight()
    const [claim] = getState().records.claim.keys()
    showClaim(claim!)
    await stepUncovered(1)
    expect(selected()).toBe('The council met two days later.')
    expect(getState().view.claimId).toBeNull()
  })

  it('keeps its object while other sources change, and the claims of each source count there alone', async () => {
    const started = await startWindow()
    const { sourceId } = started
    const other = await addSource(started, 'The dam held. It was built in 1920.')
    await Promise.all([sourceId, other].map((id) => readCheckables(sourceNow(id))))
    const coverage = () =>
      coverageBy(
        getState().records.claim,
        sourceNow(other),
        useCheckables.getState().byVersion.get(sourceNow(other).currentVersionId)!,
      )
    const before = coverage()
    await stepUncovered(1)
    await claims.highlight()
    expect(countsOf(sourceId)).toMatchObject({ sentence: '1/3' })
    expect(coverage()).toBe(before)
    expect(countOf(before, allCheckableKinds).covered).toBe(0)
  })

  it('is counted anew in a new text version and again after an undo', async () => {
    const { sourceId, ask } = await startWindow()
    await stepUncovered(1)
    await claims.highlight()
    const { id: baseVersionId } = await ask('source.text', { id: sourceId })
    const document = documentFromPlainText(`${millText}\n\nThe fire of 1920 was smaller.`).toJSON()
    await cases.act(() =>
      ask('source.correct', { sourceId, baseVersionId, document, reason: 'Late edition', ranges: {} }),
    )
    expect(countsOf(sourceId)).toBeNull()
    await readCheckables(sourceNow(sourceId))
    expect(countsOf(sourceId)).toMatchObject({ sentence: '0/4', date: '0/3' })
    await cases.undo()
    await readCheckables(sourceNow(sourceId))
    expect(countsOf(sourceId)).toMatchObject({ sentence: '1/3', date: '1/2' })
  })

  it('is counted anew when a file takes the place of the text, and forgotten with a removed source', async () => {
    const started = await startWindow()
    const { sourceId, ask, person } = started
    await readCheckables(sourceNow(sourceId))
    person.texts = [textFile(started, 'second.txt', 'The mill burned.')]
    const preview = await ask('source.choose-update')
    await cases.act(() =>
      ask('source.update', { id: preview!.id, sourceId, part: null, reason: 'Second edition' }),
    )
    await readCheckables(sourceNow(sourceId))
    expect(countsOf(sourceId)).toMatchObject({ sentence: '0/1', date: '0/0' })
    const other = await addSource(started, 'The dam held.')
    await cases.perform({ do: 'remove-source', id: sourceId })
    await readCheckables(sourceNow(other))
    expect([...useCheckables.getState().byVersion.keys()]).toEqual([sourceNow(other).currentVersionId])
  })

  it('is not asked for while the text is corrected', async () => {
    const { sourceId, view, selected } = await startWindow()
    const { currentVersionId: versionId } = sourceNow(sourceId)
    setState({ correction: { sourceId, versionId, changed: false, canUndo: false, canRedo: false } })
    expect(runCommand('next-uncovered')).toBe(false)
    Object.assign(view.correction, { isActive: true })
    await stepUncovered(1)
    expect(selected()).toBe('')
  })
})
