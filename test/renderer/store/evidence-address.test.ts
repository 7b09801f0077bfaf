import { connectWindow } from './window.js'
import { describe, expect, it } from 'vitest'
import * as cases from '../../../renderer/store/case-actions.js'
import { highlight } from '../../../renderer/store/claim-actions.js'
import { addEvidence, editEvidence } from '../../../renderer/store/evidence-actions.js'
import { giveAddress, isStandInTitle } from '../../../renderer/store/evidence-address.js'
import { getState } from '../../../renderer/store/store.js'
import { today } from '../../../renderer/components/today.js'
import { citedAddressOf } from '../../../shared/domain/cited-address.js'
import type { ClaimId, EvidenceId } from '../../../shared/domain/ids.js'
import { addText, millText, startWithCase } from '../../electron/service/running-service.js'
import { selectIn } from './selecting.js'

/** A window with a claim and a source, and a citation that nothing is known of yet. */
async function startWindow() {
  const started = await startWithCase()
  const { source } = await addText(started, millText)
  connectWindow(started)
  await cases.startWindow(() => {})
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
