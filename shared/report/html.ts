import { claimSection } from './html/cards.js'
import { Html, markup } from './html/escape.js'
import { conflictSection, dismissedSection, findingSection } from './html/findings.js'
import { mustFixSection, overviewSection, reportHeader } from './html/front-page.js'
import { methodSection, sourceSection } from './html/record.js'
import { signOffSection } from './html/review.js'
import { reportStyle, reportStyleHash } from './html/style.js'
import { annotatedTexts } from './html/text.js'
import type { ReportModel } from './report-model.js'

/** The only things that the file may load or run: its own style sheet. */
const policy = `default-src 'none'; style-src '${reportStyleHash}'; base-uri 'none'; form-action 'none'`

const contents = [
  ['must-fix', 'Must fix'],
  ['overview', 'Overview'],
  ['text', 'Text'],
  ['claims', 'Claims'],
  ['conflicts', 'Conflicts'],
  ['findings', 'Findings'],
  ['dismissed', 'Dismissed'],
  ['sources', 'Sources'],
  ['method', 'Method'],
  ['sign-off', 'Sign-off'],
] as const

/**
 * The report as one HTML file that needs nothing else: no script, no request, every string escaped, and a policy of its
 * own that forbids the rest. Where the file is shown under another policy, that one must allow `reportStyleHash`.
 */
export function reportHtml(model: ReportModel): string {
  return markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="${model.program}" />
        <title>Fact-check report: ${model.title}</title>
        <style>${new Html(reportStyle)}</style>
      </head>
      <body>
        ${reportHeader(model)}
        <nav aria-label="Contents"><ul>${contents.map(([id, label]) => markup`<li><a href="#${id}">${label}</a></li>`)}</ul></nav>
        <main>
          ${mustFixSection(model)} ${overviewSection(model)} ${annotatedTexts(model)} ${claimSection(model)}
          ${conflictSection(model)} ${findingSection(model)} ${dismissedSection(model)}
          ${sourceSection(model)} ${methodSection(model)} ${signOffSection(model)}
        </main>
        <footer><p>Made with ${model.program}.</p></footer>
      </body>
    </html>
`.text
}
