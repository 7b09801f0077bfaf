import { lineNumbering, paragraphNumbering } from '../../../shared/document/numbering.js'
import { labelOf } from '../../../shared/domain/verdicts.js'
import type { Claim } from '../../../shared/domain/claim.js'
import { severities, type Finding } from '../../../shared/domain/finding.js'
import type { TextVersion } from '../../../shared/domain/source.js'
import { excerpt } from '../../components/excerpt.js'
import { focusOn } from '../../store/focus.js'
import { headingsOf } from '../../store/texts/headings.js'
import type { Records } from '../../store/case/records.js'
import { claimNumbers, openFindings, sourcesInOrder } from '../../store/selections.js'
import { jumpTo, showSource } from '../../store/texts/shown-texts.js'
import { textPlace } from '../../store/texts/text-place.js'
import { documentOf } from '../../store/texts/texts.js'
import { showCentre, showClaim, showFinding, showNothing } from '../../store/view-actions.js'
import { fitOf, fitOfPassage, folded } from './fit.js'
import type { PaletteEntry } from './palette-entry.js'
import { verdictLabel } from '../../../shared/domain/case-scale.js'
import { scaleOf } from '../../store/claims/verdict-scale.js'

/** How many places of a kind are listed at most. */
const mostPlaces = 30

const place = (details: Pick<PaletteEntry, 'id' | 'label' | 'about' | 'fit' | 'run'>): PaletteEntry => ({
  ...details,
  key: null,
  why: null,
  run: () => {
    details.run()
    focusOn('pane-text')
  },
})

const best = (entries: PaletteEntry[]): PaletteEntry[] =>
  entries
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, mostPlaces)

/** The sources whose title, author or publisher answers what was typed. */
export function sourcePlaces(query: string, records: Records): PaletteEntry[] {
  return best(
    sourcesInOrder(records.source).map(({ id, title, author, publisher }) => {
      const about = [author, publisher].filter(Boolean).join(', ')
      const fit = fitOf(query, folded(title)) || Math.min(1, fitOf(query, folded(about)))
      const run = (): void => {
        showNothing()
        showCentre('text')
        void showSource(id)
      }
      return place({ id: `source-${id}`, label: title, about: about || 'Source', fit, run })
    }),
  )
}

/** The headings of a text. */
export function headingPlaces(query: string, version: TextVersion | null): PaletteEntry[] {
  if (!version) return []
  return best(
    headingsOf(version).map(({ text, start, end }, index) =>
      place({
        id: `heading-${index}`,
        label: text,
        about: 'Heading',
        fit: fitOf(query, folded(text)),
        run: () => goTo(version, start, end),
      }),
    ),
  )
}

const foldedTexts = new WeakMap<object, string>()

/** The claims by their number, as a report has it, or by words of their quote. */
export function claimPlaces(query: string, records: Records): PaletteEntry[] {
  const wanted = /^\d+$/.test(query.trim()) ? Number(query) : null
  const found: { claim: Claim; number: number; fit: number }[] = []
  const scale = scaleOf(records)
  for (const [id, number] of claimNumbers(records)) {
    const claim = records.claim.get(id)!
    const fit = wanted === number ? 5 : fitOfPassage(query, foldedOnce(claim.selector, quoteOf))
    if (fit > 0) found.push({ claim, number, fit })
  }
  found.sort((a, b) => b.fit - a.fit)
  return found.slice(0, mostPlaces).map(({ claim, number, fit }) =>
    place({
      id: `claim-${claim.id}`,
      label: `${number}. “${excerpt(claim.selector.exact, 100)}”`,
      about: `${verdictLabel(scale, claim.verdict)} · ${records.source.get(claim.sourceId)?.title ?? ''}`,
      fit,
      run: () => showClaim(claim.id),
    }),
  )
}

const quoteOf = ({ exact }: { exact: string }): string => exact

/** What a record says, folded once as long as it is the same. */
function foldedOnce<R extends object>(record: R, textOf: (record: R) => string): string {
  const known = foldedTexts.get(record) ?? folded(textOf(record))
  foldedTexts.set(record, known)
  return known
}

/** The findings that nobody has answered, by their message or their quotes. */
export function findingPlaces(query: string, records: Records): PaletteEntry[] {
  const found = openFindings(records)
    .map((finding) => ({ finding, fit: fitOfPassage(query, foldedOnce(finding, wordsOfFinding)) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
  return found.slice(0, mostPlaces).map(({ finding: { fingerprint, message, severity }, fit }) =>
    place({
      id: `finding-${fingerprint}`,
      label: message,
      about: labelOf(severities, severity),
      fit,
      run: () => showFinding(fingerprint),
    }),
  )
}

const wordsOfFinding = ({ message, spans }: Finding): string =>
  [message, ...spans.map(({ quote }) => quote)].join(' ')

/** The paragraph and the line of a text that have a number; the kind that is shown beside the text first. */
export function numberPlaces(query: string, version: TextVersion | null, shown: string): PaletteEntry[] {
  const number = Number(query)
  if (!version || !Number.isInteger(number) || number < 1) return []
  const paragraph = paragraphNumbering(documentOf(version)).startOf(number)
  const line = lineNumbering(version.text).startOf(number)
  const places = [
    { kind: 'Paragraph', start: paragraph },
    { kind: 'Line', start: line },
  ]
  if (shown === 'lines') places.reverse()
  return places.flatMap(({ kind, start }) => {
    if (start === null) return []
    const end = version.text.indexOf('\n', start)
    const text = version.text.slice(start, end < 0 ? start + 400 : end)
    return place({
      id: `${kind}-${number}`,
      label: `${kind} ${number}`,
      about: excerpt(text, 80),
      fit: 5,
      run: () => goTo(version, start, start),
    })
  })
}

/** Puts the caret at a place of the shown text and brings it into view. */
function goTo({ sourceId }: TextVersion, start: number, end: number): void {
  jumpTo({ source: sourceId, start, end })
  textPlace()?.view.select(start)
}
