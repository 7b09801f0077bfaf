import { join } from 'node:path'
import { expect, it } from 'vitest'
import { extractDates } from '../../../../shared/checks/extract/dates.js'
import { type AnnotatedText, scoreDates } from '../../../bench/engine/date-score.js'
import { recordsOf } from '../../../bench/engine/json-lines.js'

const texts = recordsOf<AnnotatedText>(join(import.meta.dirname, '../../../bench/engine/dates/classes.jsonl'))

it('reads the classes of temporal expressions as their guidelines value them', () => {
  const score = scoreDates(texts, (text, published) => extractDates(text, { published }))
  expect(score.value, score.errors.join('\n')).toBeGreaterThanOrEqual(94)
  expect(score.calendarPrecision).toBeGreaterThanOrEqual(96)
  expect(score.calendarRecall).toBeGreaterThanOrEqual(96)
})
