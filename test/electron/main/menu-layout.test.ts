import { describe, expect, it } from 'vitest'
import { acceleratorOf } from '../../../electron/main/accelerator.js'
import { menuLayout } from '../../../electron/main/menu-layout.js'
import { commandList } from '../../../shared/commands/command-list.js'

const entries = menuLayout.flatMap(({ sections }) => sections.flat())

describe('the native menus', () => {
  it('hold every command once', () => {
    const ids = entries.filter((part) => typeof part === 'string')
    expect(ids.toSorted()).toEqual(commandList.map(({ id }) => id).toSorted())
  })

  it('are reached by a letter of their own each', () => {
    const letters = menuLayout.map(({ label }) => /&(.)/.exec(label)?.[1]?.toLowerCase())
    expect(new Set(letters).size).toBe(menuLayout.length)
  })
})

describe('a key in a menu', () => {
  it.each([
    ['Mod-Shift-o', 'CmdOrCtrl+Shift+O'],
    ['Mod-+', 'CmdOrCtrl+Plus'],
    ['Mod--', 'CmdOrCtrl+-'],
    ['Mod-,', 'CmdOrCtrl+,'],
    ['Mod-PageDown', 'CmdOrCtrl+PageDown'],
    ['Alt-ArrowLeft', 'Alt+Left'],
    ['Shift-F3', 'Shift+F3'],
    ['M', 'Shift+M'],
    ['h', 'H'],
    ['Ctrl-Tab', 'Ctrl+Tab'],
  ])('%s is written %s', (name, written) => expect(acceleratorOf(name)).toBe(written))

  it('is left out when menus cannot show it', () => expect(acceleratorOf('Mod-é')).toBeNull())
})
