import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandList, type CommandId } from '../../../shared/commands/command-list.js'
import {
  customKeysSchema,
  isCustom,
  keysInForce,
  withKey,
  withOwnKeys,
  withoutKey,
  type CustomKeys,
} from '../../../shared/commands/key-bindings.js'

describe('the keys in force', () => {
  it('are those of the commands themselves while nobody changed any', () => {
    const keys = keysInForce({})
    for (const { id, keys: own } of commandList) expect(keys.of(id)).toEqual(own)
    expect(keys.at('h')).toBe('highlight')
  })

  it('are those that a person gave, and what had them of itself has them no more', () => {
    const keys = keysInForce({ 'focus-note': ['h'] })
    expect([keys.at('h'), keys.of('focus-note'), keys.of('highlight')]).toEqual(['focus-note', ['h'], []])
  })

  it('pass over commands that there are no longer', () => {
    expect(keysInForce({ 'fly-away': ['h'] }).at('h')).toBe('highlight')
  })

  it('leave the keys that are fixed where they are', () => {
    const keys = keysInForce({ highlight: ['Escape', 'F6'], 'let-go': [] })
    expect([keys.at('Escape'), keys.at('F6'), keys.of('highlight')]).toEqual(['let-go', 'next-pane', []])
  })
})

describe('giving a key to a command', () => {
  it('adds it, or puts it in the place of another', () => {
    expect(keysInForce(withKey({}, 'redo', 'F4')).of('redo')).toEqual(['Mod-y', 'Mod-Shift-z', 'F4'])
    expect(keysInForce(withKey({}, 'redo', 'F4', 'Mod-y')).of('redo')).toEqual(['F4', 'Mod-Shift-z'])
  })

  it('takes it from the command that has it, which gets its own one back once it is free', () => {
    const taken = withKey({}, 'focus-note', 'h')
    expect(keysInForce(taken).of('highlight')).toEqual([])
    const reset = withOwnKeys(taken, 'focus-note')
    expect([keysInForce(reset).of('highlight'), reset]).toEqual([['h'], {}])
  })

  it('takes it from a command that it was given to', () => {
    const moved = withKey(withKey({}, 'focus-note', 'F4'), 'add-evidence', 'F4')
    expect(keysInForce(moved).of('focus-note')).toEqual(['n'])
    expect(keysInForce(moved).of('add-evidence')).toEqual(['e', 'F4'])
  })

  it('back to its owner leaves nothing that was changed', () => {
    const given = withKey({}, 'focus-note', 'h', 'n')
    expect(withOwnKeys(withKey(given, 'highlight', 'h'), 'focus-note')).toEqual({})
  })
})

describe('taking a key from a command', () => {
  it('leaves it without, which counts as a change', () => {
    const taken = withoutKey({}, 'highlight', 'h')
    expect([keysInForce(taken).of('highlight'), isCustom(taken, 'highlight')]).toEqual([[], true])
    expect(withOwnKeys(taken, 'highlight')).toEqual({})
  })
})

describe('any changes', () => {
  const ids = commandList.filter(({ fixed }) => !fixed).map(({ id }) => id)
  const change = fc.record({
    id: fc.constantFrom(...ids),
    key: fc.constantFrom('h', 'j', 'F4', 'Mod-e', 'Mod-Shift-e', 'M', 'é'),
    how: fc.constantFrom('give', 'instead', 'take', 'reset'),
  })
  const changed = (keys: CustomKeys, { id, key, how }: { id: CommandId; key: string; how: string }) => {
    if (how === 'give') return withKey(keys, id, key)
    if (how === 'instead') return withKey(keys, id, key, keysInForce(keys).of(id)[0])
    return how === 'take' ? withoutKey(keys, id, key) : withOwnKeys(keys, id)
  }

  it('leave every key to one command at most, and can be kept', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const custom = changes.reduce(changed, {})
        const keys = keysInForce(custom)
        const all = commandList.flatMap(({ id }) => keys.of(id))
        expect(new Set(all).size).toBe(all.length)
        for (const { id } of commandList) for (const key of keys.of(id)) expect(keys.at(key)).toBe(id)
        expect(customKeysSchema.parse(custom)).toEqual(custom)
      }),
    )
  })

  it('give the key that was given last to whom it was given', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 8 }),
        fc.constantFrom(...ids),
        fc.constantFrom('h', 'F4'),
        (changes, id, key) => {
          const custom = withKey(changes.reduce(changed, {}), id, key)
          expect(keysInForce(custom).at(key)).toBe(id)
        },
      ),
    )
  })
})
