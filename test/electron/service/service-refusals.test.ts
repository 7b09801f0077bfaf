import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calls, type CallName } from '../../../shared/ipc/contract.js'
import { usualRequest } from '../../../shared/report/forms.js'
import { appErrorSchema } from '../../shared/ipc/app-error-schema.js'
import { filesIn } from '../temporary-folder.js'
import { addText, contentOf, startService, startWithCase } from './running-service.js'

const names = Object.keys(calls) as CallName[]
const id = '00000000-0000-4000-8000-00000000000a'

/** Values that have something of a real argument, and much that it must not have. */
const nearlyRight = fc.record(
  {
    id: fc.oneof(fc.constantFrom(id, '', '../..', '__proto__', 'constructor'), fc.anything()),
    do: fc.oneof(
      fc.constantFrom('add-claim', 'edit-claim', 'remove-source', 'write-note', '__proto__'),
      fc.anything(),
    ),
    url: fc.oneof(fc.webUrl(), fc.anything()),
    text: fc.anything(),
    title: fc.anything(),
    fields: fc.anything(),
    key: fc.anything(),
    encoding: fc.anything(),
    start: fc.oneof(fc.integer(), fc.double()),
    end: fc.oneof(fc.integer(), fc.double()),
    path: fc.constant('/etc/passwd'),
  },
  { requiredKeys: [] },
)

const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true })

describe('a call with a wrong argument', () => {
  it.each(names)('%s is refused as invalid, and nothing is done', async (name) => {
    const { service, shown, folder } = await startService()
    const before = filesIn(`${folder}/data`)
    const argument = fc.oneof(anything, nearlyRight, fc.array(nearlyRight, { maxLength: 3 }))
    await fc.assert(
      fc.asyncProperty(argument, async (value) => {
        fc.pre(!calls[name].argument.safeParse(value).success)
        const result = await service.handle(name, value)
        expect(result).toMatchObject({ ok: false, error: { kind: 'invalid' } })
        expect(!result.ok && appErrorSchema.parse(structuredClone(result.error)).message).toContain(name)
      }),
      { numRuns: 60 },
    )
    expect(shown).toEqual([])
    expect(filesIn(`${folder}/data`)).toEqual(before)
  })

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '',
    'case',
    'CASE.OPEN',
    'case.open ',
  ])('is refused under a name that there is not: %j', async (name) => {
    const { refusal } = await startService()
    expect(await refusal(name)).toMatchObject({ kind: 'invalid', message: `There is no call “${name}”` })
  })

  it('is answered under any name whatever', async () => {
    const { service } = await startService()
    await fc.assert(
      fc.asyncProperty(fc.string(), anything, async (name, value) => {
        fc.pre(!Object.hasOwn(calls, name))
        expect(await service.handle(name, value)).toMatchObject({ ok: false, error: { kind: 'invalid' } })
      }),
    )
  })
})

const commands = (source: string, claim: string): object[] => [
  { do: 'edit-source', id, fields: { title: 'X' } },
  { do: 'remove-source', id },
  { do: 'add-claim', id, sourceId: id, start: 0, end: 5, fields: {} },
  { do: 'add-claim', id, sourceId: source, start: 0, end: 999_999, fields: {} },
  { do: 'add-claim', id, sourceId: source, start: 5, end: 5, fields: {} },
  { do: 'add-claim', id, sourceId: source, start: 7, end: 2, fields: {} },
  { do: 'add-claim', id: claim, sourceId: source, start: 0, end: 3, fields: {} },
  { do: 'edit-claim', id, fields: { verdict: 'supported' } },
  { do: 'remove-claim', id },
  {
    do: 'write-note',
    id,
    claimId: id,
    body: { type: 'doc', content: [{ type: 'paragraph' }] },
    visibility: 'public',
  },
  {
    do: 'write-note',
    id,
    claimId: claim,
    body: { type: 'doc', content: [{ type: 'image' }] },
    visibility: 'public',
  },
  { do: 'write-note', id, claimId: claim, body: null, visibility: 'public' },
  { do: 'remove-note', id },
  { do: 'edit-evidence', id, fields: { title: 'X' } },
  { do: 'remove-evidence', id },
  { do: 'add-relation', id, fromClaimId: claim, toClaimId: id, type: 'contradicts' },
  { do: 'add-relation', id, fromClaimId: claim, toClaimId: claim, type: 'contradicts' },
  { do: 'remove-relation', id },
  { do: 'accept-finding', fingerprint: '0123456789abcdef', claimIds: [], relationIds: [] },
  { do: 'dismiss-finding', fingerprint: '0123456789abcdef', reason: 'X' },
]

