import { claimSection } from './html/cards.js'
import { Html, markup } from './html/escape.js'
import { embeddedScripts, type EmbeddedReport } from './html/embedded.js'
import { verdictFilter } from './html/filter.js'
import { conflictSection, dismissedSection, findingSection } from './html/findings.js'
import { each, flow, type Flow } from './html/flow.js'
import { mustFixSection, querySection, reportHeader } from './html/front-page.js'
import { logSection } from './html/log.js'
import { methodSection } from './html/method.js'
import { overviewSection } from './html/overview.js'
import { paperStyles } from './html/paper.js'
import { sourceSection } from './html/record.js'
import { signOffSection } from './html/review.js'
import { reportStyle, reportStyleHash } from './html/style.js'
import { annotatedTexts } from './html/text.js'
import { timelineSection } from './html/timeline.js'
import type { Pieces } from './pieces.js'
import type { ReportModel } from './report-model.js'
import { sections, type SectionId } from './sections.js'
import { wordingOf } from './wording.js'

const writers: Record<SectionId, (model: ReportModel) => Html | Flow> = {
  'must-fix': mustFixSection,
  queries: querySection,
  overview: overviewSection,
  text: annotatedTexts,
  claims: claimSection,
  conflicts: conflictSection,
  timeline: timelineSection,
  findings: findingSection,
  dismissed: dismissedSection,
  sources: sourceSection,
  method: methodSection,
  'sign-off': signOffSection,
  log: logSection,
}

/** What a page is for: to be read in a browser, or to be printed by the program, which numbers the pages itself. */
export interface HtmlOptions {
  isPrinted?: boolean
  /** What a program can read back out of the page; null for a page that only people read. */
  embedded?: EmbeddedReport | null
}

/**
 * The report as one HTML file that needs nothing else: no script that runs, no request, every string escaped, and a policy
 * of its own that forbids the rest. Where the file is shown under another policy, that one must allow its style sheets.
 * The first piece is the page up to the end of its head, where a seal has its place.
 */
export function* reportHtml(
  model: ReportModel,
  { isPrinted = false, embedded = null }: HtmlOptions = {},
): Pieces {
  yield pageHead(model, isPrinted).text
  const words = wordingOf(model.language)
  const has = sections.filter(({ id }) => model.sections.includes(id))
  const page = flow`</head>
      <body>
        ${reportHeader(model)}
        ${has.length > 3 && markup`<nav aria-label="${words.say('Contents')}"><ul>${has.map(({ id, label }) => markup`<li><a href="#${id}">${words.say(label)}</a></li>`)}</ul></nav>`}
        ${!isPrinted && model.sections.includes('claims') && verdictFilter(model)}
        <main>
          ${each(has, ({ id }) => writers[id](model))}
        </main>
        <footer><p>${words.say('Made with {program}.', { program: model.program })}</p></footer>
        ${embedded && embeddedScripts(embedded)}
      </body>
    </html>
`
  for (const { text } of page) yield text
}

function pageHead(model: ReportModel, isPrinted: boolean): Html {
  const words = wordingOf(model.language)
  const paper = paperStyles[model.paper][isPrinted ? 'printed' : 'read']
  const policy = `default-src 'none'; style-src '${reportStyleHash}' '${paper.hash}'; base-uri 'none'; form-action 'none'`
  const title = `${words.say('Fact-check report')}: ${model.title}`
  return markup`<!doctype html>
    <html lang="${model.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="${model.program}" />
        <title>${title}</title>
        <style>${new Html(reportStyle)}</style>
        <style>${new Html(paper.style)}</style>
      `
}
