import type { ClaimCard, EvidenceEntry, NoteEntry, RelationEntry } from '../claim-cards.js'
import type { FindingEntry } from '../finding-entries.js'
import type { NoteBlock, NoteRun } from '../note-blocks.js'
import { readableDate } from '../readable-date.js'
import type { ReportModel } from '../report-model.js'
import { isolated, markup, webLink, type Html } from './escape.js'
import { proposal } from './front-page.js'
import {
  claimLink,
  dateTime,
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
export function claimSection({ cards, sources, notesLeftOut, claimsLeftOut }: ReportModel): Html {
  const inText = numbersInText(sources)
  return markup`<section id="claims" aria-labelledby="claims-heading">
    <h2 id="claims-heading">Claims</h2>
    ${cards.length === 0 && claimsLeftOut === 0 && markup`<p class="empty">No claims have been marked yet.</p>`}
    ${claimsLeftOut > 0 && markup`<p class="lead">Claims left out of this report: ${claimsLeftOut}. Those in it are numbered anew.</p>`}
    ${notesLeftOut > 0 && markup`<p class="lead">Internal notes left out of this report: ${notesLeftOut}.</p>`}
    ${cards.map((card) => cardHtml(card, cards, inText.has(card.number)))}
  </section>`
}

function cardHtml(card: ClaimCard, cards: readonly ClaimCard[], inText: boolean): Html {
  const tone = toneOf(card.verdict)
  return markup`<article class="card ${tone}" id="claim-${card.number}" aria-labelledby="claim-${card.number}-heading">
    <div class="card-head">
      <h3 id="claim-${card.number}-heading">
        <span class="claim-number"><span class="hidden">Claim </span>${card.number}</span>
        ${verdictLabel(card.verdict)}
      </h3>
      <p class="where">
        ${placeInWords(card.place)}${inText && markup` <a class="back" href="#text-${card.number}" aria-label="Claim ${card.number} in the text">in the text ↑</a>`}
      </p>
    </div>
    ${quoteInContext(card.context, tone)}
    ${!card.anchored && markup`<p class="warning">This quote is not in the current version of the text.</p>`}
    ${facts(card)}
    ${
      (card.correction !== null || card.verdict?.mustFix === true) &&
      markup`<div class="proposal"><h4>Proposed wording</h4><p>${proposal(card.correction)}</p></div>`
    }
    ${
      card.findings.length > 0 &&
      markup`<h4>Why it was flagged</h4>
        <ul class="flags">${card.findings.map(flag)}</ul>`
    }
    ${card.notes.length > 0 && markup`<h4>Rationale</h4>${card.notes.map(noteHtml)}`}
    ${card.evidence.length > 0 && markup`<h4>Evidence</h4><ol class="evidence">${card.evidence.map(evidenceHtml)}</ol>`}
    ${missing(card)}
    ${reviewHtml(card)}
    ${
      card.relations.length > 0 &&
      markup`<h4>Other claims</h4>
        <ul class="relations">${card.relations.map((relation) => relationHtml(relation, cards))}</ul>`
    }
  </article>`
}

/** What a card lacks, in words: that nothing is there must not look like something left out. */
function missing({ notes, evidence }: ClaimCard): Html | null {
  if (notes.length && evidence.length) return null
  if (notes.length) return markup`<p class="empty">No evidence recorded.</p>`
  return markup`<p class="empty">${evidence.length ? 'No note.' : 'No note and no evidence recorded.'}</p>`
}

function facts(card: ClaimCard): Html {
  const event =
    card.eventDate && `${readableDate(card.eventDate)}${card.eventDateInferred ? ' (inferred)' : ''}`
  const rows: [string, string | null][] = [
    ['Type', card.typeLabel],
    ['Status', card.statusLabel],
    ['Confidence', card.confidenceLabel ?? 'Not given'],
    ['Claimant', card.claimant],
    ['Event date', event],
    ['Priority', card.priority === 'normal' ? null : card.priority === 'high' ? 'High' : 'Low'],
    ['Tags', card.tags.length ? card.tags.join(', ') : null],
  ]
  return markup`<dl class="facts">
    ${rows.map(([term, value]) => entry(term, value !== null && isolated(value)))}
  </dl>`
}

function flag(finding: FindingEntry): Html {
  const { severityLabel, categoryLabel, message, explanation, state } = finding
  return markup`<li>
    <p>
      ${findingLink(finding)} <strong>${categoryLabel}</strong>
      <span class="tag">${severityLabel}, ${state}</span>
    </p>
    <p>${isolated(message)}</p>
    ${explanation.arithmetic.map((line) => markup`<p class="reckoning">${isolated(line)}</p>`)}
  </li>`
}

function noteHtml({ author, updatedAt, internal, blocks }: NoteEntry): Html {
  return markup`<div class="note${internal && ' internal'}">
    ${internal && markup`<p class="tag">Internal note</p>`}
    <div dir="auto">${blocks.map(noteBlock)}</div>
    <p class="signed">${author ? isolated(author) : 'Author not named'}, ${dateTime(updatedAt)}</p>
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

function evidenceHtml(piece: EvidenceEntry): Html {
  const { stance, stanceLabel, title, quote, place, grade, accessed } = piece
  return markup`<li>
    <p>
      <span class="stance stance-${stance}">${stanceLabel}</span>
      <cite>${isolated(title)}</cite>${place && markup` ${placeLink(place)}`}
    </p>
    ${quote && markup`<blockquote class="pinpoint" dir="auto">${quote}</blockquote>`}
    <dl class="citation">
      ${address('Address', piece.url)} ${address('Archived copy', piece.archivedUrl)}
      ${entry('Accessed', accessed && readableDate(accessed))}
      ${entry('Grade', grade ?? 'not graded')}
    </dl>
  </li>`
}

function address(term: string, url: string | null): Html | null {
  return entry(term, url && webLink(url, url))
}

function relationHtml({ phrase, other }: RelationEntry, cards: readonly ClaimCard[]): Html {
  const card = cards[other - 1]!
  return markup`<li>${phrase} ${claimLink(card)} ${quoted(card.context.quote)}</li>`
}
