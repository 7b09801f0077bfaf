import type { ClaimCard, EvidenceEntry, NoteEntry, RelationEntry } from '../claim-cards.js'
import type { FindingEntry } from '../finding-entries.js'
import { missingIn } from '../missing-proof.js'
import type { NoteBlock, NoteRun } from '../note-blocks.js'
import type { ReportModel } from '../report-model.js'
import { wordingOf, type Label, type Wording } from '../wording.js'
import { isolated, markup, webLink, type Html } from './escape.js'
import { each, flow, type Flow } from './flow.js'
import { proposal } from './front-page.js'
import {
  claimLink,
  dateTime,
  filterClass,
  findingLink,
  placeInWords,
  placeLink,
  quoted,
  quoteInContext,
  toneOf,
  verdictLabel,
} from './passage.js'
import { reviewHtml } from './review.js'
import { entry } from './rows.js'
import { numbersInText } from './text.js'

/** A card a claim: what it says, what was found, why, and what to do. */
export function claimSection(model: ReportModel): Flow {
  const { cards, sources, notesLeftOut, claimsLeftOut } = model
  const words = wordingOf(model.language)
  const inText = numbersInText(sources)
  return flow`<section id="claims" aria-labelledby="claims-heading">
    <h2 id="claims-heading">${words.say('Claims')}</h2>
    ${cards.length === 0 && claimsLeftOut === 0 && markup`<p class="empty">${words.say('No claims have been marked yet.')}</p>`}
    ${claimsLeftOut > 0 && markup`<p class="lead">${words.say('Claims left out of this report: {count}. Those in it are numbered anew.', { count: claimsLeftOut })}</p>`}
    <p class="filtered">${words.say('Only claims with the chosen verdict are shown.')}</p>
    ${notesLeftOut > 0 && markup`<p class="lead">${words.say('Internal notes left out of this report: {count}.', { count: notesLeftOut })}</p>`}
    ${each(cards, (card) => cardHtml(card, { cards, inText: inText.has(card.number), words }))}
  </section>`
}

interface CardSetting {
  cards: readonly ClaimCard[]
  /** Whether its passage is highlighted in a text of the report. */
  inText: boolean
  words: Wording
}

function cardHtml(card: ClaimCard, { cards, inText, words }: CardSetting): Html {
  const tone = toneOf(card.verdict)
  const missing = missingIn(card)
  return markup`<article class="card ${tone} ${filterClass(card.verdict)}" id="claim-${card.number}" aria-labelledby="claim-${card.number}-heading">
    <div class="card-head">
      <h3 id="claim-${card.number}-heading">
        <span class="claim-number"><span class="hidden">${words.say('Claim')} </span>${card.number}</span>
        ${verdictLabel(card.verdict, words)}
      </h3>
      <p class="where">
        ${placeInWords(card.place, words)}${inText && markup` <a class="back" href="#text-${card.number}" aria-label="${words.say('Claim {number} in the text', { number: card.number })}">${words.say('in the text')} ↑</a>`}
      </p>
    </div>
    ${quoteInContext(card.context, tone)}
    ${!card.anchored && markup`<p class="warning">${words.say('This quote is not in the text as it is now.')}</p>`}
    ${facts(card, words)}
    ${
      (card.correction !== null || card.verdict?.mustFix === true) &&
      markup`<div class="proposal"><h4>${words.say('Proposed wording')}</h4><p>${proposal(card.correction, words)}</p></div>`
    }
    ${
      card.findings.length > 0 &&
      markup`<h4>${words.say('Why it was flagged')}</h4>
        <ul class="flags">${card.findings.map((finding) => flag(finding, words))}</ul>`
    }
    ${card.notes.length > 0 && markup`<h4>${words.say('Rationale')}</h4>${card.notes.map((note) => noteHtml(note, words))}`}
    ${card.evidence.length > 0 && markup`<h4>${words.say('Evidence')}</h4><ol class="evidence">${card.evidence.map((piece) => evidenceHtml(piece, words))}</ol>`}
    ${missing && markup`<p class="empty">${words.say(missing)}</p>`}
    ${reviewHtml(card, words)}
    ${
      card.relations.length > 0 &&
      markup`<h4>${words.say('Other claims')}</h4>
        <ul class="relations">${card.relations.map((relation) => relationHtml(relation, cards, words))}</ul>`
    }
  </article>`
}

