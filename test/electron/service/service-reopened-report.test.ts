import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { unjudged } from '../../../shared/domain/claim.js'
import type { RecordsPreview, ReportPreview } from '../../../shared/domain/record-import.js'
import { usualRequest } from '../../../shared/report/forms.js'
import {
  addText,
  millText,
  startService,
  startWithCase,
  textFile,
  type RunningService,
} from './running-service.js'

const claimId = '00000000-0000-4000-8000-0000000000c1' as never

/** The web page that a case with one text and one judged claim was saved as. */
async function savedReport(): Promise<string> {
  const started = await startWithCase()
  const { ask, person, folder } = started
  const { source } = await addText(started)
  const start = millText.indexOf('Monday')
  const fields = { ...unjudged, verdict: 'contradicted', tags: ['date'] }
  await ask('case.perform', {
    do: 'add-claim',
    id: claimId,
    sourceId: source,
    start,
    end: start + 'Monday'.length,
    fields,
  } as never)
  person.report = join(folder, 'mill.html')
  await ask('report.save', usualRequest('html'))
  return readFileSync(person.report, 'utf8')
}

async function offered(started: RunningService, name: string, content: string): Promise<RecordsPreview> {
  await started.service.offerFiles([textFile(started, name, content)])
  const last = started.events.findLast((event) => event.name === 'records.offered')
  return (last!.event as RecordsPreview[])[0]!
}

it('makes a case of a report that is opened where none is', async () => {
  const page = await savedReport()
  const started = await startService()
  const { ask } = started
  const { id, outcome } = await offered(started, 'mill.html', page)
  expect(outcome).toMatchObject({
    ok: true,
    records: { kind: 'report', title: 'Mill', seal: 'unaltered', sources: 1, count: 1, claims: null },
  })
  expect((await ask('records.report-as-case', { id })).message).toBe('Made a case of 1 text and 1 claim.')
  const { open } = await ask('app.start')
  expect(open).toMatchObject({
    info: { title: 'Mill' },
    records: {
      sources: [{ title: 'Mill fire report' }],
      claims: [{ id: claimId, verdict: 'contradicted', tags: ['date'], selector: { exact: 'Monday' } }],
    },
  })
  expect((await ask('source.text', { id: open!.records.sources[0]!.id })).text).toBe(millText)
  expect((await ask('case.verify')).problems).toEqual([])
})

it('imports the claims of a report into the case that has its text', async () => {
  const page = await savedReport()
  const started = await startWithCase()
  const { source } = await addText(started)
  const { id, outcome } = await offered(started, 'mill.html', page)
  const { claims } = (outcome as { records: ReportPreview }).records
  expect(claims).toMatchObject({ kind: 'claims', count: 1, texts: [{ sourceId: source, knownBy: 'text' }] })
  const sources = claims!.texts.map(({ key }) => ({ key, sourceId: source }))
  const done = await started.ask('records.commit', { kind: 'claims', id, sources, keepOrphans: true })
  expect(done.message).toBe('Imported 1 claim.')
})

it('opens the page of a report as a text when it is asked to', async () => {
  const started = await startService()
  const { id } = await offered(started, 'mill.html', await savedReport())
  const [preview] = await started.ask('records.report-as-text', { id })
  expect(preview).toMatchObject({ outcome: { ok: true, file: { mediaType: 'text/html' } } })
})

it('refuses a forged report by name, which can still be opened as a text', async () => {
  const page = await savedReport()
  const started = await startService()
  const forged = page.replace('"format":"stet-report-data-1"', '"format":"other"')
  const { id, outcome } = await offered(started, 'mill.html', forged)
  const message = expect.stringContaining('“mill.html” is damaged') as string
  expect(outcome).toMatchObject({ ok: false, isPage: true, error: { kind: 'invalid', message } })
  const [preview] = await started.ask('records.report-as-text', { id })
  expect(preview).toMatchObject({ outcome: { ok: true, file: { mediaType: 'text/html' } } })
})

it('tells of a report that was changed after it was saved, and takes other web pages for texts', async () => {
  const page = await savedReport()
  const started = await startService()
  const { outcome } = await offered(
    started,
    'mill.html',
    page.replace('"notation":"contradicted"', '"notation":"supported"'),
  )
  expect(outcome).toMatchObject({
    records: {
      seal: 'altered',
      notices: expect.arrayContaining([
        expect.stringContaining('was changed after Stet saved it'),
      ]) as string[],
    },
  })
  const withoutData = page.replace(/<script type="application\/json"[\s\S]*?<\/script>/, '')
  started.events.length = 0
  await started.service.offerFiles([textFile(started, 'page.html', withoutData)])
  expect(started.events.map(({ name }) => name)).not.toContain('records.offered')
  expect(started.events.map(({ name }) => name)).toContain('import.offered')
})
