import type { ClaimCard, EvidenceEntry } from '../claim-cards.js'
import { workInWords } from '../citation.js'
import type { FindingEntry } from '../finding-entries.js'
import { datesOfWork } from '../header-notes.js'
import { placeName } from '../place-name.js'
import type { Place } from '../places.js'
import type { ReportModel } from '../report-model.js'
import type { Summary } from '../summary.js'
import { wordingOf, type Wording } from '../wording.js'
import { isolated, markup, webLink, type Html } from './escape.js'
import { each, flow, type Flow } from './flow.js'
import { claimLink, dateTime, findingLink, placeLink, quoted, verdictLabel } from './passage.js'
import { columns } from './rows.js'

/** Title, who and when, which state of the case it is, and the figures that an editor looks for first. */
export function reportHeader(model: ReportModel): Html {
  const words = wordingOf(model.language)
  const { checker, standing, version } = model
  return markup`<header>
    <p class="kind">${words.say('Fact-check report')}</p>
    <h1 dir="auto">${model.title}</h1>
    <dl class="byline">
      <div><dt>${words.say('Checked by')}</dt><dd>${checker ? isolated(checker) : words.say('not named')}</dd></div>
      <div><dt>${words.say('State')}</dt><dd class="standing-${standing.id}">${standing.label}</dd></div>
      <div><dt>${words.say('Work recorded')}</dt><dd>${datesOfWork(model.work, words)}</dd></div>
      <div><dt>${words.say('Report made')}</dt><dd>${dateTime(model.generatedAt, words)}</dd></div>
      ${version && markup`<div><dt>${words.say('Version of the case')}</dt><dd>${words.say('log entry {number}', { number: version.entry })}, <span class="digest">${version.hash}</span></dd></div>`}
    </dl>
    ${model.withheld.map((sentence) => markup`<p class="lead">${sentence}</p>`)}
    ${figures(model.summary, words)}
  </header>`
}

/** What has to change before the piece can go out, and what nobody has answered yet. */
export function mustFixSection({ mustFix, openErrors, summary, language, template }: ReportModel): Flow {
  const words = wordingOf(language)
  const setting = { words, isPage: template === 'must-fix' }
  const milderCount = setting.isPage ? 0 : summary.findings.open - openErrors.length
  return flow`<section id="must-fix" aria-labelledby="must-fix-heading">
    <h2 id="must-fix-heading">${words.say('Must fix')}</h2>
    ${mustFix.length ? claimTable(mustFix, setting) : markup`<p class="empty">${nothingToFix(summary, words)}</p>`}
    ${openErrors.length > 0 && openErrorTable(openErrors, setting)}
    ${milderCount > 0 && markup`<p class="lead">${milder(milderCount, words)}</p>`}
  </section>`
}

/** Claims that wait for somebody's answer. */
export function querySection({ queries, language, template }: ReportModel): Flow {
  const words = wordingOf(language)
  return flow`<section id="queries" aria-labelledby="queries-heading">
    <h2 id="queries-heading">${words.say('Open queries')}</h2>
    ${queries.length === 0 && markup`<p class="empty">${words.say('No query is open.')}</p>`}
    ${queries.length > 0 && claimTable(queries, { words, isPage: template === 'must-fix' }, false)}
  </section>`
}

function figures(
  { claims, mustFix, findings, statuses, withoutEvidence, orphans }: Summary,
  words: Wording,
): Html {
  const unchecked = statuses.find(({ status }) => status === 'unchecked')?.count ?? 0
  const figure = (count: number, label: string, tone = ''): Html =>
    markup`<div class="figure ${tone}">
      <dt>${label}</dt>
      <dd>${count}</dd>
    </div>`
  return markup`<dl class="figures">
    ${figure(claims, words.say(claims === 1 ? 'claim' : 'claims'))}
    ${figure(mustFix, words.say('must fix'), mustFix ? 'tone-fix' : '')}
    ${figure(findings.open, words.say(findings.open === 1 ? 'open finding' : 'open findings'))}
    ${figure(unchecked, words.say('unchecked'))} ${figure(withoutEvidence, words.say('without evidence'))}
    ${orphans > 0 && figure(orphans, words.say('not in the text'))}
  </dl>`
}

