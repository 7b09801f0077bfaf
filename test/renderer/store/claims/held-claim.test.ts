import { connectWindow } from '../window.js'
import { afterEach, describe, expect, it } from 'vitest'
import * as cases from '../../../../renderer/store/case/case-actions.js'
import * as claims from '../../../../renderer/store/claims/claim-actions.js'
import { runCommand } from '../../../../renderer/store/commands.js'
import { isHeld, toggleHold } from '../../../../renderer/store/claims/held-claim.js'
import { openBeside, showSource } from '../../../../renderer/store/texts/shown-texts.js'
import * as start from '../../../../renderer/store/start-window.js'
import { getState } from '../../../../renderer/store/store.js'
import { setTextPlace } from '../../../../renderer/store/texts/text-place.js'
import * as view from '../../../../renderer/store/view-actions.js'
import { addText, millText, startWithCase } from '../../../electron/service/running-service.js'
import { selectIn } from '../selecting.js'

const otherText = 'It was rebuilt on 31 February 2022, in eleven weeks.'

afterEach(() => setTextPlace('first', null))

/** A window with two texts and a claim in each, of which the first is open. */
async function startWindow() {
  const started = await startWithCase()
  const { source } = await addText(started, millText)
  const { source: other } = await addText(started, otherText)
  connectWindow(started)
  await start.startWindow(() => {})
  await expect.poll(() => getState().texts.first?.sourceId).toBe(source)
  const claimOf = async (id: typeof source, text: string, words: string): Promise<string> => {
    selectIn(id, text, words)
    await claims.highlight()
    return getState().view.claimId!
  }
  const second = await claimOf(other, otherText, 'eleven weeks')
  const first = await claimOf(source, millText, '£38 million')
  return { ...started, source, other, first, second }
}

const shown = () => getState().view.claimId
const fingerprint = () => [...getState().records.finding.keys()][0]!

describe('a claim that is held', () => {
  it('stays in the inspector when another text is opened', async () => {
    const { first, other } = await startWindow()
    toggleHold()
    await showSource(other)
    view.showNothing()
    expect(shown()).toBe(first)
    expect(getState().view.sourceId).toBe(other)
  })

  it('stays when another claim or a finding is clicked, which is brought into view', async () => {
    const { first, second, other } = await startWindow()
    toggleHold()
    view.showClaim(second)
    expect(shown()).toBe(first)
    expect(getState().jump).toMatchObject({ source: other, start: otherText.indexOf('eleven weeks') })
    view.showFinding(fingerprint())
    view.inspectClaim(second)
    expect(getState().view).toMatchObject({ claimId: first, fingerprint: null })
  })

  it('is neither judged nor removed by a key in the triage, where it is not in sight', async () => {
    const { first } = await startWindow()
    toggleHold()
    view.showCentre('triage')
    expect(runCommand('remove-claim')).toBe(false)
    expect(runCommand('verdict-4')).toBe(false)
    expect(getState().records.claim.get(first as never)?.verdict).toBe(null)
    view.showCentre('text')
    expect(runCommand('verdict-4')).toBe(true)
  })

  it('gives way to the one that was clicked when a person asks for that', async () => {
    const { second } = await startWindow()
    toggleHold()
    view.showClaim(second)
    getState().toasts.at(-1)!.action!.run()
    expect(shown()).toBe(second)
    expect(isHeld()).toBe(false)
  })

  it('lets a person step through the other claims', async () => {
    const { first, second, source } = await startWindow()
    toggleHold()
    claims.step(1)
    expect(getState().jump).toMatchObject({ start: otherText.indexOf('eleven weeks') })
    claims.step(1)
    expect(shown()).toBe(first)
    claims.step(-1)
    expect(getState().jump).not.toMatchObject({ source })
    expect(second).not.toBe(first)
  })

  it('is let go by the same key, and closed by closing the inspector', async () => {
    const { first, other } = await startWindow()
    toggleHold()
    toggleHold()
    await showSource(other)
    expect(shown()).toBe(null)
    view.showClaim(first)
    toggleHold()
    view.closeInspector()
    expect(shown()).toBe(null)
    expect(isHeld()).toBe(false)
  })

  it('is held no longer once it is removed', async () => {
    const { first, second } = await startWindow()
    toggleHold()
    await claims.removeActiveClaim()
    view.showClaim(second)
    expect(shown()).toBe(second)
    await cases.undo()
    view.showClaim(first)
    expect(isHeld()).toBe(false)
  })
})

describe('a claim that is not held', () => {
  it('stays while its text is shown on either side, and goes with it', async () => {
    const { first, source, other } = await startWindow()
    await showSource(source)
    openBeside(other)
    await expect.poll(() => getState().texts.beside?.sourceId).toBe(other)
    expect(shown()).toBe(first)
  })
})
