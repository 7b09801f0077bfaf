import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type HouseRules, houseRulesSchema, noHouseRules } from '../../../shared/domain/house-rules.js'
import { findingSchema } from '../../../shared/domain/finding.js'
import { allRules } from '../../../shared/checks/rules.js'
import { runChecks } from '../../../shared/checks/run-checks.js'

const fixtures = join(import.meta.dirname, 'fixtures')

/** Reads a fixture. Several sources of one case stand between lines of `%%%`. */
function sourcesIn(rule: string, file: string) {
  const texts = readFileSync(join(fixtures, rule, file), 'utf8').split(/^%%%\n/m)
  return texts.map((text, index) => ({ id: String(index + 1), text, published: null }))
}

/** How the house of a fixture writes, for the rule that reads it. */
function houseOf(rule: string): HouseRules {
  const file = join(fixtures, rule, 'house.json')
  return existsSync(file) ? houseRulesSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : noHouseRules
}

describe('rule fixtures', () => {
  it('has a folder for every rule and none besides', () => {
    expect(readdirSync(fixtures).sort()).toEqual(allRules.map(({ id }) => id).sort())
  })

  for (const { id, category } of allRules) {
    it(`${id} finds what is planted`, async () => {
      const findings = runChecks(sourcesIn(id, 'text.txt'), { rules: [id], house: houseOf(id) })
      for (const finding of findings) {
        expect(() => findingSchema.parse(finding)).not.toThrow()
        expect(finding.category).toBe(category)
      }
      const told = findings.map(({ severity, message, suggests, spans, explanation }) => ({
        severity,
        message,
        suggests,
        quotes: spans.map(({ quote }) => quote),
        explanation,
      }))
      await expect(`${JSON.stringify(told, null, 2)}\n`).toMatchFileSnapshot(
        join(fixtures, id, 'expected.json'),
      )
    })

    it(`${id} quotes what its spans point at`, () => {
      const sources = sourcesIn(id, 'text.txt')
      for (const { spans } of runChecks(sources, { rules: [id], house: houseOf(id) })) {
        for (const { source, start, end, quote } of spans) {
          expect(sources.find((other) => other.id === source)?.text.slice(start, end)).toBe(quote)
        }
      }
    })

    it(`${id} is silent on the clean twin`, () => {
      expect(existsSync(join(fixtures, id, 'clean.txt'))).toBe(true)
      expect(runChecks(sourcesIn(id, 'clean.txt'), { rules: [id], house: houseOf(id) })).toEqual([])
    })
  }
})
