import { caseCheckSettingsOf } from '../domain/check-settings.js'
import type { CaseSnapshot } from '../domain/case.js'
import { categories, severities, type Category, type Severity } from '../domain/finding.js'
import { caseScaleOf } from '../domain/case-scale.js'
import type { Meaning } from '../domain/verdict-scale.js'
import type { FindingEntry } from './finding-entries.js'
import { countFindings, type FindingCounts } from './summary.js'
import { scaleMarks, type VerdictMark } from './verdict-marks.js'
import type { Label, Wording } from './wording.js'

/** How the case was checked, for a reader who was not there. The counts add up to those of the summary. */
export interface Method {
  /** What was checked: how many texts and claims this report is of. */
  scope: string
  /** `isOff` is true for a check that this case has switched off. */
  checks: { category: Category; label: string; looksFor: string; isOff: boolean; counts: FindingCounts }[]
  severities: { severity: Severity; label: string; meaning: string; count: number }[]
  verdicts: { verdict: VerdictMark; meaning: string }[]
  can: string
  cannot: string
  /** What the case has its checks leave out; empty when that is nothing. */
  limits: string[]
}

const looksFor: Record<Category, Label> = {
  'weekday-mismatch': 'A weekday that the date beside it did not fall on',
  'impossible-date': 'A date that no calendar has, such as 31 April',
  'garbled-date': 'A date that is damaged or cannot be read in one way',
  'duration-arithmetic': 'A span of time, or an age, that does not fit the dates given for it',
  'order-conflict': 'Events told in an order that their dates rule out',
  'event-date-conflict': 'Different dates for what reads like the same event',
  'total-mismatch': 'A total that its parts do not add up to',
  'percentage-error': 'A percentage that does not follow from the numbers given for it',
  'number-conflict': 'Different numbers for what reads like the same thing',
  'name-variant': 'Different spellings of what reads like the same name',
  'quote-altered': 'A quotation that differs from the wording of the text quoted',
  'quote-attribution': 'The same words ascribed to different people',
  'dangling-fragment': 'A sentence that breaks off or a fragment out of place',
  'duplicate-sentence': 'A sentence that stands in the texts more than once',
  'undated-relative': '“Yesterday”, “last month” and the like without a date to count from',
  'house-style': 'A spelling, name or phrase that the rules of the house do not allow',
}

const severityMeanings: Record<Severity, Label> = {
  error: 'Cannot be true as written',
  likely: 'Probably wrong',
  check: 'May be in order; a person should decide',
}

const meanings: Record<Meaning, Label> = {
  supported: 'The evidence confirms the passage as written.',
  'supported-with-caveat': 'True in substance, within limits that the notes name.',
  inconsistent: 'At odds with another passage, or with its own dates or numbers; both cannot be right.',
  contradicted: 'The evidence says otherwise.',
  garbled: 'Damaged or incomplete as written; it cannot be read with certainty.',
  unsupported: 'Evidence was looked for and none was found.',
  unverifiable: 'It can be neither confirmed nor refuted with what is within reach.',
  'not-factual': 'Opinion, forecast or figure of speech; there is nothing to check.',
}

const can =
  'The automatic checks read the texts for what can be wrong within them: dates against the calendar, sums and percentages against their parts, spans of time against their ends, and passages against one another. Each finding quotes the passages and shows the reckoning, so that it can be verified by hand.'

const cannot =
  'They do not know what happened. A finding means that a passage deserves a person’s attention, never that it is false; and a text without findings is not thereby true. They consult nothing outside the texts. Verdicts, notes and evidence are the work of the people named in this report.'

/** What the grades of sources mean. */
export const gradeNote: Label =
  'Grades are in the Admiralty code: A (completely reliable) to E (unreliable), F where that cannot be judged; 1 (confirmed) to 5 (improbable), 6 where that cannot be judged; – for a half that was not given.'

/** The method section of a report on these records of a case, with all its findings. */
export function methodOf(
  { sources, claims, preferences }: Pick<CaseSnapshot, 'sources' | 'claims' | 'preferences'>,
  findings: readonly FindingEntry[],
  words: Wording,
): Method {
  const settings = caseCheckSettingsOf(preferences)
  return {
    scope: words.say('This report is about {texts} and {claims}.', {
      texts: words.count(sources.length, 'text', 'texts'),
      claims: words.count(claims.length, 'claim', 'claims'),
    }),
    checks: categories.map(({ id, label }) => ({
      category: id,
      label: words.label(label),
      looksFor: words.say(looksFor[id]),
      isOff: settings.off.includes(id),
      counts: countFindings(findings.filter(({ category }) => category === id)),
    })),
    severities: severities.map(({ id, label }) => ({
      severity: id,
      label: words.label(label),
      meaning: words.say(severityMeanings[id]),
      count: findings.filter(({ severity }) => severity === id).length,
    })),
    verdicts: scaleMarks(caseScaleOf(preferences), words).map((verdict) => {
      return { verdict, meaning: words.say(meanings[verdict.means]) }
    }),
    can: words.say(can),
    cannot: words.say(cannot),
    limits: limitsOf(settings, findings.length > 0, words),
  }
}

function limitsOf(
  { off, lowest }: ReturnType<typeof caseCheckSettingsOf>,
  hasFindings: boolean,
  words: Wording,
): string[] {
  const names = categories.flatMap(({ id, label }) => (off.includes(id) ? [words.label(label)] : []))
  const least = severities.find(({ id }) => id === lowest)!
  return [
    ...(names.length
      ? [words.say('Checks switched off in this case: {checks}.', { checks: names.join(', ') })]
      : []),
    ...(lowest === 'check'
      ? []
      : [
          words.say('Findings below “{severity}” are not shown in this case.', {
            severity: words.label(least.label),
          }),
        ]),
    ...(hasFindings && words.language !== 'en'
      ? [words.say('The checks word their findings in English.')]
      : []),
  ]
}
