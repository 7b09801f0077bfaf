import type { CaseSnapshot } from '../../domain/case.js'
import { byTime } from '../by-claim.js'

/** Something to cite: a source of a case, or a work that evidence was taken from. Unknown is null. */
export interface CitedWork {
  /** `S` or `E` and a number from 1, unique in a case: S2 is the second source, as reports call it. */
  key: string
  title: string
  author: string | null
  publisher: string | null
  /** EDTF, as are all dates. */
  published: string | null
  url: string | null
  archivedUrl: string | null
  accessed: string | null
  /** A language tag. */
  language: string | null
}

/** The sources of a case in their order, then what its evidence cites outside them, each work once. */
export function citedWorks({ sources, evidence }: CaseSnapshot): CitedWork[] {
  const own = [...sources]
    .sort((a, b) => a.position - b.position)
    .map(({ title, author, publisher, published, url, accessed, language = null }, index): CitedWork => {
      const work = { title, author, publisher, published, url, archivedUrl: null, accessed, language }
      return { key: `S${index + 1}`, ...work }
    })
  const cited = new Map<string, CitedWork>()
  for (const piece of byTime(evidence)) {
    const { title, author = null, publisher = null, published = null, url, archivedUrl, accessed } = piece
    const work = { title, author, publisher, published, url, archivedUrl, accessed, language: null }
    const identity = JSON.stringify(Object.values(work))
    if (piece.sourceId || cited.has(identity)) continue
    cited.set(identity, { key: `E${cited.size + 1}`, ...work })
  }
  return [...own, ...cited.values()]
}

/** Text on one line, as these formats need it; what no text file should hold (NUL, half a pair) becomes U+FFFD. */
export function oneLine(text: string): string {
  return text
    .replace(/\p{Surrogate}|\0/gu, '\uFFFD')
    .replace(/[\t ]*[\r\n\v\f\u0085\u2028\u2029]\s*/g, ' ')
    .trim()
}

/** Year, month and day of a date that has just these; null for any other date of EDTF. */
export function plainDate(edtf: string): { year: string; month?: string; day?: string } | null {
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/.exec(edtf) ?? []
  return year ? { year, ...(month && { month }), ...(day && { day }) } : null
}
