import { connectWindow } from '../window.js'
import { describe, expect, it } from 'vitest'
import * as cases from '../../../../renderer/store/case/case-actions.js'
import { highlight } from '../../../../renderer/store/claims/claim-actions.js'
import { addEvidence, editEvidence } from '../../../../renderer/store/claims/evidence-actions.js'
import {
  giveAccessed,
  giveAddress,
  isStandInTitle,
} from '../../../../renderer/store/claims/evidence-address.js'
import * as start from '../../../../renderer/store/start-window.js'
import { getState } from '../../../../renderer/store/store.js'
import { today } from '../../../../renderer/components/today.js'
import { citedAddressOf } from '../../../../shared/domain/cited-address.js'
import type { ClaimId, EvidenceId } from '../../../../shared/domain/ids.js'
import { addText, millText, startWithCase } from '../../../electron/service/running-service.js'
import { selectIn } from '../selecting.js'

/** A window with a claim and a source, and a citation that nothing is known of yet. */
async function startWindow() {
  const started = await startWithCase()
  const { source } = await addText(started, millText)
  connectWindow(started)
  await start.startWindow(() => {})
  await expect.poll(() => getState().texts.first?.sourceId).toBe(source)
  selectIn(source, millText, '£38 million')
  await highlight()
  const claimId = getState().view.claimId as ClaimId
  return { source, claimId, id: addEvidence(claimId) }
}

const cited = (id: EvidenceId) => getState().records.evidence.get(id)!
const give = async (id: EvidenceId, typed: string) => {
  await expect.poll(() => getState().records.evidence.has(id)).toBe(true)
  await giveAddress(id, citedAddressOf(typed))
}
const gate = 'https://www.courier.example/2024/gate'

describe('giving a citation an address', () => {
  it('says where and when it was read, with the site in place of the title, as one act', async () => {
    const { id } = await startWindow()
    await give(id, gate)
    expect(cited(id)).toMatchObject({ url: gate, title: 'courier.example', accessed: today() })
    expect(cited(id)).not.toHaveProperty('publisher')
    expect(isStandInTitle(cited(id))).toBe(true)
    await cases.undo()
    expect(cited(id)).toMatchObject({ url: null, title: 'Untitled source', accessed: null })
  })

  it('puts a DOI in place of the title, by which two of them can be told apart', async () => {
    const { id } = await startWindow()
    await give(id, '10.1038/171737a0')
    expect(cited(id)).toMatchObject({
      url: 'https://doi.org/10.1038/171737a0',
      title: 'doi:10.1038/171737a0',
    })
    expect(isStandInTitle(cited(id))).toBe(true)
    await give(id, '10.1038/171964b0')
    expect(cited(id).title).toBe('doi:10.1038/171964b0')
    expect(isStandInTitle({ ...cited(id), title: 'doi.org' })).toBe(true)
  })

  it('follows the address until a person has named the citation', async () => {
    const { id } = await startWindow()
    await give(id, 'https://cour')
    await give(id, gate)
    expect(cited(id).title).toBe('courier.example')
    await editEvidence(id, { title: 'Gate fails', accessed: '2024-03-21' })
    await give(id, 'https://herald.example/gate')
    expect(cited(id)).toMatchObject({ title: 'Gate fails', accessed: '2024-03-21' })
  })

  it('fills in what another citation of the page says, and takes back what a wrong address filled in', async () => {
    const { id, claimId } = await startWindow()
    await give(id, gate)
    await editEvidence(id, { title: 'Gate fails', author: 'Ines Oduya', published: '2024-03-20' })
    const second = addEvidence(claimId)
    await give(second, 'http://courier.example/2024/gate/#comments')
    expect(cited(second)).toMatchObject({
      title: 'Gate fails',
      author: 'Ines Oduya',
      published: '2024-03-20',
    })
    await give(second, 'https://courier.example/2024/gate-reopens')
    expect(cited(second).title).toBe('courier.example')
    expect(cited(second)).not.toHaveProperty('author')
    await give(second, '')
    expect(cited(second)).toMatchObject({ title: 'Untitled source', url: null, accessed: null })
  })

  it('leaves a date of access that a person gave, though it is of today', async () => {
    const { id } = await startWindow()
    await expect.poll(() => getState().records.evidence.has(id)).toBe(true)
    await giveAccessed(id, today())
    await give(id, gate)
    await give(id, '')
    expect(cited(id)).toMatchObject({ url: null, accessed: today() })
    await giveAccessed(id, null)
    await give(id, gate)
    await giveAccessed(id, today())
    await give(id, '')
    expect(cited(id)).toMatchObject({ url: null, accessed: today() })
  })

  it('fills in what is known of a source of the case, and replaces no word of a person', async () => {
    const { id, source } = await startWindow()
    const fields = { url: gate, title: 'The gate', author: 'I. Oduya', publisher: 'Hallam Courier' }
    await cases.perform({ do: 'edit-source', id: source, fields })
    await expect.poll(() => getState().records.evidence.has(id)).toBe(true)
    await editEvidence(id, { author: 'Ines Oduya' })
    await give(id, gate)
    expect(cited(id)).toMatchObject({ title: 'The gate', author: 'Ines Oduya', publisher: 'Hallam Courier' })
  })

  it('keeps an archived copy beside the address of what it is a copy of', async () => {
    const { id } = await startWindow()
    const archivedUrl = `https://web.archive.org/web/20240321101500/${gate}`
    await give(id, archivedUrl)
    expect(cited(id)).toMatchObject({ url: gate, archivedUrl, title: 'courier.example' })
  })
})
