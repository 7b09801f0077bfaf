import { describe, expect, it } from 'vitest'
import { calls, eventNames, longestPaste, type CallName } from '../../../shared/ipc/contract.js'

const takes = (name: CallName, argument: unknown): boolean => calls[name].argument.safeParse(argument).success
const id = '00000000-0000-4000-8000-000000000001'

describe('the calls between the window and the service', () => {
  it('take the arguments that they are made for', () => {
    expect(takes('case.create', undefined)).toBe(true)
    expect(takes('source.text', { id })).toBe(true)
    expect(takes('import.paste', { text: 'a'.repeat(longestPaste) })).toBe(true)
    expect(takes('import.commit', [{ id: 'x', parts: null }])).toBe(true)
    expect(takes('preferences.set', { author: '', theme: 'dark', textSize: 18 })).toBe(true)
  })

  it.each<[CallName, unknown]>([
    ['case.create', {}],
    ['case.create', null],
    ['case.close', { path: '/' }],
    ['source.text', { id: '1' }],
    ['source.text', { id, path: '/' }],
    ['import.paste', { text: 'a'.repeat(longestPaste + 1) }],
    ['import.commit', []],
    ['import.commit', [{ id: 'x', parts: [-1] }]],
    ['import.commit', [{ id: 'x', parts: [0.5] }]],
    ['import.commit', [{ id: 'x', parts: null, path: '/' }]],
    ['preferences.set', { author: '', theme: 'red', textSize: 18 }],
    ['preferences.set', { author: '', theme: 'dark', textSize: 999 }],
    ['case.rename', { title: '  ' }],
    ['view.save', { sourceId: null, claimId: null, fingerprint: null, leftTab: 'x', scroll: {} }],
    ['link.open', { url: 5 }],
  ])('refuse a wrong argument of %s', (name, argument) => {
    expect(takes(name, argument)).toBe(false)
  })

  it('are not mixed up with the events', () => {
    expect(new Set(eventNames).size).toBe(eventNames.length)
    for (const name of eventNames) expect(Object.keys(calls)).not.toContain(name)
  })
})
