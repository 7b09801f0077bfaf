import '../../store/window.js'
import { describe, expect, it } from 'vitest'
import {
  commandSections,
  noteChosen,
  rankCommands,
} from '../../../../renderer/panels/palette/command-entries.js'
import { commands } from '../../../../renderer/store/commands.js'
import { keysInForce } from '../../../../shared/commands/key-bindings.js'

const ranked = (typed: string, recent: readonly string[] = []): string[] =>
  rankCommands(typed, commands, recent).map(({ command }) => command.id)

describe('the commands that answer what was typed', () => {
  it('have those first that begin with it', () => {
    expect(ranked('next').slice(0, 2)).toEqual(['next', 'find-next'])
    expect(ranked('copy')[0]).toBe('copy-with-citation')
  })

  it('have those first that were chosen last, where they answer as well', () => {
    expect(ranked('verdict', ['verdict-6']).slice(0, 2)).toEqual(['verdict-6', 'verdict-1'])
    expect(ranked('save c', ['save-report'])[0]).toBe('save-copy')
  })

  it('are also found by the name of their group', () => {
    expect(ranked('sources paste')).toContain('paste-text')
  })

  it('are all of them when nothing was typed', () => {
    expect(ranked('')).toHaveLength(commands.length)
  })
})

describe('the sections of commands', () => {
  const sections = (typed: string) => commandSections(typed, commands, keysInForce({ about: ['F4'] }))
  const ids = (typed: string, section: string): string[] =>
    sections(typed)
      .find(({ id }) => id === section)!
      .entries.map(({ id }) => id)

  it('keep apart what cannot be run, and say why', () => {
    expect(ids('highlight', 'commands')).toEqual([])
    const [highlight] = sections('highlight').find(({ id }) => id === 'unavailable')!.entries
    expect([highlight?.id, highlight?.why]).toEqual(['highlight', 'No text is shown'])
  })

  it('show the key that is in force', () => {
    const [about] = sections('about').find(({ id }) => id === 'commands')!.entries
    expect(about?.key).toBe('F4')
  })

  it('have those that were chosen last on their own until something is typed', () => {
    noteChosen('about')
    expect(ids('', 'recent')).toEqual(['about'])
    expect(ids('', 'commands')).not.toContain('about')
    expect(ids('about', 'commands')[0]).toBe('about')
  })
})
