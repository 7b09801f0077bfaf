import { describe, expect, it } from 'vitest'
import { canBeHandedOver, mostAtOnce, readArguments } from '../../../electron/main/arguments.js'

const window = (cases: string[], texts: string[]) => ({ mode: 'window', cases, texts, left: 0 })

describe('what the program was started to do', () => {
  it('is a window with nothing to open, unless files are named', () => {
    expect(readArguments([], false)).toEqual(window([], []))
    expect(readArguments(['a.stet', 'b.txt', 'C.STET', 'notes.md'], false)).toEqual(
      window(['a.stet', 'C.STET'], ['b.txt', 'notes.md']),
    )
  })

  it.each(['check', 'extract', 'report', 'help', '--help', '-h', '--version'])(
    'is the command %s',
    (command) => {
      const args = [command, 'a.txt', '--format', 'json']
      expect(readArguments(args, false)).toEqual({ mode: 'command', args })
    },
  )

  it('is a window for a file that is called like a command, but not first', () => {
    expect(readArguments(['./check'], false)).toEqual(window([], ['./check']))
    expect(readArguments(['a.txt', 'check'], false)).toEqual(window([], ['a.txt', 'check']))
  })

  it('takes the addresses that a Linux desktop hands over for the files that they mean', () => {
    const files = ['file:///home/ada/Der%20Fall%20%C3%84.stet', 'file:///home/ada/a%23b.txt']
    expect(readArguments(files, false)).toEqual(window(['/home/ada/Der Fall Ä.stet'], ['/home/ada/a#b.txt']))
    // Not of this computer, or no path: it is said to be missing by the name that it was given.
    for (const other of [
      'file://elsewhere/a.txt',
      'file:///a%2Fb.txt',
      'file:///a%00.txt',
      'https://example.org/a.txt',
    ])
      expect(readArguments([other], false)).toEqual(window([], [other]))
  })

  it('does not count the program’s own folder', () => {
    expect(readArguments(['.', 'a.txt'], true)).toEqual(window([], ['a.txt']))
    expect(readArguments(['/program', 'check', 'a.txt'], true)).toEqual({
      mode: 'command',
      args: ['check', 'a.txt'],
    })
    expect(readArguments(['--no-sandbox', '/program', 'a.stet'], true)).toEqual(window(['a.stet'], []))
    expect(readArguments([], true)).toEqual(window([], []))
  })

  it('does not count what is meant for Chromium', () => {
    const flags = [
      '--no-sandbox',
      '--user-data-dir=/x',
      '--remote-debugging-port=0',
      '--lang=de',
      '--disable-gpu',
    ]
    expect(readArguments([...flags, 'a.txt'], false)).toEqual(window([], ['a.txt']))
    expect(readArguments([...flags, 'check', 'a.txt'], false)).toEqual({
      mode: 'command',
      args: ['check', 'a.txt'],
    })
  })

  it('is each file once, and no more than are opened at once', () => {
    expect(readArguments(['a.txt', 'b.txt', 'a.txt'], false)).toEqual(window([], ['a.txt', 'b.txt']))
    const named = ['txt', 'stet'].flatMap((end) => Array.from({ length: 3000 }, (_, at) => `${at}.${end}`))
    const { cases, texts } = mostAtOnce
    expect(readArguments(named, false)).toEqual({
      mode: 'window',
      cases: named.slice(3000, 3000 + cases),
      texts: named.slice(0, texts),
      left: 6000 - cases - texts,
    })
  })

  it('is handed over only as far as a running program answers', () => {
    expect(canBeHandedOver(['stet', ...Array.from({ length: 500 }, () => '/home/ada/a.txt')], '/home')).toBe(
      true,
    )
    expect(canBeHandedOver(['stet', ...Array.from({ length: 3000 }, () => '/home/ada/a.txt')], '/')).toBe(
      false,
    )
    expect(canBeHandedOver(['stet', 'ä'.repeat(16_000)], '/')).toBe(false)
  })

  it('takes no flag for a file', () => {
    expect(readArguments(['--unknown', '-x', 'a.txt'], false)).toEqual(window([], ['a.txt']))
  })
})