describe('a well-made call that cannot be done', () => {
  it('leaves the case file as it was, byte by byte', async () => {
    const started = await startWithCase()
    const { source } = await addText(started)
    const claim = randomUUID()
    await started.service.handle('case.perform', {
      do: 'add-claim',
      id: claim,
      sourceId: source,
      start: 0,
      end: 4,
      fields: {},
    })
    const before = await contentOf(started)
    for (const command of commands(source, claim)) {
      const error = await started.refusal('case.perform', command)
      expect(['invalid', 'not-found', 'conflict'], JSON.stringify(command)).toContain(error.kind)
    }
    const reopen = { do: 'reopen-finding', fingerprint: '0123456789abcdef' } as const
    expect((await started.ask('case.perform', reopen)).changes).toEqual([])
    expect(await started.refusal('source.text', { id })).toMatchObject({ kind: 'not-found' })
    expect(await started.refusal('case.open-recent', { id: 'x' })).toMatchObject({ kind: 'not-found' })
    expect(await started.ask('case.history', { key: 'x' })).toEqual([])
    expect(await contentOf(started)).toEqual(before)
  })

  it.each<[CallName, unknown]>([
    ['case.rename', { title: 'X' }],
    ['case.perform', { do: 'remove-claim', id }],
    ['case.undo', undefined],
    ['case.redo', undefined],
    ['case.history', { key: 'x' }],
    ['source.text', { id }],
    ['check.run', undefined],
    ['check.cancel', undefined],
    ['report.save', usualRequest('html')],
  ])('%s is refused while no case is open', async (name, argument) => {
    const { refusal } = await startService()
    expect(await refusal(name, argument)).toEqual({
      kind: 'not-found',
      message: 'No case is open. Open or create one first.',
    })
  })

  it('does nothing while no case is open where there is nothing to do', async () => {
    const { ask } = await startService()
    const view = { sourceId: null, claimId: null, fingerprint: null, leftTab: 'claims', scroll: {} } as const
    await expect(ask('view.save', view)).resolves.toBeUndefined()
    expect(await ask('case.close')).toEqual([])
    expect(await ask('import.choose')).toEqual([])
  })
})

describe('a link', () => {
  it.each(['https://example.org/a?b=c#d', 'http://example.org/', 'mailto:desk@example.org'])(
    'to %s is opened when a person agrees',
    async (url) => {
      const { ask, person, shown } = await startService()
      expect(await ask('link.open', { url })).toBe(true)
      expect(shown).toEqual([url])
      person.agreesToLink = false
      expect(await ask('link.open', { url })).toBe(false)
    },
  )

  it('to a mail address hands on nothing that would send what the person does not see', async () => {
    const { ask, shown } = await startService()
    const harm = 'attach=/etc/passwd&attachment=%2Fetc%2Fpasswd&bcc=spy@example.org&body=x'
    await ask('link.open', { url: `mailto:desk@example.org?subject=A%20question&${harm}` })
    expect(shown).toEqual(['mailto:desk@example.org?subject=A%20question'])
  })

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'app://stet/index.html',
    'blob:https://example.org/x',
    'smb://example.org/share',
    'ms-msdt:/id',
    '//example.org',
    'example.org',
    '',
    '\u0001javascript:alert(1)',
    'javascript&colon;alert(1)',
    'javascript://example.org/%0aalert(1)',
    'view-source:https://example.org',
    'about:blank',
    'chrome://settings',
    'devtools://devtools/bundled/inspector.html',
    'filesystem:https://example.org/temporary/x',
    'ftp://example.org/x',
    'sftp://example.org/x',
    'ssh://example.org',
    'telnet://example.org',
    'gopher://example.org',
    'ldap://example.org/cn=x',
    'jar:https://example.org/x.jar!/x',
    'ws://example.org',
    'wss://example.org',
    'tel:+441632960000',
    'sms:+441632960000',
    'facetime:desk@example.org',
    'search-ms:query=x&crumb=location:\\\\example.org\\share',
    'ms-word:ofe|u|https://example.org/x.docx',
    'ms-excel:ofv|u|https://example.org/x.xlsx',
    'ms-officecmd:{}',
    'ms-settings:',
    'shell:startup',
    'steam://run/1',
    'vscode://file/etc/passwd',
    'zoommtg://example.org/join',
    'slack://open',
    'magnet:?xt=urn:btih:x',
    'intent://example.org#Intent;scheme=https;end',
    'itms-services://?action=download-manifest',
    'x-apple.systempreferences:',
    'help:///x',
    'res://x',
    'mhtml:https://example.org/x',
    'feed:https://example.org',
    'web+stet://x',
    'stet://open',
    '\\\\example.org\\share\\x.exe',
    'C:\\Windows\\System32\\calc.exe',
    '/usr/bin/xdg-open',
    '~/x',
    'https//example.org',
    'http:/\u0000/example.org',
    `https://www.example.org.${'a.'.repeat(200)}evil.example/`,
    `mailto:${'a'.repeat(300)}@example.org`,
  ])('to %j is refused before anyone is asked', async (url) => {
    const { refusal, shown } = await startService()
    expect(await refusal('link.open', { url })).toMatchObject({ kind: 'invalid' })
    expect(shown).toEqual([])
  })
})
