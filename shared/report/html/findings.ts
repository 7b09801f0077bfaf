import { conflictNames, type ConflictSide } from '../conflicts.js'
import {
  decidedBy,
  explanationOf,
  type ExplanationLine,
  type ExplanationPart,
} from '../finding-explanation.js'
import type { FindingEntry } from '../finding-entries.js'
import type { ReportModel } from '../report-model.js'
import type { FindingCounts } from '../summary.js'
import { wordingOf, type Wording } from '../wording.js'
import { isolated, markup, type Html } from './escape.js'
import { each, flow, type Flow } from './flow.js'
import { claimLink, findingLink, placeInWords, placeLink, quoted } from './passage.js'
import { columns, entry } from './rows.js'

/** Passages that do not go together, or that say the same, with their quotes side by side. */
export function conflictSection({ conflicts, cards, language }: ReportModel): Flow {
  const words = wordingOf(language)
  const side = ({ claim, quote, place }: ConflictSide): Html =>
    markup`<p>${claim !== null && claimLink(cards[claim - 1]!, words)} ${quoted(quote)} ${placeLink(place, words)}</p>`
  return flow`<section id="conflicts" aria-labelledby="conflicts-heading">
    <h2 id="conflicts-heading">${words.say('Conflicts and repetitions')}</h2>
    ${conflicts.length === 0 && markup`<p class="empty">${words.say('No passages were found or marked that contradict or repeat each other.')}</p>`}
    ${
      conflicts.length > 0 &&
      flow`<table class="conflicts">
        ${columns(words.say('Link'), words.say('Passage'), words.say('Other passage'))}
        <tbody>
          ${each(
            conflicts,
            ({ kind, sides, finding }) =>
              markup`<tr>
                <th scope="row">
                  ${words.say(conflictNames[kind])}${finding && markup`<br />${findingLink(finding, words)} <span class="plain">${finding.categoryLabel}</span>`}
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
export function findingSection({ findings, summary, language }: ReportModel): Flow {
  const words = wordingOf(language)
  return flow`<section id="findings" aria-labelledby="findings-heading">
    <h2 id="findings-heading">${words.say('Findings of the automatic checks')}</h2>
    ${findings.length === 0 && markup`<p class="empty">${words.say('The automatic checks reported nothing that is open or was accepted.')}</p>`}
    ${summary.findings.all > 0 && markup`<p class="lead">${tally(summary.findings, words)}</p>`}
    ${each(findings, (finding) => findingHtml(finding, words))}
  </section>`
}

/** Findings that a person judged not to matter, with the reason given. */
export function dismissedSection({ dismissed, language }: ReportModel): Flow {
  const words = wordingOf(language)
  return flow`<section id="dismissed" aria-labelledby="dismissed-heading">
    <h2 id="dismissed-heading">${words.say('Dismissed findings')}</h2>
    ${dismissed.length === 0 && markup`<p class="empty">${words.say('No finding was dismissed.')}</p>`}
    ${dismissed.length > 0 && dismissedTable(dismissed, words)}
  </section>`
}

function tally({ all, open, accepted, dismissed }: FindingCounts, words: Wording): string {
  const findings = words.count(all, 'finding', 'findings')
  const tallied = { findings, open, accepted, dismissed }
  return words.say('{findings}: {open} open, {accepted} accepted, {dismissed} dismissed.', tallied)
}

function findingHtml(finding: FindingEntry, words: Wording): Html {
  const { number, categoryLabel, severityLabel, stateLabel, message, passages } = finding
  return markup`<article class="finding" id="finding-${number}" aria-labelledby="finding-${number}-heading">
    <h3 id="finding-${number}-heading">
      <span class="finding-number">F${number}</span> ${categoryLabel}
      <span class="tag">${severityLabel}, ${stateLabel}</span>
    </h3>
    <p>${isolated(message)}</p>
    <ul class="passages">
      ${passages.map(({ quote, place }) => markup`<li>${quoted(quote)} ${placeInWords(place, words)}</li>`)}
    </ul>
    <dl class="explanation">
      ${explanationOf(finding, words).map((part) => entry(part.label, explained(part)))}
    </dl>
  </article>`
}

function explained({ isList, lines }: ExplanationPart): Html {
  if (!isList) return markup`${lines.map(lineHtml)}`
  return markup`<ul>
    ${lines.map((line) => markup`<li>${lineHtml(line)}</li>`)}
  </ul>`
}

function lineHtml({ quote, text }: ExplanationLine): Html {
  return markup`${quote !== null && markup`${quoted(quote)} = `}${isolated(text)}`
}

function dismissedTable(findings: readonly FindingEntry[], words: Wording): Flow {
  const counted = words.count(findings.length, 'finding', 'findings')
  return flow`<p class="lead">${words.say('{findings} judged not to call for a change.', { findings: counted })}</p>
    <table class="dismissed">
      ${columns(words.say('Finding'), words.say('What was reported'), words.say('Reason for dismissing'))}
      <tbody>
        ${each(
          findings,
          (finding) =>
            markup`<tr id="finding-${finding.number}">
              <th scope="row">
                F${finding.number}<br /><span class="plain">${finding.categoryLabel}</span><br /><span class="tag">${finding.severityLabel}</span>
              </th>
              <td>
                <p>${isolated(finding.message)}</p>
                ${finding.passages.map(({ quote, place }) => markup`<p>${quoted(quote)} ${placeLink(place, words)}</p>`)}
              </td>
              <td>
                ${finding.decision?.reason ? isolated(finding.decision.reason) : markup`<span class="empty">${words.say('None given')}</span>`}
                <p class="signed">${finding.decision && isolated(decidedBy(finding.decision, words))}</p>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`
}
