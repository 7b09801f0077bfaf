import { notJudged } from '../../domain/case-scale.js'
import { severities } from '../../domain/finding.js'
import { labelOf } from '../../domain/verdicts.js'
import type { AxisWords } from '../../timeline/axis-words.js'
import type { CalendarWords } from '../../checks/extract/date-wording.js'
import { spanOfAll } from '../../timeline/cluster-words.js'
import type { EntryKind, TimelineEntry } from '../../timeline/entry.js'
import { fittedWords } from '../../timeline/label-fit.js'
import { spanInWords } from '../../checks/extract/span-words.js'
import { german } from './german.js'
import { germanMonths } from './german-months.js'

const calendar: CalendarWords = {
  months: germanMonths,
  day: (day) => `${day}.`,
  beforeFirstYear: 'v. Chr.',
  to: 'bis',
  from: 'ab',
  upTo: 'bis',
  anyTime: 'jederzeit',
}

/** The timeline of a report in German. */
export const germanAxis: AxisWords = {
  calendar,
  about: (span, entries) => `Zeitachse nach Quellen, ${span}: ${entryCount(entries)}`,
  legend: [
    'Quadrat: Aussage, mit dem Zeichen ihres Urteils. Raute, Dreieck, Scheibe: Befund, von „Fehler“ bis „Ansehen“. Ring: Datum im Text. Zahl: so viele Einträge dicht beieinander.',
    'Durchgezogen: angegeben. Gestrichelt, schraffiert: erschlossen. Gepunktet, weiche Enden: unsicher. ≠: Eine andere Stelle zum selben Ereignis schließt dieses Datum aus.',
  ],
  date: dateOf,
  entry: entryInWords,
  count: countInWords,
}

const certaintyWords = { stated: '', inferred: 'erschlossen', uncertain: 'unsicher' } as const

function dateOf({ span, certainty }: TimelineEntry): string {
  return [spanInWords(span, calendar), certaintyWords[certainty]].filter(Boolean).join(', ')
}

function entryInWords(entry: TimelineEntry, isConflicting: boolean): string {
  const conflict = isConflicting ? '. Eine andere Stelle datiert es anders' : ''
  return `${dateOf(entry)}: „${fittedWords(entry.label)}“. ${natureOf(entry)}${conflict}`
}

/** Nouns keep their capitals, so that a label follows as it is. */
function natureOf({ kind, verdict, severity }: TimelineEntry): string {
  if (kind === 'claim') return `Aussage: ${inGerman(verdict?.label ?? notJudged)}`
  if (kind === 'finding') return `Befund: ${inGerman(labelOf(severities, severity ?? 'check'))}`
  return 'Datum im Text'
}

const kindNames: Record<EntryKind, readonly [one: string, many: string]> = {
  claim: ['Aussage', 'Aussagen'],
  finding: ['Befund', 'Befunde'],
  date: ['Datum im Text', 'Daten im Text'],
}

function countInWords(entries: readonly TimelineEntry[], hasConflict: boolean): string {
  const kinds = (Object.keys(kindNames) as EntryKind[]).flatMap((kind) => {
    const count = entries.filter((entry) => entry.kind === kind).length
    return count ? `${count} ${kindNames[kind][count === 1 ? 0 : 1]}` : []
  })
  const conflict = hasConflict ? '. Manche werden anderswo anders datiert' : ''
  return `${entryCount(entries.length)}, ${spanInWords(spanOfAll(entries), calendar)}: ${kinds.join(', ')}${conflict}`
}

const entryCount = (count: number): string => (count === 1 ? '1 Eintrag' : `${count} Einträge`)

/** A label of one of the domain's own scales; that of a house's own scale stays as it is. */
function inGerman(label: string): string {
  return Object.hasOwn(german, label) ? german[label as keyof typeof german] : label
}
