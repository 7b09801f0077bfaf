import { describe, expect, it } from 'vitest'
import { commandList } from '../../../shared/commands/command-list.js'
import { keyNameSchema, partsOf, whyReserved, worksInFields } from '../../../shared/commands/key-names.js'

describe('the name of a key', () => {
  it.each([
    'h',
    '?',
    'M',
    'é',
    'F6',
    'Shift-F6',
    'Mod-Shift-o',
    'Mod--',
    'Mod-+',
    'Alt-ArrowLeft',
    'Ctrl-Tab',
  ])('can be %s', (name) => expect(keyNameSchema.safeParse(name).success).toBe(true))

  it.each(['', 'hh', 'Shift-Mod-o', 'Hyper-x', 'F99', 'Mod-', '\u0007', 'Unidentified'])(
    'cannot be “%s”',
    (name) => expect(keyNameSchema.safeParse(name).success).toBe(false),
  )

  it('is told apart from what is held with it', () => {
    expect(partsOf('Alt-Mod-Shift-ArrowUp')).toEqual({ held: 'Alt-Mod-Shift-', key: 'ArrowUp' })
    expect(partsOf('Mod--')).toEqual({ held: 'Mod-', key: '-' })
  })
})

describe('a key in a text field', () => {
  it.each(['h', '?', 'M', 'Delete', 'Alt-ArrowLeft'])('writes or moves: %s', (name) =>
    expect(worksInFields(name)).toBe(false),
  )
  it.each(['Mod-e', 'Ctrl-Tab', 'F9', 'Shift-F3', 'Escape', 'Mod-Shift-o'])('does not write: %s', (name) =>
    expect(worksInFields(name)).toBe(true),
  )
})

describe('a key that no command can be given', () => {
  it.each([
    ' ',
    ...'Tab Shift-Tab Enter Escape Backspace F6 Shift-F6 Shift-F10 ContextMenu F11'.split(' '),
    ...'ArrowDown Mod-ArrowLeft Shift-Alt-ArrowUp Home Mod-End PageUp Alt-f Alt-F4'.split(' '),
    ...'Mod-c Mod-v Mod-x Mod-a'.split(' '),
  ])('is %s, for a reason', (name) => expect(whyReserved(name)).toMatch(/\.$/))

  it.each([
    'h',
    'M',
    'Mod-Shift-c',
    'Mod-Tab',
    'Mod-Enter',
    'Alt-ArrowLeft',
    'Mod-PageDown',
    'F7',
    'Delete',
    '+',
  ])('is not %s', (name) => expect(whyReserved(name)).toBeNull())

  it('is of itself the key of a command only where it is fixed', () => {
    for (const { keys, fixed } of commandList) {
      for (const key of keys) expect([key, whyReserved(key) !== null]).toEqual([key, fixed === true])
    }
  })
})
