import type { CaseSnapshot } from '../domain/case.js'
import { chooseClaims } from './choose-claims.js'
import { citationsBibTex } from './citations/bibtex.js'
import { citedWorks } from './citations/cited-works.js'
import { citationsCslJson } from './citations/csl-json.js'
import { citationsRis } from './citations/ris.js'
import { reportClaimReview } from './claim-review.js'
import { reportCsv } from './csv.js'
import { reportDocx, type PackagePart } from './docx.js'
import type { ReportRequest } from './forms.js'
import { reportHtml } from './html.js'
import { reportJson } from './json.js'
import { reportJsonLd } from './json-ld.js'
import { reportMarkdown } from './markdown.js'
import { buildReport, type ReportModel, type ReportOptions } from './report-model.js'

/** Who checked, when the report is made, and by what. */
export type ReportOrigin = Pick<ReportOptions, 'checker' | 'generatedAt' | 'program'>

/**
 * A case in the form that was asked for: the text of its file, the parts of a package, or, for a form of pages, the HTML
 * that they are printed from.
 * Throws 'invalid' when a form needs to know more than the request says.
 */
export function buildForm(
  snapshot: CaseSnapshot,
  request: ReportRequest,
  origin: ReportOrigin,
): string | PackagePart[] {
  const { form, options } = request
  const chosen = chooseClaims(snapshot, options.claims)
  const model = (): ReportModel =>
    buildReport(chosen, {
      ...origin,
      internalNotes: options.internalNotes ? 'include' : 'leave-out',
      claimsLeftOut: snapshot.claims.length - chosen.claims.length,
    })
  switch (form) {
    case 'html':
    case 'pdf':
      return reportHtml(model())
    case 'docx':
      return reportDocx(model())
    case 'md':
      return reportMarkdown(model())
    case 'csv':
      return reportCsv(model())
    case 'json':
      return reportJson(model())
    case 'json-ld':
      return reportJsonLd(chosen, { ...origin, internalNotes: options.internalNotes })
    case 'claim-review':
      return reportClaimReview(chosen, reviewDetails(options.review))
    case 'csl-json':
      return citationsCslJson(citedWorks(chosen))
    case 'ris':
      return citationsRis(citedWorks(chosen))
    case 'bibtex':
      return citationsBibTex(citedWorks(chosen))
  }
}

/** Fields that were left empty say nothing. */
function reviewDetails(review: ReportRequest['options']['review']) {
  return Object.fromEntries(Object.entries(review).filter(([, value]) => value))
}
