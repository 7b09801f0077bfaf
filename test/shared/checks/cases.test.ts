import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type CaseScore, type EngineCase, scoreCases } from '../../bench/engine/case-score.js'
import { recordsOf } from '../../bench/engine/json-lines.js'

const scoreOf = (file: string): CaseScore =>
  scoreCases(recordsOf<EngineCase>(join(import.meta.dirname, '../../bench/engine', file)))

/** The share of planted slips that were found, and what was not. */
function recallOf({ categories, misses }: CaseScore): { recall: number; missed: string } {
  const scores = [...categories.values()]
  const sum = (key: 'planted' | 'found') => scores.reduce((all, score) => all + score[key], 0)
  return { recall: sum('found') / sum('planted'), missed: misses.join('\n') }
}

describe('cases of one sentence or two', () => {
  const score = scoreOf('cases.jsonl')

  it('finds at least 97 of 100 planted slips', () => {
    const { recall, missed } = recallOf(score)
    expect(recall, missed).toBeGreaterThanOrEqual(0.97)
  })

  it('is silent on every clean one', () => {
    expect(score.falseOnClean, score.misses.join('\n')).toBe(0)
  })
})

describe('plain slips of every category', () => {
  const score = scoreOf('plain.jsonl')

  it('finds at least 94 of 100', () => {
    const { recall, missed } = recallOf(score)
    expect(recall, missed).toBeGreaterThanOrEqual(0.94)
  })

  it('is silent on their twins, and on texts that look like them', () => {
    expect(score.falseOnClean, score.misses.join('\n')).toBe(0)
  })
})

describe('slips in running prose', () => {
  const score = scoreOf('slips.jsonl')

  it('finds at least 92 of 100', () => {
    const { recall, missed } = recallOf(score)
    expect(recall, missed).toBeGreaterThanOrEqual(0.92)
  })

  it('is silent on their twins without the slip, and on texts that only look like slips', () => {
    expect(score.falseOnClean, score.misses.join('\n')).toBe(0)
  })
})

describe('slips in dates and lengths of time that are told over several sentences', () => {
  const score = scoreOf('times.jsonl')

  it('finds at least 72 of 100', () => {
    const { recall, missed } = recallOf(score)
    expect(recall, missed).toBeGreaterThanOrEqual(0.72)
  })

  it('is silent on their twins, and on texts that only look like slips', () => {
    expect(score.falseOnClean, score.misses.join('\n')).toBe(0)
  })
})

describe('dates damaged in scanning and typing', () => {
  const score = scoreOf('damage.jsonl')

  it('finds at least 97 of 100', () => {
    const { recall, missed } = recallOf(score)
    expect(recall, missed).toBeGreaterThanOrEqual(0.97)
  })

  it('is silent on their twins, and on numbers and names that look like dates', () => {
    expect(score.falseOnClean, score.misses.join('\n')).toBe(0)
  })
})

describe('slips in names, quotations and sentences', () => {
  const score = scoreOf('wording.jsonl')

  it('finds at least 97 of 100', () => {
    const { recall, missed } = recallOf(score)
    expect(recall, missed).toBeGreaterThanOrEqual(0.97)
  })

  it('is silent on their twins, with relatives, shortened quotations, refrains and fragments that are meant', () => {
    expect(score.falseOnClean, score.misses.join('\n')).toBe(0)
  })
})

describe('slips as a copy desk meets them', () => {
  const score = scoreOf('desk.jsonl')

  it('finds at least 70 of 100', () => {
    const { recall, missed } = recallOf(score)
    expect(recall, missed).toBeGreaterThanOrEqual(0.7)
  })

  it('is silent on their twins, and on corrections, estimates and other differences that are right', () => {
    expect(score.falseOnClean, score.misses.join('\n')).toBe(0)
  })
})

describe('slips in figures and words of news and reports', () => {
  const score = scoreOf('reports.jsonl')

  it('finds at least 85 of 100', () => {
    const { recall, missed } = recallOf(score)
    expect(recall, missed).toBeGreaterThanOrEqual(0.85)
  })

  it('is silent on their twins, and on clean texts that are hard to read', () => {
    expect(score.falseOnClean, score.misses.join('\n')).toBe(0)
  })
})

it('says nothing about thousands of words of clean prose', () => {
  const score = scoreOf('prose.jsonl')
  expect(score.cleanWords).toBeGreaterThan(5000)
  expect(score.falseOnClean, score.misses.join('\n')).toBe(0)
})
