import type { Conflict, ConflictSide } from '../conflicts.js'
import type { FindingEntry } from '../finding-entries.js'
import { readableDay } from '../readable-date.js'
import type { ReportModel } from '../report-model.js'
import type { FindingCounts } from '../summary.js'
import { isolated, markup, type Html, type HtmlValue } from './escape.js'
import { claimLink, counted, findingLink, placeInWords, placeLink, quoted } from './passage.js'
import { columns, entry } from './rows.js'

const conflictNames: Record<Conflict['kind'], string> = {
  contradicts: 'Contradicts',
  'same-as': 'Same as',
  finding: 'Open finding',
}

/** Passages that do not go together, or that say the same, with their quotes side by side. */
export function conflictSection({ conflicts, cards }: ReportModel): Html {
  const side = ({ claim, quote, place }: ConflictSide): Html =>
    markup`<p>${claim !== null && claimLink(cards[claim - 1]!)} ${quoted(quote)} ${placeLink(place)}</p>`
  return markup`<section id="conflicts" aria-labelledby="conflicts-heading">
    <h2 id="conflicts-heading">Conflicts and repetitions</h2>
    ${conflicts.length === 0 && markup`<p class="empty">No passages were found or marked that contradict or repeat each other.</p>`}
    ${
      conflicts.length > 0 &&
      markup`<table class="conflicts">
        ${columns('Link', 'Passage', 'Other passage')}
        <tbody>
          ${conflicts.map(
            ({ kind, sides, finding }) =>
              markup`<tr>
                <th scope="row">
                  ${conflictNames[kind]}${finding && markup`<br />${findingLink(finding)} <span class="plain">${finding.categoryLabel}</span>`}
                </th>
                <td>${sides.slice(0, 1).map(side)}</td>
                <td>${sides.slice(1).map(side)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`
    }
  </section>`
}

/** Open and accepted findings in full, so that each can be verified without the program. */
export function findingSection({ findings, summary }: ReportModel): Html {
  return markup`<section id="findings" aria-labelledby="findings-heading">
    <h2 id="findings-heading">Findings of the automatic checks</h2>
    ${findings.length === 0 && markup`<p class="empty">The automatic checks reported nothing that is open or was accepted.</p>`}
    ${summary.findings.all > 0 && markup`<p class="lead">${tally(summary.findings)}</p>`}
    ${findings.map(findingHtml)}
  </section>`
}

/** Findings that a person judged not to matter, with the reason given. */
export function dismissedSection({ dismissed }: ReportModel): Html {
  return markup`<section id="dismissed" aria-labelledby="dismissed-heading">
    <h2 id="dismissed-heading">Dismissed findings</h2>
    ${dismissed.length === 0 && markup`<p class="empty">No finding was dismissed.</p>`}
    ${dismissed.length > 0 && dismissedTable(dismissed)}
  </section>`
}

function tally({ all, open, accepted, dismissed }: FindingCounts): string {
  return `${counted(all, 'finding')}: ${open} open, ${accepted} accepted, ${dismissed} dismissed.`
}

function findingHtml(finding: FindingEntry): Html {
  const { number, categoryLabel, severityLabel, state, message, passages, explanation } = finding
  return markup`<article class="finding" id="finding-${number}" aria-labelledby="finding-${number}-heading">
    <h3 id="finding-${number}-heading">
      <span class="finding-number">F${number}</span> ${categoryLabel}
      <span class="tag">${severityLabel}, ${state}</span>
    </h3>
    <p>${isolated(message)}</p>
    <ul class="passages">
      ${passages.map(({ quote, place }) => markup`<li>${quoted(quote)} ${placeInWords(place)}</li>`)}
    </ul>
    <dl class="explanation">
      ${entry('Why', explanation.reason !== message && isolated(explanation.reason))}
      ${entry('Read as', resolved(finding))} ${entry('Reckoning', lines(explanation.arithmetic))}
      ${entry('Assumed', lines(explanation.assumptions))}
      ${entry('What would settle it', explanation.settle !== '' && isolated(explanation.settle))}
      ${entry('Accepted', decidedBy(finding))}
    </dl>
  </article>`
}

function resolved({ explanation }: FindingEntry): HtmlValue {
  if (explanation.resolved.length === 0) return null
  return markup`<ul>
    ${explanation.resolved.map(({ quote, value }) => markup`<li>${quoted(quote)} = ${isolated(value)}</li>`)}
  </ul>`
}

function lines(entries: readonly string[]): HtmlValue {
  if (entries.length === 0) return null
  return markup`<ul>
    ${entries.map((line) => markup`<li>${isolated(line)}</li>`)}
  </ul>`
}

function decidedBy({ decision }: FindingEntry): HtmlValue {
  if (!decision) return null
  return markup`${decision.decidedBy ? isolated(decision.decidedBy) : 'by someone not named'},
  ${readableDay(decision.decidedAt)}`
}

function dismissedTable(findings: readonly FindingEntry[]): Html {
  return markup`<p class="lead">${counted(findings.length, 'finding')} judged not to call for a change.</p>
    <table class="dismissed">
      ${columns('Finding', 'What was reported', 'Reason for dismissing')}
      <tbody>
        ${findings.map(
          (finding) =>
            markup`<tr id="finding-${finding.number}">
              <th scope="row">
                F${finding.number}<br /><span class="plain">${finding.categoryLabel}</span><br /><span class="tag">${finding.severityLabel}</span>
              </th>
              <td>
                <p>${isolated(finding.message)}</p>
                ${finding.passages.map(({ quote, place }) => markup`<p>${quoted(quote)} ${placeLink(place)}</p>`)}
              </td>
              <td>
                ${finding.decision?.reason ? isolated(finding.decision.reason) : markup`<span class="empty">None given</span>`}
                <p class="signed">${decidedBy(finding)}</p>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`
}
