import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from 'node:process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { extractAll } from '../../../shared/checks/extraction.js'
import { createChecker } from '../../../shared/checks/run-checks.js'

/** How many inputs are tried; STET_FUZZ_RUNS sets more, for a long run by hand. */
const runs = Number(env.STET_FUZZ_RUNS ?? 1000)

const folder = join(import.meta.dirname, '../../bench/engine')
const texts = ['cases.jsonl', 'slips.jsonl', 'prose.jsonl'].flatMap((file) =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .flatMap((line) =>
      (JSON.parse(line) as { docs: { text: string }[] }).docs.map(({ text }) => text.slice(0, 1500)),
    ),
)

/** What turns a sound text into one that nobody expects. */
const marks = [
  '',
  ' ',
  '\n',
  '\n\n',
  '\r',
  '\t',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\0',
  '\ud800',
  '😀',
  '́',
  'ﬁ',
  'İ',
  '٣',
  '“',
  '”',
  '"',
  "'",
  '’',
  '(',
  ')',
  '[',
  '|',
  '____',
  '----',
  '…',
  '—',
  '.',
  ',',
  ';',
  ':',
  '%',
  '$',
  '&',
  '/',
  '-',
  '0',
  '31',
  '99999999999999999999',
  '1e400',
  '0.0',
  '-1',
  '12 12',
  '2O25',
  'the',
  'of',
  'after',
  'said',
  'born',
]
const spoilt = fc.constantFrom(...marks)

type Spoil = (text: string) => string
const place = fc.double({ min: 0, max: 1, noNaN: true })
const at = (text: string, share: number): number => Math.floor(share * text.length)
const spoil: fc.Arbitrary<Spoil> = fc.oneof(
  fc.tuple(place, spoilt).map(
    ([where, what]): Spoil =>
      (text) =>
        text.slice(0, at(text, where)) + what + text.slice(at(text, where)),
  ),
  fc.tuple(place, place).map(
    ([a, b]): Spoil =>
      (text) =>
        text.slice(0, at(text, Math.min(a, b))) + text.slice(at(text, Math.max(a, b))),
  ),
  fc.tuple(place, fc.nat(40)).map(([where, length]): Spoil => (text) => {
    const from = at(text, where)
    return text.slice(0, from) + text.slice(from, from + length).repeat(3) + text.slice(from + length)
  }),
  fc.tuple(place, place).map(
    ([a, b]): Spoil =>
      (text) =>
        text.slice(at(text, a)) + text.slice(0, at(text, b)),
  ),
  fc.constant<Spoil>((text) => text.toUpperCase()),
  fc.constant<Spoil>((text) => text.replaceAll(' ', '')),
)

const spoiltText = fc
  .tuple(fc.constantFrom(...texts), fc.array(spoil, { minLength: 1, maxLength: 6 }))
  .map(([text, steps]) => steps.reduce((spoiling, step) => step(spoiling), text).slice(0, 4000))
const anyText = fc.oneof(
  { weight: 4, arbitrary: spoiltText },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
)

it(
  'answers on any input, with passages that are there',
  () => {
    const checker = createChecker()
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom(null, '2015-03-02', '1999'), (a, b, published) => {
        const sources = [a, b].map((text, index) => ({ id: String(index), text, published }))
        for (const { spans, message } of [...checker.run(sources), ...checker.confirmations(sources)]) {
          expect(message).not.toMatch(/NaN|undefined|Infinity/)
          for (const { source, start, end, quote } of spans) {
            expect(start).toBeLessThan(end)
            expect(sources[Number(source)]?.text.slice(start, end)).toBe(quote)
          }
        }
        const { dates, quantities, names, quotes } = extractAll(a, { published })
        for (const { start, end, text } of [...dates, ...quantities, ...names, ...quotes])
          expect(a.slice(start, end)).toBe(text)
      }),
      { numRuns: Math.ceil(runs / 2) },
    )
  },
  // The bound on the work, many times what it takes: nothing here may hang.
  60_000 + runs * 100,
)
