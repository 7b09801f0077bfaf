import type { ClaimCard } from '../claim-cards.js'
import type { FindingEntry } from '../finding-entries.js'
import type { ReportModel } from '../report-model.js'
import { readableDay } from '../readable-date.js'
import type { Summary } from '../summary.js'
import { isolated, markup, type Html } from './escape.js'
import { claimLink, counted, dateTime, findingLink, placeLink, quoted, verdictLabel } from './passage.js'
import { amount, amounts, columns, countRow } from './rows.js'

/** Title, who and when, and the figures that an editor looks for first. */
export function reportHeader(model: ReportModel): Html {
  return markup`<header>
    <p class="kind">Fact-check report</p>
    <h1 dir="auto">${model.title}</h1>
    <dl class="byline">
      <div><dt>Checked by</dt><dd>${model.checker ? isolated(model.checker) : 'not named'}</dd></div>
      <div><dt>Work recorded</dt><dd>${datesOfWork(model.work)}</dd></div>
      <div><dt>Report made</dt><dd>${dateTime(model.generatedAt)}</dd></div>
    </dl>
    ${figures(model.summary)}
  </header>`
}

/** What has to change before the piece can go out, and what nobody has answered yet. */
export function mustFixSection({ mustFix, openErrors, summary }: ReportModel): Html {
  return markup`<section id="must-fix" aria-labelledby="must-fix-heading">
    <h2 id="must-fix-heading">Must fix</h2>
    ${mustFix.length ? mustFixTable(mustFix) : markup`<p class="empty">${nothingToFix(summary)}</p>`}
    ${openErrors.length > 0 && openErrorTable(openErrors)}
    ${openErrors.length < summary.findings.open && markup`<p class="lead">${milder(summary.findings.open - openErrors.length)}</p>`}
  </section>`
}

/** Counts by verdict and by status, and the texts with their versions and digests. */
export function overviewSection({ summary, sources }: ReportModel): Html {
  return markup`<section id="overview" aria-labelledby="overview-heading">
    <h2 id="overview-heading">Overview</h2>
    <div class="pair">${verdictTable(summary)}${statusTable(summary)}</div>
    ${sources.length > 0 && textTable(sources)}
  </section>`
}

function datesOfWork(work: ReportModel['work']): string {
  if (!work) return 'none yet'
  const [from, to] = [readableDay(work.earliest), readableDay(work.latest)]
  return from === to ? from : `${from} – ${to}`
}

function figures({ claims, mustFix, findings, statuses, withoutEvidence, orphans }: Summary): Html {
  const unchecked = statuses.find(({ status }) => status === 'unchecked')?.count ?? 0
  const figure = (count: number, label: string, tone = ''): Html =>
    markup`<div class="figure ${tone}">
      <dt>${label}</dt>
      <dd>${count}</dd>
    </div>`
  return markup`<dl class="figures">
    ${figure(claims, claims === 1 ? 'claim' : 'claims')}
    ${figure(mustFix, 'must fix', mustFix ? 'tone-fix' : '')}
    ${figure(findings.open, findings.open === 1 ? 'open finding' : 'open findings')}
    ${figure(unchecked, 'unchecked')} ${figure(withoutEvidence, 'without evidence')}
    ${orphans > 0 && figure(orphans, 'not found in the text')}
  </dl>`
}

function nothingToFix({ claims, statuses }: Summary): string {
  if (claims === 0) return 'No claims have been marked yet, so there is nothing to fix so far.'
  const unchecked = statuses.find(({ status }) => status === 'unchecked')?.count ?? 0
  const rest = unchecked ? ` ${counted(unchecked, 'claim is', 'claims are')} still unchecked.` : ''
  return `No claim has a verdict that calls for a change.${rest}`
}

function mustFixTable(cards: readonly ClaimCard[]): Html {
  return markup`<table class="fixes">
    ${columns('Claim', 'As written', 'Verdict', 'Proposed wording')}
    <tbody>
      ${cards.map(
        (card) =>
          markup`<tr>
            <th scope="row">${claimLink(card)}</th>
            <td>${quoted(card.context.quote)} ${placeLink(card.place)}</td>
            <td>
              ${verdictLabel(card.verdict)}${card.priority === 'high' && markup`<br /><span class="tag">High priority</span>`}
            </td>
            <td>${proposal(card.correction)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

/** A proposed wording; an empty one proposes to leave the passage out. */
export function proposal(correction: string | null): Html {
  if (correction === null) return markup`<span class="empty">None proposed</span>`
  return correction ? markup`<ins><bdi>${correction}</bdi></ins>` : markup`<em>Leave the passage out</em>`
}

function milder(count: number): string {
  return `${counted(count, 'open finding')} of lesser severity ${count === 1 ? 'is' : 'are'} listed under Findings.`
}

function openErrorTable(findings: readonly FindingEntry[]): Html {
  return markup`<h3>Open findings</h3>
    <p class="lead">Errors that the automatic checks report and that nobody has accepted or dismissed yet.</p>
    <table class="open-errors">
      ${columns('Finding', 'As written', 'What is wrong')}
      <tbody>
        ${findings.map(
          (finding) =>
            markup`<tr>
              <th scope="row">${findingLink(finding)}</th>
              <td>
                ${finding.passages.map(({ quote, place }) => markup`<p>${quoted(quote)} ${placeLink(place)}</p>`)}
              </td>
              <td>${isolated(finding.message)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
}

function verdictTable({ verdicts, claims }: Summary): Html {
  return markup`<table class="counts">
    <caption>Claims by verdict</caption>
    ${columns('Verdict', amounts('Claims'))}
    <tbody>
      ${verdicts.map(({ verdict, count }) =>
        countRow(count, markup`<th scope="row">${verdictLabel(verdict)}</th>${amount(count)}`),
      )}
    </tbody>
    <tfoot><tr><th scope="row">All</th>${amount(claims)}</tr></tfoot>
  </table>`
}

function statusTable({ statuses, claims }: Summary): Html {
  return markup`<table class="counts">
    <caption>Claims by status</caption>
    ${columns('Status', amounts('Claims'))}
    <tbody>
      ${statuses.map(({ label, count }) =>
        countRow(count, markup`<th scope="row">${label}</th>${amount(count)}`),
      )}
    </tbody>
    <tfoot><tr><th scope="row">All</th>${amount(claims)}</tr></tfoot>
  </table>`
}

function textTable(sources: ReportModel['sources']): Html {
  return markup`<table class="texts">
    <caption>Texts in this report</caption>
    ${columns('No.', 'Text', 'Version', amounts('Claims'), 'SHA-256 of the text')}
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
