import { describe, expect, it } from 'vitest'
import { logNote, signatureNote } from '../../../shared/report/closing-notes.js'
import { buildReport } from '../../../shared/report/report-model.js'
import { wordingOf } from '../../../shared/report/wording.js'
import { CaseBuilder } from './case-builder.js'

const head = `${'a'.repeat(16)}${'b'.repeat(48)}`
const options = { checker: 'M', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }

describe('what a report says at its end', () => {
  it('is of which state of the case a signature on paper is', () => {
    const { snapshot } = new CaseBuilder()
    const log = { entries: [], total: 7, head }
    const model = buildReport(snapshot, { ...options, material: { coverage: null, log } })
    expect(signatureNote(model, wordingOf('en'))).toBe(
      'A signature on paper covers the case as it stood on 5 February 2026, 16:20 UTC (aaaaaaaaaaaaaaaa).',
    )
    expect(signatureNote(buildReport(snapshot, options), wordingOf('de'))).toBe(
      'Eine Unterschrift auf Papier gilt für den Fall, wie er stand am 5. Februar 2026, 16:20 UTC.',
    )
  })

  it('is how much of the log is printed, and the hash by which the rest can be checked', () => {
    const entry = { sequence: 7, at: '2026-02-03T09:30:00.000Z', actor: 'Ada', action: 'Add claim' }
    expect(logNote({ entries: [entry], total: 7, head }, wordingOf('en'))).toBe(
      `The newest 1 of 7 entries. The last has the hash ${head}.`,
    )
  })
})
