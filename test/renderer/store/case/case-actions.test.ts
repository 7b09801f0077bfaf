import { connectWindow } from '../window.js'
import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as cases from '../../../../renderer/store/case/case-actions.js'
import { commands, runCommand } from '../../../../renderer/store/commands.js'
import { removeActiveClaim } from '../../../../renderer/store/claims/claim-actions.js'
import { flushOnDemand } from '../../../../renderer/store/pending-fields.js'
import * as start from '../../../../renderer/store/start-window.js'
import { getState, setState } from '../../../../renderer/store/store.js'
import { showSource } from '../../../../renderer/store/texts/shown-texts.js'
import type { ClaimId } from '../../../../shared/domain/ids.js'
import { usualRequest } from '../../../../shared/report/forms.js'
import { addText, millText, startService, startWithCase } from '../../../electron/service/running-service.js'

const newClaim = (): ClaimId => crypto.randomUUID() as ClaimId
const messages = (): string[] => getState().toasts.map(({ message }) => message)
const shownText = (): string | undefined => getState().texts.first?.text

/** A window on a case with one checked text, which it shows. */
async function startWindow() {
  const started = await startWithCase()
  const { source } = await addText(started)
  connectWindow(started)
  await start.startWindow(() => {})
  await expect.poll(shownText).toBe(millText)
  const addClaim = (start: number, end: number, id = newClaim()) =>
    cases.perform({ do: 'add-claim', id, sourceId: source, start, end, fields: {} })
  return { ...started, source, addClaim }
}

describe('several cases that could not be opened', () => {
  it('are each told of in words, the last one with what can be done about it', async () => {
    connectWindow(await startService())
    await start.startWindow(() => {})
    for (const name of ['one', 'two', 'three'])
      cases.showRefusal({ kind: 'foreign', message: `${name}.stet is no case.` })
    expect(messages()).toEqual(['one.stet is no case.', 'two.stet is no case.'])
    expect(getState()).toMatchObject({ dialog: 'refused', refused: { message: 'three.stet is no case.' } })
  })
})

describe('a window that starts', () => {
  it('shows nothing when no case is open', async () => {
    connectWindow(await startService())
    await start.startWindow(() => {})
    expect(getState()).toMatchObject({
      started: true,
      open: null,
      texts: { first: null, beside: null },
      accountName: 'ada',
      version: '0.0.1',
      releasesPage: null,
    })
  })

  it('has a page of releases to open only where the program names one', async () => {
    const without = await startService()
    connectWindow(without)
    await start.startWindow(() => {})
    const { whyNot } = commands.find(({ id }) => id === 'newer-version')!
    expect(whyNot()).toContain('names no page of its releases')
    runCommand('newer-version')
    expect(without.shown).toEqual([])
    const releasesPage = 'https://stet.example/releases'
    const named = await startService(undefined, { releasesPage })
    connectWindow(named)
    await start.startWindow(() => {})
    expect(whyNot()).toBeNull()
    runCommand('newer-version')
    await expect.poll(() => named.shown).toEqual([releasesPage])
  })

  it('copies its version', async () => {
    const { person } = await startWindow()
    await cases.copyVersion()
    expect(person.clipboard).toBe(`Stet 0.0.1, case format ${getState().open?.info.schemaVersion}`)
  })

  it('shows the case that is open, with its first text', async () => {
    await startWindow()
    expect(getState().open).toMatchObject({ name: 'Mill.stet', info: { title: 'Mill' } })
    expect(getState().records.finding.size).toBe(1)
  })

  it('tells what went wrong before it was there', async () => {
    const before = await startWithCase()
    await before.service.close()
    rmSync(before.path)
    const started = await startService(before.folder)
    await started.service.restore()
    connectWindow(started)
    await start.startWindow(() => {})
    expect(getState().dialog).toBe('refused')
    expect(getState().refused?.message).toContain('Mill.stet')
  })
})

