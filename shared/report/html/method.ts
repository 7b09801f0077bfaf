import { gradeNote } from '../method.js'
import type { ReportModel } from '../report-model.js'
import { wordingOf, type Wording } from '../wording.js'
import { markup, type Html } from './escape.js'
import { verdictLabel } from './passage.js'
import { amount, amounts, columns, countRow } from './rows.js'

/** What was checked and how, and what the marks mean. */
export function methodSection({ method, summary, language }: ReportModel): Html {
  const words = wordingOf(language)
  return markup`<section id="method" aria-labelledby="method-heading">
    <h2 id="method-heading">${words.say('Method')}</h2>
    <p>${method.scope}</p>
    <p>${method.can}</p>
    <p>${method.cannot}</p>
    ${method.limits.map((limit) => markup`<p>${limit}</p>`)}
    ${checkTable(method, summary.findings, words)}
    ${scaleTable(method, words)}${gradeTable(method, words)}
  </section>`
}

function checkTable(
  { checks }: ReportModel['method'],
  all: ReportModel['summary']['findings'],
  words: Wording,
): Html {
  const cells = ({ open, accepted, dismissed, all }: (typeof checks)[number]['counts']): Html[] =>
    [open, accepted, dismissed, all].map((count) => markup`${amount(count)}`)
  const counts = (['Open', 'Accepted', 'Dismissed', 'All'] as const).map((label) => amounts(words.say(label)))
  return markup`<table class="checks">
    <caption>${words.say('Automatic checks and their findings')}</caption>
    ${columns(words.say('Check'), words.say('Looks for'), ...counts)}
    <tbody>
      ${checks.map(({ label, looksFor, isOff, counts }) =>
        countRow(
          counts.all,
          markup`<th scope="row">${label}${isOff && markup` <span class="tag">${words.say('off')}</span>`}</th><td>${looksFor}</td>${cells(counts)}`,
        ),
      )}
    </tbody>
    <tfoot><tr><th scope="row" colspan="2">${words.say('All')}</th>${cells(all)}</tr></tfoot>
  </table>`
}

function scaleTable({ verdicts }: ReportModel['method'], words: Wording): Html {
  return markup`<table class="scale">
    <caption>${words.say('Verdicts')}</caption>
    ${columns(words.say('Verdict'), words.say('Meaning'))}
    <tbody>
      ${verdicts.map(
        ({ verdict, meaning }) =>
          markup`<tr>
            <th scope="row">${verdictLabel(verdict, words)}</th>
            <td>${meaning}${verdict.mustFix && ` ${words.say('Must be fixed.')}`}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

function gradeTable({ severities }: ReportModel['method'], words: Wording): Html {
  return markup`<div>
    <table class="severities">
      <caption>${words.say('Severity of findings')}</caption>
      ${columns(words.say('Severity'), words.say('Meaning'), amounts(words.say('Findings')))}
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
    <p class="lead">${words.say(gradeNote)}</p>
  </div>`
}
