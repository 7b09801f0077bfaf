import { readableDate } from '../readable-date.js'
import type { ReportModel, SourceEntry } from '../report-model.js'
import { isolated, markup, webLink, type Html, type HtmlValue } from './escape.js'
import { counted, dateTime, verdictLabel } from './passage.js'
import { amount, amounts, columns, countRow, entry } from './rows.js'

const kinds: Record<SourceEntry['record']['kind'], string> = {
  primary: 'Primary source',
  secondary: 'Secondary source',
  unspecified: 'Not specified',
}

/** The full record of each source, with what identifies its file and its text. */
export function sourceSection({ sources }: ReportModel): Html {
  return markup`<section id="sources" aria-labelledby="sources-heading">
    <h2 id="sources-heading">Sources</h2>
    ${sources.length === 0 && markup`<p class="empty">There are no sources in this case yet.</p>`}
    ${sources.map(sourceHtml)}
  </section>`
}

function sourceHtml({ number, record, grade, version, words }: SourceEntry): Html {
  const rows: [string, HtmlValue][] = [
    ['Author', isolated(record.author ?? 'not known')],
    ['Publisher', isolated(record.publisher ?? 'not known')],
    ['Published', record.published ? readableDate(record.published) : 'not known'],
    ['Kind', kinds[record.kind]],
    ['Grade', grade ?? 'not graded'],
    ['Address', record.url && markup`<span class="address">${webLink(record.url, record.url)}</span>`],
    ['Accessed', record.accessed && readableDate(record.accessed)],
    [
      'File',
      markup`${isolated(record.fileName ?? 'pasted text')} (${record.mediaType}, ${isolated(record.encoding)})`,
    ],
    ['SHA-256 of the file', markup`<span class="digest">${record.originalSha256}</span>`],
    ['Text', markup`version ${version.number} of ${dateTime(version.createdAt)}, ${counted(words, 'word')}`],
    ['Why this version', version.reason && isolated(version.reason)],
    ['SHA-256 of the text', markup`<span class="digest">${version.sha256}</span>`],
  ]
  return markup`<article class="source" aria-labelledby="record-${number}">
    <h3 id="record-${number}"><a href="#source-${number}">S${number}</a> ${isolated(record.title)}</h3>
    <dl class="record">
      ${rows.map(([term, value]) => entry(term, value))}
    </dl>
  </article>`
}

/** What was checked and how, and what the marks mean. */
export function methodSection({ method, summary }: ReportModel): Html {
  return markup`<section id="method" aria-labelledby="method-heading">
    <h2 id="method-heading">Method</h2>
    <p>${method.can}</p>
    <p>${method.cannot}</p>
    ${checkTable(method, summary.findings)}
    ${scaleTable(method)}${gradeTable(method)}
  </section>`
}

function checkTable({ checks }: ReportModel['method'], all: ReportModel['summary']['findings']): Html {
  const cells = ({ open, accepted, dismissed, all }: (typeof checks)[number]['counts']): Html[] =>
    [open, accepted, dismissed, all].map((count) => markup`${amount(count)}`)
  return markup`<table class="checks">
    <caption>Automatic checks and their findings</caption>
    ${columns('Check', 'Looks for', amounts('Open'), amounts('Accepted'), amounts('Dismissed'), amounts('All'))}
    <tbody>
      ${checks.map(({ label, looksFor, counts }) =>
        countRow(counts.all, markup`<th scope="row">${label}</th><td>${looksFor}</td>${cells(counts)}`),
      )}
    </tbody>
    <tfoot><tr><th scope="row" colspan="2">All</th>${cells(all)}</tr></tfoot>
  </table>`
}

function scaleTable({ verdicts }: ReportModel['method']): Html {
  return markup`<table class="scale">
    <caption>Verdicts</caption>
    ${columns('Verdict', 'Meaning')}
    <tbody>
      ${verdicts.map(
        ({ verdict, meaning }) =>
          markup`<tr>
            <th scope="row">${verdictLabel(verdict)}</th>
            <td>${meaning}${verdict.mustFix && ' Must be fixed.'}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

function gradeTable({ severities }: ReportModel['method']): Html {
  return markup`<div>
    <table class="severities">
      <caption>Severity of findings</caption>
      ${columns('Severity', 'Meaning', amounts('Findings'))}
      <tbody>
        ${severities.map(
          ({ label, meaning, count }) =>
            markup`<tr>
              <th scope="row">${label}</th>
              <td>${meaning}</td>
              ${amount(count)}
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="lead">
      Grades are in the Admiralty code: A (completely reliable) to E (unreliable), F where that cannot be
      judged; 1 (confirmed) to 5 (improbable), 6 where that cannot be judged; – for a half that was not given.
    </p>
  </div>`
}
