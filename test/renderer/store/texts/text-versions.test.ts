import { connectWindow } from '../window.js'
import { expect, it } from 'vitest'
import { discardDraft } from '../../../../renderer/store/texts/correction.js'
import { copyWords, readVersions, readWords } from '../../../../renderer/store/texts/text-versions.js'
import * as start from '../../../../renderer/store/start-window.js'
import { getState } from '../../../../renderer/store/store.js'
import type { TextVersionId } from '../../../../shared/domain/ids.js'
import { addText, startWithCase } from '../../../electron/service/running-service.js'

it('reads a version, and the correction of it that a newer text set aside', async () => {
  const started = await startWithCase()
  const { source } = await addText(started, 'The mill burned.')
  connectWindow(started)
  await start.startWindow(() => {})
  const version = await started.ask('source.text', { id: source })
  const typed = (text: string) => ({
    steps: [{ stepType: 'replace', from: 2, to: 2, slice: { content: [{ type: 'text', text }] } }],
  })
  const draft = { sourceId: source, textVersionId: version.id }
  await started.ask('draft.save', { ...draft, number: 0, steps: [typed('Late edition. ')] })
  await started.ask('draft.save', { ...draft, number: 1, steps: [typed('A note. '), 'undo'] })
  const [before] = await readVersions(source)
  expect(before).toMatchObject({ isCurrent: true, isDrafted: true })
  expect(await readWords({ of: version.id, as: 'correction' })).toBe('Late edition. The mill burned.')
  expect(await readWords({ of: version.id, as: 'version' })).toBe('The mill burned.')
})

it('says why an unfinished correction cannot be read', async () => {
  const started = await startWithCase()
  const { source } = await addText(started, 'The mill burned.')
  connectWindow(started)
  await start.startWindow(() => {})
  const { id: textVersionId } = await started.ask('source.text', { id: source })
  await started.ask('draft.save', { sourceId: source, textVersionId, number: 0, steps: [{ steps: [{}] }] })
  expect(await readWords({ of: textVersionId, as: 'correction' })).toBeNull()
  expect(getState().toasts.at(-1)).toMatchObject({
    tone: 'error',
    message: 'The draft does not fit the text',
  })
})

it('copies the words of an unfinished correction, which is gone once it is thrown away', async () => {
  const started = await startWithCase()
  const { source } = await addText(started, 'The mill burned.')
  const { id: of } = await started.ask('source.text', { id: source })
  const steps = [{ steps: [{ stepType: 'replace', from: 2, to: 6 }] }]
  await started.ask('draft.save', { sourceId: source, textVersionId: of, number: 0, steps })
  connectWindow(started)
  await start.startWindow(() => {})
  expect(getState().drafts).toEqual([source])
  await copyWords({ of, as: 'correction' })
  expect(started.person.clipboard).toBe('mill burned.')
  expect(await discardDraft(of)).toBe(true)
  expect(getState().drafts).toEqual([])
  expect(await readWords({ of, as: 'correction' })).toBeNull()
  expect(getState().toasts.at(-1)?.message).toContain('cannot be read')
  expect(await discardDraft('no version' as TextVersionId)).toBe(false)
})
