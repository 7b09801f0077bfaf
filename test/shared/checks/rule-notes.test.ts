import { expect, it } from 'vitest'
import { ruleNotes } from '../../../shared/checks/rule-notes.js'
import { allRules } from '../../../shared/checks/rules.js'

it('tells of every rule what it catches, in a sentence', () => {
  expect(Object.keys(ruleNotes).toSorted()).toEqual(allRules.map(({ id }) => id).toSorted())
  for (const note of Object.values(ruleNotes)) expect(note).toMatch(/^[\p{Lu}“].*[.]$/u)
})
