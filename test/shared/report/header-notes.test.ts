import { describe, expect, it } from 'vitest'
import { versionOfCase, whatIsLeftOut } from '../../../shared/report/header-notes.js'
import { buildReport, type ReportOptions } from '../../../shared/report/report-model.js'
import { wordingOf } from '../../../shared/report/wording.js'
import { CaseBuilder } from './case-builder.js'

const words = wordingOf('en')
const options = { checker: 'M', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }

function modelOf(build: CaseBuilder, more: Partial<ReportOptions> = {}) {
  return buildReport(build.snapshot, { ...options, ...more })
}

describe('what a report says at its head', () => {
  it('is the version of the case by the last entry of its log', () => {
    const build = new CaseBuilder()
    const withLog = (log: { entries: []; total: number; head: string | null }) =>
      versionOfCase(modelOf(build, { material: { coverage: null, log } }), words)
    expect(withLog({ entries: [], total: 4, head: 'e'.repeat(64) })).toBe(`log entry 4, ${'e'.repeat(64)}`)
    expect(withLog({ entries: [], total: 0, head: null })).toBeNull()
    expect(versionOfCase(modelOf(build), words)).toBeNull()
  })

  it('names the version also where the log is not part of the report', () => {
    const log = { entries: [], total: 4, head: 'e'.repeat(64) }
    for (const less of [{ template: 'must-fix' }, { audience: 'outside' }] as const) {
      const model = modelOf(new CaseBuilder(), { ...less, material: { coverage: null, log } })
      expect(model.log).toBeNull()
      expect(versionOfCase(model, words)).toBe(`log entry 4, ${'e'.repeat(64)}`)
    }
  })

  it('is what it leaves out, and nothing where it leaves nothing out', () => {
    const build = new CaseBuilder()
    build.note(build.claim(build.source('Bells', 'The bells rang.'), 'bells'), 'Between us', {
      visibility: 'internal',
    })
    expect(whatIsLeftOut(modelOf(build), words)).toEqual([])
    const less = {
      claimsLeftOut: 3,
      internalNotes: 'leave-out',
      withheld: { claimants: false, sources: true },
    }
    expect(whatIsLeftOut(modelOf(build, less as Partial<ReportOptions>), words)).toEqual([
      'What the sources are is withheld from this report; their texts are as they are.',
      'Claims left out of this report: 3. Those in it are numbered anew.',
      'Internal notes left out of this report: 1.',
    ])
  })
})
