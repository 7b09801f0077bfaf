import './window.js'
import { describe, expect, it } from 'vitest'
import { commands } from '../../../renderer/store/commands.js'
import { keyName } from '../../../renderer/store/keymap.js'

const pressed = (key: string, held: Partial<KeyboardEvent> = {}): string =>
  keyName({
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...held,
  } as KeyboardEvent)

const ctrl = { ctrlKey: true }
const shift = { shiftKey: true }

describe('the name of a pressed key', () => {
  it.each<[string, string, Partial<KeyboardEvent>]>([
    ['h', 'h', {}],
    ['?', '?', shift],
    ['F6', 'F6', {}],
    ['Shift-F6', 'F6', shift],
    ['Escape', 'Escape', {}],
    ['Delete', 'Delete', {}],
    ['Mod-z', 'z', ctrl],
    ['Mod-Shift-z', 'Z', { ...ctrl, ...shift }],
    ['Mod-Shift-o', 'O', { ...ctrl, ...shift }],
    ['Mod-z', 'Z', ctrl],
    ['Mod-+', '+', { ...ctrl, ...shift }],
    ['Mod-=', '=', ctrl],
    ['Mod--', '-', ctrl],
    ['Mod-0', '0', ctrl],
    ['Mod-Shift-1', '!', { ...ctrl, ...shift, code: 'Digit1' }],
    ['Mod-Shift-1', '1', { ...ctrl, ...shift, code: 'Digit1' }],
    ['Alt-ArrowLeft', 'ArrowLeft', { altKey: true }],
  ])('is %s', (name, key, held) => {
    expect(pressed(key, held)).toBe(name)
  })
})

describe('the keys of the commands', () => {
  it('stand for one command each', () => {
    const keys = commands.flatMap((command) => command.keys)
    expect(keys.toSorted()).toEqual([...new Set(keys)].sort())
  })

  it('have names that keys can have', () => {
    for (const name of commands.flatMap((command) => command.keys)) {
      const [, prefix = '', key = ''] = /^((?:Alt-)?(?:Mod-)?(?:Shift-)?)(.+)$/.exec(name)!
      const held = {
        altKey: prefix.includes('Alt'),
        ctrlKey: prefix.includes('Mod'),
        shiftKey: prefix.includes('Shift'),
        code: /^\d$/.test(key) ? `Digit${key}` : '',
      }
      expect(pressed(key, held)).toBe(name)
    }
  })

  it('set every verdict by its digit', () => {
    for (const key of '123456789') {
      expect(commands.find((command) => command.keys.includes(key))?.id).toBe(`verdict-${key}`)
    }
  })

  it('are those that a person expects', () => {
    const idOf = (key: string): string | undefined => commands.find(({ keys }) => keys.includes(key))?.id
    expect(['Mod-z', 'Mod-y', 'Mod-Shift-z', 'h', 'n', 'e', 'j', 'k', '?'].map(idOf)).toEqual([
      'undo',
      'redo',
      'redo',
      'highlight',
      'focus-note',
      'add-evidence',
      'next',
      'previous',
      'show-keys',
    ])
  })
})