describe('an act', () => {
  it('is shown when it is committed', async () => {
    const { ask, addClaim } = await startWindow()
    const done = addClaim(0, 4)
    expect(getState().saving).toBe(1)
    await done
    expect(getState().saving).toBe(0)
    const stored = (await ask('app.start')).open!.records.claims
    expect([...getState().records.claim.values()]).toEqual(stored)
    expect(getState().open!.undo).toBe('Add claim')
  })

  it('waits for the one before', async () => {
    const { ask, source, addClaim } = await startWindow()
    const id = newClaim()
    await Promise.all([
      addClaim(0, 4, id),
      cases.perform({ do: 'edit-claim', id, fields: { verdict: 'supported' } }),
      cases.perform({ do: 'edit-claim', id, fields: { verdict: 'contradicted' } }),
      cases.undo(),
    ])
    expect(getState().records.claim.get(id)).toMatchObject({ sourceId: source, verdict: 'supported' })
    expect((await ask('app.start')).open!.records.claims).toMatchObject([{ verdict: 'supported' }])
  })

  it('that is refused changes nothing, says why, and the next is done', async () => {
    const { addClaim } = await startWindow()
    const before = getState().records
    expect(await addClaim(0, 999_999)).toBe(null)
    expect(getState().records).toBe(before)
    expect(getState().toasts).toMatchObject([{ tone: 'error' }])
    expect(await addClaim(0, 4)).not.toBe(null)
    expect(getState().saving).toBe(0)
  })

  it('that takes the shown claim away lets it go', async () => {
    const { addClaim } = await startWindow()
    const id = newClaim()
    await addClaim(0, 4, id)
    setState(({ view }) => ({ view: { ...view, claimId: id } }))
    await cases.undo()
    expect(getState().view.claimId).toBe(null)
    await cases.redo()
    expect(getState().records.claim.has(id)).toBe(true)
  })

  it('that takes the shown text away shows another, or none', async () => {
    const started = await startWindow()
    const { source: second } = await addText(started, 'A second text.')
    connectWindow(started)
    await start.startWindow(() => {})
    await showSource(second)
    await expect.poll(shownText).toBe('A second text.')
    await cases.perform({ do: 'remove-source', id: second })
    await expect.poll(shownText).toBe(millText)
    await cases.perform({ do: 'remove-source', id: started.source })
    await expect.poll(shownText).toBe(undefined)
    await cases.undo()
    await expect.poll(shownText).toBe(millText)
  })
})

describe('the message that an act was done', () => {
  const offers = (): (string | undefined)[] => getState().toasts.map(({ action }) => action?.label)

  it('offers to take that act back, until another act is done', async () => {
    const { addClaim } = await startWindow()
    const [first, second] = [newClaim(), newClaim()]
    await addClaim(0, 4, first)
    await addClaim(5, 9, second)
    setState(({ view }) => ({ view: { ...view, claimId: second } }))
    await removeActiveClaim()
    expect(offers()).toEqual(['Undo'])
    await cases.perform({ do: 'edit-claim', id: first, fields: { verdict: 'supported' } })
    expect(offers()).toEqual([])
  })

  it('gives way to what was undone or done again', async () => {
    const { addClaim } = await startWindow()
    await addClaim(0, 4)
    await cases.undo()
    expect(messages()).toEqual(['Undone: Add claim'])
    await cases.undo()
    expect(messages()).toEqual(['Undone: Import source'])
    await cases.redo()
    expect(messages()).toEqual(['Done again: Import source'])
  })
})

