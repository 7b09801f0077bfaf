import { connectWindow } from '../window.js'
import { afterEach, describe, expect, it } from 'vitest'
import * as cases from '../../../../renderer/store/case/case-actions.js'
import { highlight } from '../../../../renderer/store/claims/claim-actions.js'
import * as relations from '../../../../renderer/store/claims/relation-actions.js'
import * as start from '../../../../renderer/store/start-window.js'
import { getState } from '../../../../renderer/store/store.js'
import { setTextPlace } from '../../../../renderer/store/texts/text-place.js'
import { showClaim } from '../../../../renderer/store/view-actions.js'
import { addText, millText, startWithCase } from '../../../electron/service/running-service.js'
import { selectIn } from '../selecting.js'

afterEach(() => setTextPlace('first', null))

/** A window with two claims, of which the second is open. */
async function startWindow() {
  const started = await startWithCase()
  const { source } = await addText(started, millText)
  connectWindow(started)
  await start.startWindow(() => {})
  const claim = async (words: string): Promise<string> => {
    selectIn(source, millText, words)
    await highlight()
    return getState().view.claimId!
  }
  const first = await claim('The mill burned')
  const second = await claim('£38 million')
  return { ...started, first, second }
}

const drawn = () =>
  [...getState().records.relation.values()].map(({ fromClaimId, toClaimId, type }) => [
    fromClaimId,
    type,
    toClaimId,
  ])

describe('linking two claims by key', () => {
  it('marks the first, then asks how they are related', async () => {
    const { first, second } = await startWindow()
    relations.linkActiveClaim()
    expect(getState()).toMatchObject({ link: { from: second, to: null }, dialog: null })
    showClaim(first)
    relations.linkActiveClaim()
    expect(getState()).toMatchObject({ link: { from: second, to: first }, dialog: 'link' })
    await relations.finishLink({ type: 'corrects', isBack: false })
    expect(drawn()).toEqual([[second, 'corrects', first]])
    expect(getState()).toMatchObject({ link: null, dialog: null })
  })

  it('takes the mark away on the marked claim', async () => {
    await startWindow()
    relations.linkActiveClaim()
    relations.linkActiveClaim()
    expect(getState().link).toBe(null)
  })

  it('begins anew when the marked claim is gone', async () => {
    const { first, second } = await startWindow()
    relations.linkActiveClaim()
    await cases.perform({ do: 'remove-claim', id: second as never })
    showClaim(first)
    relations.linkActiveClaim()
    expect(getState()).toMatchObject({ link: { from: first, to: null }, dialog: null })
  })
})

describe('a link', () => {
  async function link(words: relations.LinkWords): Promise<{ first: string; second: string }> {
    const ids = await startWindow()
    relations.openLinkDialog(ids.first)
    relations.chooseLinked(ids.second)
    await relations.finishLink(words)
    return ids
  }

  it('begins at the other claim when it is read that way', async () => {
    const { first, second } = await link({ type: 'supports', isBack: true })
    expect(drawn()).toEqual([[second, 'supports', first]])
  })

  it('can be undone from the line that tells of it, and removed', async () => {
    await link({ type: 'contradicts', isBack: false })
    getState().toasts.at(-1)!.action!.run()
    await expect.poll(drawn).toEqual([])
    await cases.redo()
    relations.removeRelation([...getState().records.relation.values()][0]!.id)
    await expect.poll(drawn).toEqual([])
  })

  it('is not drawn twice; what reads the same from either end also not the other way round', async () => {
    const { first, second } = await link({ type: 'contradicts', isBack: false })
    expect(relations.isRelated(second, first, 'contradicts')).toBe(true)
    expect(relations.isRelated(second, first, 'supports')).toBe(false)
    relations.openLinkDialog(second)
    relations.chooseLinked(first)
    await relations.finishLink({ type: 'contradicts', isBack: false })
    expect(drawn()).toHaveLength(1)
    expect(getState().toasts.at(-1)!.message).toContain('already')
  })

  it('is not drawn when the dialog is left', async () => {
    const { first } = await startWindow()
    relations.openLinkDialog(first)
    relations.cancelLink()
    expect(getState()).toMatchObject({ link: null, dialog: null })
    await relations.finishLink({ type: 'supports', isBack: false })
    expect(drawn()).toEqual([])
  })
})
