import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GrowingFile } from '../../../electron/workers/growing-file.js'
import { utf8Chunks } from '../../../electron/workers/utf8-chunks.js'
import { buildForm } from '../../../shared/report/build-form.js'
import { reportForms, usualRequest } from '../../../shared/report/forms.js'
import { noMaterial } from '../../../shared/report/material.js'
import { safeJson } from '../../../shared/report/safe-json.js'
import { wholeOf } from '../../../shared/report/pieces.js'
import { readSeal } from '../../../shared/report/seal/seal.js'
import { largeCase } from '../../bench/export/large-case.js'
import { harbourCase } from '../../shared/report/harbour-case.js'
import { wholeForm } from '../../shared/report/whole-form.js'
import { emptyFile, writtenReport } from './written-report.js'

const origin = { checker: 'M. Okafor', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }
const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('strings that are written as bytes', () => {
  const bytesOf = (pieces: readonly string[]): Buffer =>
    Buffer.concat(Array.from(utf8Chunks(pieces), (bytes) => Buffer.from(bytes)))

  it('are the same bytes wherever they are cut, also within a character', () => {
    const units = fc.array(fc.constantFrom('a', 'é', '\u2028', '\uD83D', '\uDE92', '🚒'), { maxLength: 40 })
    fc.assert(
      fc.property(units, fc.array(fc.nat(60)), fc.nat(40_000), (letters, cuts, before) => {
        const text = 'x'.repeat(before) + letters.join('')
        const places = [0, ...cuts.map((cut) => Math.min(text.length, before + cut)), text.length]
        places.sort((a, b) => a - b)
        const pieces = places.slice(1).map((place, index) => text.slice(places[index], place))
        expect(bytesOf(pieces)).toEqual(Buffer.from(text))
      }),
    )
  })
})

describe('a value that is written as JSON piece by piece', () => {
  it('is what it is when written at once', () => {
    const value = fc.jsonValue({ maxDepth: 4 })
    fc.assert(
      fc.property(value, fc.constantFrom(0, 2), fc.string({ unit: 'binary' }), (one, indent, text) => {
        const said = [one, { long: text.repeat(500), many: Array.from({ length: 900 }, () => one) }]
        const plain = JSON.stringify(said, null, indent)
        const escaped = plain.replace(/[<>&\u2028\u2029]/g, (letter) => {
          return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
        })
        expect(wholeOf(safeJson(said, indent as 0 | 2))).toBe(`${escaped}\n`)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a report that is written into a file', () => {
  const texts = reportForms.filter(({ id, builder }) => builder === 'text' && id !== 'claim-review')

  it.each(texts.filter(({ id }) => id !== 'html'))('is the whole form: $id', async ({ id }) => {
    const input = [harbourCase().snapshot, usualRequest(id), origin, noMaterial] as const
    expect((await writtenReport(...input)).toString()).toBe(wholeForm(buildForm(...input)))
  })

  it('as a web page is the whole page with a seal of just that page', async () => {
    const input = [harbourCase().snapshot, usualRequest('html'), origin, noMaterial] as const
    const html = (await writtenReport(...input)).toString()
    expect(readSeal(html, digest)).toMatchObject({ isUnaltered: true })
    expect(html.replace(/<meta name="stet-seal"[^>]*>/, '')).toBe(wholeForm(buildForm(...input)))
  })

  it('has a seal that holds over many pieces', async () => {
    const { snapshot } = largeCase({ claims: 400, bytes: 200_000 })
    const html = (await writtenReport(snapshot, usualRequest('html'), origin, noMaterial)).toString()
    expect(html.length).toBeGreaterThan(1_000_000)
    expect(readSeal(html, digest)).toMatchObject({ isUnaltered: true })
  })

  it('is put right only within what was written', () => {
    const path = emptyFile()
    const file = new GrowingFile(path)
    file.append(Buffer.from('one two'))
    file.overwrite(0, Buffer.from('1st'))
    expect(() => file.overwrite(5, Buffer.from('more'))).toThrow(RangeError)
    file.close()
    expect(readFileSync(path, 'utf8')).toBe('1st two')
  })
})