describe('a window that closes its case', () => {
  it('hands over first what a field still held', async () => {
    const { ask, addClaim, service } = await startWindow()
    const id = newClaim()
    await addClaim(0, 4, id)
    const forget = flushOnDemand(
      () => void cases.perform({ do: 'edit-claim', id, fields: { claimant: 'The mayor' } }),
    )
    await service.settleWindow(60_000)
    forget()
    expect((await ask('app.start')).open!.records.claims).toMatchObject([{ claimant: 'The mayor' }])
  })

  it('hands over all of it before another case is opened', async () => {
    const started = await startWindow()
    const [first] = (await started.ask('app.start')).recent
    await cases.openSample()
    const [sample] = (await started.ask('app.start')).recent
    await cases.openRecent(first!)
    await expect.poll(shownText).toBe(millText)

    const id = newClaim()
    void started.addClaim(0, 4, id)
    for (let edit = 1; edit <= 40; edit += 1) {
      void cases.perform({ do: 'edit-claim', id, fields: { claimant: `Speaker ${edit}` } })
    }
    await cases.openRecent(sample!)
    await cases.openRecent(first!)
    await expect.poll(() => getState().records.claim.get(id)?.claimant).toBe('Speaker 40')
    expect(messages()).toEqual([])
  })

  it('shows what can be opened next, and opens it again', async () => {
    const { source } = await startWindow()
    await cases.closeCase()
    expect(getState()).toMatchObject({
      open: null,
      texts: { first: null, beside: null },
      recent: [{ title: 'Mill' }],
    })
    expect(getState().records.source.size).toBe(0)
    await cases.openRecent(getState().recent[0]!)
    await expect.poll(shownText).toBe(millText)
    expect(getState().view.sourceId).toBe(source)
  })

  it('keeps where a person was', async () => {
    const { ask, source } = await startWindow()
    setState(({ view }) => ({ view: { ...view, leftTab: 'findings' } }))
    await cases.closeCase()
    const open = await ask('case.open-recent', { id: getState().recent[0]!.id })
    expect(open.view).toMatchObject({ leftTab: 'findings', sourceId: source })
  })
})

describe('a case', () => {
  it('gets another title, but no blank one', async () => {
    const { ask } = await startWindow()
    expect(await cases.renameCase('The mill fire')).toBe(true)
    expect(await cases.renameCase('  ')).toBe(false)
    expect(getState().open!.info.title).toBe('The mill fire')
    expect((await ask('app.start')).open!.info.title).toBe('The mill fire')
    expect(getState().toasts).toMatchObject([{ tone: 'error' }])
  })

  it('that cannot be opened leaves the open one, and says why', async () => {
    const { person, folder } = await startWindow()
    person.case = `${folder}/none.stet`
    await cases.openCase()
    expect(getState().open?.name).toBe('Mill.stet')
    expect(getState().dialog).toBe('refused')
    expect(getState().refused?.message).toContain('none.stet')
  })

  it('gives a report in the form of the last one, until another is asked for', async () => {
    const { person, folder, asked } = await startWindow()
    setState({ reportRequest: usualRequest('html') })
    person.report = `${folder}/report`
    await cases.saveReport()
    await cases.saveReport(usualRequest('csv'))
    await cases.saveReport()
    expect(asked.map(({ extension }) => extension)).toEqual(['html', 'csv', 'csv'])
  })

  it('asks about a report that needs to be told more, and writes nothing', async () => {
    const { person, folder, asked } = await startWindow()
    person.report = `${folder}/review`
    await cases.saveReport(usualRequest('claim-review'))
    expect(getState().dialog).toBe('report')
    expect(asked).toEqual([])
    setState({ reportRequest: usualRequest('html'), dialog: null })
  })

  it('says of the last of several reports where it is', async () => {
    const { person, folder } = await startWindow()
    for (const name of ['first.html', 'second.html']) {
      person.report = `${folder}/${name}`
      await cases.saveReport()
    }
    expect(messages()).toEqual(['Report saved as “second.html”.'])
  })

  it('gives a report, and says where it is', async () => {
    const { person, folder, shown } = await startWindow()
    await cases.saveReport()
    expect(messages()).toEqual([])
    person.report = `${folder}/report.html`
    await cases.saveReport()
    const [toast] = getState().toasts
    expect(toast!.message).toContain('report.html')
    toast!.action!.run()
    await expect.poll(() => shown).toEqual([`${folder}/report.html`])
  })
})