function facts(card: ClaimCard, words: Wording): Html {
  const event =
    card.eventDate &&
    `${words.date(card.eventDate)}${card.eventDateInferred ? ` (${words.say('inferred')})` : ''}`
  const rows: [Label, string | null][] = [
    ['Type', card.typeLabel],
    ['Status', card.statusLabel],
    ['Confidence', card.confidenceLabel ?? words.say('Not given')],
    ['Claimant', card.claimant],
    ['Event date', event],
    ['Priority', card.priority === 'normal' ? null : words.say(card.priority === 'high' ? 'High' : 'Low')],
    ['Tags', card.tags.length ? card.tags.join(', ') : null],
  ]
  return markup`<dl class="facts">
    ${rows.map(([term, value]) => entry(words.say(term), value !== null && isolated(value)))}
  </dl>`
}

function flag(finding: FindingEntry, words: Wording): Html {
  const { severityLabel, categoryLabel, message, explanation, stateLabel } = finding
  return markup`<li>
    <p>
      ${findingLink(finding, words)} <strong>${categoryLabel}</strong>
      <span class="tag">${severityLabel}, ${stateLabel}</span>
    </p>
    <p>${isolated(message)}</p>
    ${explanation.arithmetic.map((line) => markup`<p class="reckoning">${isolated(line)}</p>`)}
  </li>`
}

function noteHtml({ author, updatedAt, internal, blocks }: NoteEntry, words: Wording): Html {
  return markup`<div class="note${internal && ' internal'}">
    ${internal && markup`<p class="tag">${words.say('Internal note')}</p>`}
    <div dir="auto">${blocks.map(noteBlock)}</div>
    <p class="signed">${author ? isolated(author) : words.say('Author not named')}, ${dateTime(updatedAt, words)}</p>
  </div>`
}

function noteBlock(block: NoteBlock): Html {
  if (block.kind === 'paragraph') return markup`<p>${block.runs.map(noteRun)}</p>`
  const items = block.items.map((item) => markup`<li>${item.map(noteBlock)}</li>`)
  return block.ordered ? markup`<ol start="${block.start}">${items}</ol>` : markup`<ul>${items}</ul>`
}

function noteRun({ text, strong, em, href }: NoteRun): Html {
  let content = markup`${text}`
  if (em) content = markup`<em>${content}</em>`
  if (strong) content = markup`<strong>${content}</strong>`
  return href ? webLink(href, content) : content
}

function evidenceHtml(piece: EvidenceEntry, words: Wording): Html {
  const { stance, stanceLabel, title, author, publisher, published, quote, place, grade, accessed } = piece
  return markup`<li>
    <p>
      <span class="stance stance-${stance}">${stanceLabel}</span>
      <cite>${isolated(title)}</cite>${place && markup` ${placeLink(place, words)}`}
    </p>
    ${quote && markup`<blockquote class="pinpoint" dir="auto">${quote}</blockquote>`}
    <dl class="citation">
      ${entry(words.say('Author'), author && isolated(author))}
      ${entry(words.say('Publisher'), publisher && isolated(publisher))}
      ${entry(words.say('Published'), published && words.date(published))}
      ${address(words.say('Address'), piece.url)} ${address(words.say('Archived copy'), piece.archivedUrl)}
      ${entry(words.say('Accessed'), accessed && words.date(accessed))}
      ${entry(words.say('Grade'), grade ?? words.say('not graded'))}
    </dl>
  </li>`
}

function address(term: string, url: string | null): Html | null {
  return entry(term, url && webLink(url, url))
}

function relationHtml({ phrase, other }: RelationEntry, cards: readonly ClaimCard[], words: Wording): Html {
  const card = cards[other - 1]!
  return markup`<li>${phrase} ${claimLink(card, words)} ${quoted(card.context.quote)}</li>`
}
