import type { ClaimCard } from '../claim-cards.js'
import { datesOfWork, versionOfCase, whatIsLeftOut } from '../header-notes.js'
import { missingIn } from '../missing-proof.js'
import { placeName } from '../place-name.js'
import type { ReportModel } from '../report-model.js'
import { sections, type SectionId } from '../sections.js'
import { wordingOf, type Label, type Wording } from '../wording.js'
import { empty, factBlock, type BodyBlock, type Fact } from './body-blocks.js'
import { claimHeading, judgement, noteFact, proof, quoteOf } from './claim-lines.js'
import { conflicts, dismissed, findings, timeline } from './findings-body.js'
import { mustFix, overview, queries } from './front-body.js'
import { method } from './method-body.js'
import { log, signOff, sources } from './record-body.js'

const writers: Partial<Record<SectionId, (model: ReportModel, words: Wording) => Iterable<BodyBlock>>> = {
  'must-fix': mustFix,
  queries,
  overview,
  text: ({ sources }) =>
    sources.flatMap((source): BodyBlock[] => [
      { kind: 'heading', level: 2, text: `S${source.number} ${source.record.title}` },
      { kind: 'text', source },
    ]),
  *claims({ cards }, words) {
    if (!cards.length) yield* empty('No claims have been marked yet.', words)
    for (const card of cards) yield* claimCard(card, words)
  },
  conflicts,
  timeline,
  findings,
  dismissed,
  sources,
  method,
  'sign-off': signOff,
  log,
}

/** The report in the order of its parts, each made as it is asked for. */
export function* reportBody(model: ReportModel): Generator<BodyBlock, void> {
  const words = wordingOf(model.language)
  yield { kind: 'title', text: `${words.say('Fact-check report')}: ${model.title}` }
  yield* about(model, words)
  for (const { id, label } of sections) {
    if (!model.sections.includes(id) || !writers[id]) continue
    yield { kind: 'heading', level: 1, text: words.say(label) }
    yield* writers[id](model, words)
  }
}

/** Who made the report, when, and of which state of the case. */
function about(model: ReportModel, words: Wording): BodyBlock[] {
  const { checker, generatedAt, program, standing, work } = model
  const facts: [Label, string | null][] = [
    ['Checked by', checker || words.say('not named')],
    ['State', standing.label],
    ['Work recorded', datesOfWork(work, words)],
    ['Report made', `${words.instant(generatedAt)}, ${program}`],
    ['Version of the case', versionOfCase(model, words)],
    ['Left out', whatIsLeftOut(model, words).join('\n')],
  ]
  return facts.flatMap(([label, text]) => (text ? [factBlock({ label: words.say(label), text })] : []))
}

function lacking(card: ClaimCard, words: Wording): Fact[] {
  const missing = missingIn(card)
  return missing
    ? [{ label: words.say(card.evidence.length ? 'Note' : 'Evidence'), text: words.say(missing) }]
    : []
}

/** From so many characters on a note may break over pages: word processors move one that stays with the next as a whole. */
const longNote = 400

/** The head of a card stays with how the claim was judged, and no last line stands alone; a long one goes on over the page. */
function claimCard(card: ClaimCard, words: Wording): BodyBlock[] {
  const title = card.place.source ? `, ${card.place.source.title}` : ''
  const facts = [
    { label: words.say('Location'), text: `${placeName(card.place, words)}${title}` },
    ...judgement(card, words),
    ...card.notes.map((note) => noteFact(note, words)),
    ...proof(card, words),
    ...lacking(card, words),
  ]
  return [
    { kind: 'heading', level: 3, text: claimHeading(card, words) },
    { kind: 'passage', text: quoteOf(card, words) },
    ...facts.map((fact, index): BodyBlock => {
      const isAtAnEnd = index < 2 || (index === facts.length - 2 && fact.text.length < longNote)
      return { kind: 'fact', ...fact, ...(isAtAnEnd && { keepsNext: true }) }
    }),
  ]
}
