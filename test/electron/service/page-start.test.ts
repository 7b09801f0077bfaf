import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addText, millText, startService, startWithCase, type RunningService } from './running-service.js'

/** A service whose last session left a case with one text open, before its page is there. */
async function nextStart(): Promise<RunningService & { path: string }> {
  const first = await startWithCase()
  await addText(first)
  await first.service.close()
  return { ...(await startService(first.folder)), path: first.path }
}

const told = ({ events }: RunningService): string[] => events.map(({ name }) => name)

describe('a page that a window begins with', () => {
  it('gets its case with the text that it shows when it asks, and is told nothing before', async () => {
    const started = await nextStart()
    await started.service.announcePage(() => started.service.restore())
    expect(told(started)).toEqual([])
    expect(await started.ask('app.start')).toMatchObject({
      open: { name: 'Mill.stet', records: { sources: [{}] } },
      text: { text: millText },
    })
  })

  it('waits with its question until the case is open', async () => {
    const started = await nextStart()
    void started.service.announcePage(() => started.service.restore())
    expect((await started.ask('app.start')).open).toMatchObject({ name: 'Mill.stet' })
  })

  it('has the checks begin only once it is drawn', async () => {
    const started = await nextStart()
    await started.service.announcePage(() => started.service.restore())
    await started.ask('app.start')
    expect(told(started)).not.toContain('check.status')
    await started.ask('app.drawn')
    await expect.poll(() => told(started)).toContain('check.status')
  })

  it('has what it asks about its texts read only once it is drawn', async () => {
    const started = await nextStart()
    await started.service.announcePage(() => started.service.restore())
    const { text } = await started.ask('app.start')
    const read: string[] = []
    const reading = (['source.checkables', 'source.dates'] as const).map(async (name) => {
      await started.ask(name, { id: text!.sourceId })
      read.push(name)
    })
    // Long enough for a worker to start and answer.
    await started.ask('case.verify')
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(read).toEqual([])
    await started.ask('app.drawn')
    await Promise.all(reading)
    expect(read).toHaveLength(2)
  })

  it('is told of all that comes after its question', async () => {
    const started = await nextStart()
    await started.service.announcePage(() => started.service.restore())
    await started.ask('app.start')
    await started.ask('case.open-sample')
    expect(told(started)).toContain('case.opened')
  })

  it('gets the case as it is now when it is started again', async () => {
    const started = await nextStart()
    await started.service.announcePage(() => started.service.restore())
    await started.ask('app.start')
    await started.ask('case.rename', { title: 'The mill' })
    expect((await started.ask('app.start')).open?.info.title).toBe('The mill')
  })

  it('gets the case that took the place of the first before it asked', async () => {
    const started = await nextStart()
    await started.service.announcePage(() => started.service.restore())
    await started.ask('case.open-sample')
    const { open, text } = await started.ask('app.start')
    expect(open?.name).not.toBe('Mill.stet')
    expect(text?.sourceId).toBe(open?.records.sources[0]?.id)
  })

  it('is told why there is no case', async () => {
    const started = await nextStart()
    rmSync(started.path)
    await started.service.announcePage(() => started.service.restore())
    expect(await started.ask('app.start')).toMatchObject({
      open: null,
      text: null,
      refused: [{ kind: 'not-found' }],
    })
  })
})
