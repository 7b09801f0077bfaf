import { connectWindow } from '../window.js'
import { afterEach, describe, expect, it } from 'vitest'
import * as cases from '../../../../renderer/store/case/case-actions.js'
import { highlight } from '../../../../renderer/store/claims/claim-actions.js'
import * as evidence from '../../../../renderer/store/claims/evidence-actions.js'
import { evidenceOf } from '../../../../renderer/store/selections.js'
import * as start from '../../../../renderer/store/start-window.js'
import { getState } from '../../../../renderer/store/store.js'
import { setTextPlace } from '../../../../renderer/store/texts/text-place.js'
import { addText, millText, startWithCase } from '../../../electron/service/running-service.js'
import { selectIn } from '../selecting.js'

const boardText = 'The board paid £31 million. Nobody has said why.'

afterEach(() => setTextPlace('first', null))

/** A window with two texts, in the first of which a claim is open. */
async function startWindow() {
  const started = await startWithCase()
  const { source: mill } = await addText(started, millText)
  const { source: board } = await addText(started, boardText)
  connectWindow(started)
  await start.startWindow(() => {})
  await expect.poll(() => getState().texts.first?.sourceId).toBe(mill)
  selectIn(mill, millText, '£38 million')
  await highlight()
  return { ...started, mill, board, claimId: getState().view.claimId! }
}

const cited = (claimId: string) => evidenceOf(getState().records, claimId)

describe('citing a selected passage', () => {
  it('fills in what the case knows of its source, and nothing else', async () => {
    const { board, claimId } = await startWindow()
    const fields = { url: 'https://board.example', reliability: 'B', credibility: '2' } as const
    await cases.perform({ do: 'edit-source', id: board, fields })
    selectIn(board, boardText, '£31 million')
    await evidence.citeSelection('contradicts')
    expect(cited(claimId)).toMatchObject([
      {
        ...fields,
        stance: 'contradicts',
        title: getState().records.source.get(board)!.title,
        archivedUrl: null,
        accessed: null,
        sourceId: board,
        quote: '£31 million',
        selector: { exact: '£31 million', start: boardText.indexOf('£31') },
      },
    ])
  })

  it('can be taken back from the line that tells of it', async () => {
    const { board, claimId } = await startWindow()
    selectIn(board, boardText, '£31 million')
    await evidence.citeSelection('supports')
    expect(getState().toasts.at(-1)!.message).toBe('Cited as evidence: supports.')
    getState().toasts.at(-1)!.action!.run()
    await expect.poll(() => cited(claimId)).toEqual([])
  })

  it('takes the same passage once, however often it is asked', async () => {
    const { board, claimId } = await startWindow()
    selectIn(board, boardText, '£31 million')
    await Promise.all([evidence.citeSelection('supports'), evidence.citeSelection('contradicts')])
    expect(cited(claimId)).toMatchObject([{ stance: 'supports' }])
  })

  it('does not take the claim for its own evidence', async () => {
    const { mill, claimId } = await startWindow()
    selectIn(mill, millText, '£38 million')
    await evidence.citeSelection('supports')
    expect(cited(claimId)).toEqual([])
    expect(getState().toasts.at(-1)!.message).toContain('the claim itself')
  })

  it('asks for a passage where there is none', async () => {
    await startWindow()
    setTextPlace('first', null)
    expect(evidence.selectForCitation()).toBe(false)
    expect(getState().toasts.at(-1)!.message).toContain('Select the passage')
  })
})

describe('a cited passage', () => {
  it('is from an earlier text once its words are corrected away', async () => {
    const { board, claimId, ask } = await startWindow()
    selectIn(board, boardText, '£31 million')
    await evidence.citeSelection('contradicts')
    const source = () => getState().records.source.get(board)!
    expect(evidence.isFromEarlierText(cited(claimId)[0]!, source())).toBe(false)
    const { id } = await ask('source.text', { id: board })
    expect(cited(claimId)[0]!.selector!.textVersionId).toBe(id)
    expect(evidence.isFromEarlierText(cited(claimId)[0]!, { currentVersionId: 'another' as typeof id })).toBe(
      true,
    )
  })

  it('is gone to, selected', async () => {
    const { board, claimId } = await startWindow()
    selectIn(board, boardText, '£31 million')
    await evidence.citeSelection('contradicts')
    evidence.showCitedPassage(cited(claimId)[0]!)
    const start = boardText.indexOf('£31 million')
    expect(getState().jump).toEqual({ source: board, start, end: start + 11, selects: true })
    expect(getState().view.sourceId).toBe(board)
  })
})

describe('evidence from elsewhere', () => {
  it('begins with nothing but that it supports', async () => {
    const { claimId } = await startWindow()
    const id = evidence.addEvidence(claimId as never)
    await expect
      .poll(() => cited(claimId))
      .toMatchObject([{ id, stance: 'supports', url: null, quote: null }])
  })

  it('is kept as it is written, and refused when it says what it cannot', async () => {
    const { claimId } = await startWindow()
    const id = evidence.addEvidence(claimId as never)
    expect(await evidence.editEvidence(id, { accessed: '2024-03-14', credibility: '6' })).toBe(true)
    expect(await evidence.editEvidence(id, { url: 'javascript:alert(1)' })).toBe(false)
    expect(cited(claimId)).toMatchObject([{ accessed: '2024-03-14', credibility: '6', url: null }])
  })

  it('goes again when it is left with nothing said in it', async () => {
    const { claimId } = await startWindow()
    const id = evidence.addEvidence(claimId as never)
    await evidence.leaveEvidence(id)
    expect(cited(claimId)).toEqual([])
  })

  it('does not come back by undoing, nor does it stay when it is done again', async () => {
    const { claimId } = await startWindow()
    const before = getState().records
    const id = evidence.addEvidence(claimId as never)
    await evidence.leaveEvidence(id)
    expect(getState().open).toMatchObject({ undo: 'Add claim' })
    await cases.redo()
    await evidence.leaveEvidence(id)
    expect(getState().records).toEqual(before)
    await cases.undo()
    expect(getState().records.claim.size).toBe(0)
  })

  it.each([{ title: 'Harbour ledger' }, { stance: 'context' }, { published: '2024-06' }] as const)(
    'stays when it is left with %j said in it',
    async (fields) => {
      const { claimId } = await startWindow()
      const id = evidence.addEvidence(claimId as never)
      void evidence.editEvidence(id, fields)
      await evidence.leaveEvidence(id)
      expect(cited(claimId)).toMatchObject([{ id, ...fields }])
    },
  )

  it('stays when it was left before, though what was said in it is taken away', async () => {
    const { claimId } = await startWindow()
    const id = evidence.addEvidence(claimId as never)
    await evidence.editEvidence(id, { quote: 'eleven boats' })
    await evidence.leaveEvidence(id)
    await evidence.editEvidence(id, { quote: null })
    await evidence.leaveEvidence(id)
    expect(cited(claimId)).toMatchObject([{ id, quote: null }])
  })
})
