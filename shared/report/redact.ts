import type { CaseSnapshot } from '../domain/case.js'
import type { Claim } from '../domain/claim.js'
import type { Finding } from '../domain/finding.js'
import type { Source } from '../domain/source.js'
import type { Wording } from './wording.js'

/** What is withheld from a report. */
export interface Redaction {
  /** The names of who said what a claim says. */
  claimants: boolean
  /** Which texts these are, and what outside them was cited: titles, people, addresses, names of files. */
  sources: boolean
}

/**
 * A snapshot without what is to be withheld, so that no form of a report can tell it. The texts, quotes and notes stay as
 * they are: a name that they say, they still say. What stands where a name was is in the words of the report.
 */
export function redacted(
  snapshot: CaseSnapshot,
  { claimants, sources }: Redaction,
  words: Wording,
): CaseSnapshot {
  const withheld = words.say('[withheld]')
  const claims = claimants ? snapshot.claims.map((claim) => withClaimant(claim, withheld)) : snapshot.claims
  return sources ? withoutSources({ ...snapshot, claims }, words) : { ...snapshot, claims }
}

function withClaimant(claim: Claim, claimant: string): Claim {
  return claim.claimant === null ? claim : { ...claim, claimant }
}

function withoutSources(snapshot: CaseSnapshot, words: Wording): CaseSnapshot {
  const ordered = [...snapshot.sources].sort((a, b) => a.position - b.position)
  const names = new Map(
    ordered.map(({ id }, index) => [id as string, words.say('Source {number}', { number: index + 1 })]),
  )
  const titles = ordered.map(({ id, title }): [string, string] => [title, names.get(id)!])
  return {
    ...snapshot,
    sources: snapshot.sources.map((source) => anonymous(source, names.get(source.id)!)),
    evidence: snapshot.evidence.map(({ author: _author, publisher: _publisher, ...piece }) => ({
      ...piece,
      title: (piece.sourceId && names.get(piece.sourceId)) ?? words.say('[withheld]'),
      url: null,
      archivedUrl: null,
    })),
    findings: snapshot.findings.map((finding) => withoutTitles(finding, titles)),
  }
}

function anonymous(source: Source, title: string): Source {
  return { ...source, title, author: null, publisher: null, url: null, fileName: null }
}

/** Findings about several texts name them. */
function withoutTitles(finding: Finding, titles: readonly [string, string][]): Finding {
  const clean = (text: string): string =>
    titles.reduce((before, [title, name]) => before.replaceAll(title, name), text)
  const { reason, resolved, arithmetic, assumptions, settle } = finding.explanation
  return {
    ...finding,
    message: clean(finding.message),
    explanation: {
      reason: clean(reason),
      resolved: resolved.map(({ quote, value }) => ({ quote, value: clean(value) })),
      arithmetic: arithmetic.map(clean),
      assumptions: assumptions.map(clean),
      settle: clean(settle),
    },
  }
}
