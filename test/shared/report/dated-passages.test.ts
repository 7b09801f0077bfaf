import { describe, expect, it } from 'vitest'
import type { DatedPassage } from '../../../shared/report/dated-passages.js'
import { buildReport } from '../../../shared/report/report-model.js'
import type { Language } from '../../../shared/report/wording.js'
import { CaseBuilder } from './case-builder.js'

const options = { checker: 'M', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }

function dated(build: CaseBuilder, language: Language = 'en'): DatedPassage[] {
  return buildReport(build.snapshot, { ...options, language }).dated
}

describe('the timeline in words', () => {
  it('goes by the order of time, not by that of the text, with how sure each date is', () => {
    const build = new CaseBuilder()
    const source = build.source('Bells', 'They rang. They were cast. They were lost.')
    build.claim(source, 'rang', { eventDate: '1983-03-14' })
    build.claim(source, 'cast', { eventDate: '1979', eventDateInferred: true })
    build.claim(source, 'lost', { eventDate: '1984-05?' })
    build.claim(source, 'They')
    expect(dated(build).map(({ date, quote, claim }) => [date, quote, claim])).toEqual([
      ['1979, inferred', 'cast', 3],
      ['14 March 1983', 'rang', 2],
      ['May 1984, uncertain', 'lost', 4],
    ])
    expect(dated(build, 'de').map(({ date }) => date)).toEqual([
      '1979, erschlossen',
      '14. März 1983',
      'Mai 1984, unsicher',
    ])
  })

  it('names the finding that dates a passage where no claim does, and the source it is in', () => {
    const build = new CaseBuilder()
    build.source('Drums', 'Nothing here.')
    const source = build.source('Bells', 'They rang on Tuesday, 14 March 1983.')
    const explanation = {
      reason: 'It was a Monday.',
      resolved: [{ quote: 'Tuesday, 14 March 1983', value: 'Monday, 14 March 1983' }],
      arithmetic: [],
      assumptions: [],
      settle: '',
    }
    build.finding([[source, 'Tuesday, 14 March 1983']], { explanation })
    expect(dated(build).map(({ claim, finding, source }) => [claim, finding, source])).toEqual([[null, 1, 2]])
  })

  it('marks what another passage on the same event dates otherwise', () => {
    const build = new CaseBuilder()
    const source = build.source('Bells', 'They rang in March. They rang in May.')
    const [march, may] = [
      build.claim(source, 'rang in March', { eventDate: '1983-03' }),
      build.claim(source, 'rang in May', { eventDate: '1983-05' }),
    ]
    expect(dated(build).map(({ isExcluded }) => isExcluded)).toEqual([false, false])
    build.relation(march, 'contradicts', may)
    expect(dated(build).map(({ isExcluded }) => isExcluded)).toEqual([true, true])
  })
})
