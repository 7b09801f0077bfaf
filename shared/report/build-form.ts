import type { CaseSnapshot } from '../domain/case.js'
import { chooseClaims } from './choose-claims.js'
import { citationsBibTex } from './citations/bibtex.js'
import { citedWorks } from './citations/cited-works.js'
import { citationsCslJson } from './citations/csl-json.js'
import { citationsRis } from './citations/ris.js'
import { reportClaimReview } from './claim-review.js'
import { reportCsv } from './csv.js'
import { reportDocx } from './docx.js'
import type { ReportChoices, ReportRequest } from './forms.js'
import { reportHtml } from './html.js'
import { embeddedReport } from './html/embedded.js'
import { reportJson } from './json.js'
import { reportJsonLd } from './json-ld.js'
import { reportMarkdown } from './markdown.js'
import { notedMarkdown } from './noted-text/noted-markdown.js'
import { notedPlainText } from './noted-text/noted-plain-text.js'
import { noMaterial, type ReportMaterial } from './material.js'
import { reportOdt } from './odt.js'
import type { PackagePart } from './office/package-part.js'
import type { Pieces } from './pieces.js'
import { redacted } from './redact.js'
import { buildReport, type ReportModel, type ReportOptions } from './report-model.js'
import { wordingOf } from './wording.js'

/** Who checked, when the report is made, and by what. */
export type ReportOrigin = Pick<ReportOptions, 'checker' | 'generatedAt' | 'program'>

/**
 * A case in the form that was asked for: the pieces of its file, the parts of a package, or, for a form of pages, the HTML
 * that they are printed from.
 * Throws 'invalid' when a form needs to know more than the request says.
 */
export function buildForm(
  snapshot: CaseSnapshot,
  request: ReportRequest,
  origin: ReportOrigin,
  material: ReportMaterial = noMaterial,
): Pieces | PackagePart[] {
  const { form, options } = request
  const chosen = chosenFor(snapshot, options)
  const internalNotes = options.internalNotes && options.audience === 'house'
  const annotated = { ...origin, internalNotes }
  const model = (): ReportModel =>
    modelOf(chosen, request, {
      ...origin,
      material,
      claimsLeftOut: snapshot.claims.length - chosen.claims.length,
    })
  switch (form) {
    case 'html': {
      // A page of what must be fixed is not the case, and no case can be made of it.
      const isWhole = options.template !== 'must-fix'
      const embedded = isWhole ? embeddedReport(chosen, annotated, material.log) : null
      return reportHtml(model(), { embedded })
    }
    case 'pdf':
      return reportHtml(model(), { isPrinted: true })
    case 'docx':
      return reportDocx(model())
    case 'odt':
      return reportOdt(model())
    case 'md':
      return reportMarkdown(model())
    case 'md-notes':
      return notedMarkdown(model())
    case 'txt':
      return notedPlainText(model())
    case 'csv':
      return reportCsv(model())
    case 'json':
      return reportJson(model())
    case 'json-ld':
      return reportJsonLd(chosen, annotated)
    case 'claim-review':
      return reportClaimReview(chosen, options.review)
    case 'csl-json':
      return citationsCslJson(citedWorks(chosen))
    case 'ris':
      return citationsRis(citedWorks(chosen))
    case 'bibtex':
      return citationsBibTex(citedWorks(chosen))
  }
}

/** The page that shows how a report will look; it holds nothing for programs. */
export function previewHtml(
  snapshot: CaseSnapshot,
  request: ReportRequest,
  origin: ReportOrigin,
  material: ReportMaterial = noMaterial,
): Pieces {
  const chosen = chosenFor(snapshot, request.options)
  const claimsLeftOut = snapshot.claims.length - chosen.claims.length
  return reportHtml(modelOf(chosen, request, { ...origin, material, claimsLeftOut }))
}

function chosenFor(snapshot: CaseSnapshot, { claims, withhold, language }: ReportChoices): CaseSnapshot {
  return redacted(chooseClaims(snapshot, claims), withhold, wordingOf(language))
}

function modelOf(
  chosen: CaseSnapshot,
  { options }: ReportRequest,
  origin: ReportOrigin & Pick<ReportOptions, 'material' | 'claimsLeftOut'>,
): ReportModel {
  const { internalNotes, language, template, audience, paper, withhold } = options
  return buildReport(chosen, {
    ...origin,
    language,
    template,
    audience,
    paper,
    withheld: withhold,
    internalNotes: internalNotes ? 'include' : 'leave-out',
  })
}
