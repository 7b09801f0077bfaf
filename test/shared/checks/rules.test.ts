import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { categories } from '../../../shared/domain/finding.js'
import { allRules } from '../../../shared/checks/rules.js'

it('explains every rule to people, and none besides', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/rules.md'), 'utf8')
  const sections = [...page.matchAll(/^## ([a-z]+(?:-[a-z]+)+)$/gm)].map(([, title]) => title ?? '')
  expect(sections.sort()).toEqual(allRules.map(({ id }) => id).sort())
})

it('has a rule for every category', () => {
  expect(allRules.map(({ category }) => category).sort()).toEqual(categories.map(({ id }) => id).sort())
})
