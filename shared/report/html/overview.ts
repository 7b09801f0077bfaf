import { checkableKinds } from '../../coverage/checkables.js'
import type { CoverageCount } from '../../coverage/coverage.js'
import type { ReportModel, SourceEntry } from '../report-model.js'
import type { Summary } from '../summary.js'
import { wordingOf, type Wording } from '../wording.js'
import { isolated, markup, type Html } from './escape.js'
import { verdictLabel } from './passage.js'
import { amount, amounts, columns, countRow } from './rows.js'

/** Counts by verdict and by status, the texts with their versions and digests, and what the claims cover of them. */
export function overviewSection({ summary, sources, language }: ReportModel): Html {
  const words = wordingOf(language)
  return markup`<section id="overview" aria-labelledby="overview-heading">
    <h2 id="overview-heading">${words.say('Overview')}</h2>
    <div class="pair">${verdictTable(summary, words)}${statusTable(summary, words)}</div>
    ${sources.length > 0 && textTable(sources, words)}
    ${sources.some(({ coverage }) => coverage) && coverageTable(sources, words)}
  </section>`
}

function verdictTable({ verdicts, claims }: Summary, words: Wording): Html {
  return markup`<table class="counts">
    <caption>${words.say('Claims by verdict')}</caption>
    ${columns(words.say('Verdict'), amounts(words.say('Claims')))}
    <tbody>
      ${verdicts.map(({ verdict, count }) =>
        countRow(count, markup`<th scope="row">${verdictLabel(verdict, words)}</th>${amount(count)}`),
      )}
    </tbody>
    <tfoot><tr><th scope="row">${words.say('All')}</th>${amount(claims)}</tr></tfoot>
  </table>`
}

function statusTable({ statuses, claims }: Summary, words: Wording): Html {
  return markup`<table class="counts">
    <caption>${words.say('Claims by status')}</caption>
    ${columns(words.say('Status'), amounts(words.say('Claims')))}
    <tbody>
      ${statuses.map(({ label, count }) =>
        countRow(count, markup`<th scope="row">${label}</th>${amount(count)}`),
      )}
    </tbody>
    <tfoot><tr><th scope="row">${words.say('All')}</th>${amount(claims)}</tr></tfoot>
  </table>`
}

function textTable(sources: readonly SourceEntry[], words: Wording): Html {
  return markup`<table class="texts">
    <caption>${words.say('Texts in this report')}</caption>
    ${columns(words.say('No.'), words.say('Text'), words.say('Version'), amounts(words.say('Claims')), words.say('SHA-256 of the text'))}
    <tbody>
      ${sources.map(
        ({ number, record, version, claims }) =>
          markup`<tr>
            <th scope="row"><a href="#source-${number}">S${number}</a></th>
            <td>${isolated(record.title)}</td>
            <td>${version.number}</td>
            ${amount(claims.length)}
            <td class="digest">${version.sha256}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

function coverageTable(sources: readonly SourceEntry[], words: Wording): Html {
  return markup`<table class="coverage">
    <caption>${words.say('What the claims cover')}</caption>
    ${columns(words.say('Text'), ...checkableKinds.map(({ label }) => amounts(words.label(label))))}
    <tbody>
      ${sources.map(
        ({ number, record, coverage }) =>
          markup`<tr>
            <th scope="row">S${number} <span class="plain">${isolated(record.title)}</span></th>
            ${checkableKinds.map((_, place) => share(coverage?.[place], words))}
          </tr>`,
      )}
    </tbody>
  </table>
  <p class="lead">${words.say('Covered of all that can be checked in the text. Something is covered when claims lie over at least half of it.')}</p>`
}

function share(count: CoverageCount | undefined, words: Wording): Html {
  if (!count || count.total === 0) return markup`<td class="number">–</td>`
  const { covered, total } = count
  return markup`<td class="number">${covered} / ${total} <span class="tag">${words.percent(covered / total)}</span></td>`
}