function nothingToFix({ claims, statuses }: Summary, words: Wording): string {
  if (claims === 0) return words.say('No claims have been marked yet, so there is nothing to fix so far.')
  const unchecked = statuses.find(({ status }) => status === 'unchecked')?.count ?? 0
  const none = words.say('No claim has a verdict that calls for a change.')
  return unchecked
    ? `${none} ${words.count(unchecked, 'claim is still unchecked.', 'claims are still unchecked.')}`
    : none
}

interface TableSetting {
  words: Wording
  /** Whether the table is the whole report: it has no cards and no text to lead to. */
  isPage: boolean
}

/** On a page of its own a claim is named where it stands first. */
function claimTable(cards: readonly ClaimCard[], { words, isPage }: TableSetting, isFirst = true): Flow {
  const isNamed = (card: ClaimCard): boolean => isPage && (isFirst || !card.verdict?.mustFix)
  return flow`<table class="fixes">
    ${columns(words.say('Claim'), words.say('As written'), words.say('Verdict'), words.say('Proposed wording'))}
    <tbody>
      ${each(
        cards,
        (card) =>
          markup`<tr${isNamed(card) && markup` id="claim-${card.number}"`}>
            <th scope="row">${claimLink(card, words)}</th>
            <td>${quoted(card.context.quote)} ${placeIn(card.place, { words, isPage })}${card.evidence.map((piece) => proof(piece, { words, isPage }))}</td>
            <td>
              ${verdictLabel(card.verdict, words)}${card.priority === 'high' && markup`<br /><span class="tag">${words.say('High priority')}</span>`}
            </td>
            <td>${proposal(card.correction, words)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

/** A piece of evidence by its name; where no card tells more of it, with its address. */
function proof(piece: EvidenceEntry, { words, isPage }: TableSetting): Html {
  const work = workInWords(piece, (date) => words.date(date))
  return markup`<p class="proof">${piece.stanceLabel}: ${isolated(work)}${isPage && piece.url && markup`, ${webLink(piece.url, piece.url)}`}</p>`
}

function placeIn(place: Place, { words, isPage }: TableSetting): Html {
  return isPage ? markup`<span class="place">${placeName(place, words)}</span>` : placeLink(place, words)
}

/** A proposed wording; an empty one proposes to leave the passage out. */
export function proposal(correction: string | null, words: Wording): Html {
  if (correction === null) return markup`<span class="empty">${words.say('None proposed')}</span>`
  if (correction) return markup`<ins><bdi>${correction}</bdi></ins>`
  return markup`<em>${words.say('Leave the passage out')}</em>`
}

function milder(count: number, words: Wording): string {
  return words.count(
    count,
    'open finding of lesser severity is listed under Findings.',
    'open findings of lesser severity are listed under Findings.',
  )
}

function openErrorTable(findings: readonly FindingEntry[], setting: TableSetting): Flow {
  const { words, isPage } = setting
  return flow`<h3>${words.say('Open findings')}</h3>
    <p class="lead">${words.say('Errors that the automatic checks report and that nobody has accepted or dismissed yet.')}</p>
    <table class="open-errors">
      ${columns(words.say('Finding'), words.say('As written'), words.say('What is wrong'))}
      <tbody>
        ${each(
          findings,
          (finding) =>
            markup`<tr>
              <th scope="row">${isPage ? `F${finding.number}` : findingLink(finding, words)}</th>
              <td>
                ${finding.passages.map(({ quote, place }) => markup`<p>${quoted(quote)} ${placeIn(place, setting)}</p>`)}
              </td>
              <td>${isolated(finding.message)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
}
