import { gradeNote } from '../method.js'
import type { ReportModel } from '../report-model.js'
import type { Wording } from '../wording.js'
import { block, heading, inline, lines } from './inline.js'

/** What was checked and how, and what the verdicts, the severities and the grades mean, as paragraphs. */
export function method({ method }: ReportModel, words: Wording): string[] {
  const { scope, can, cannot, limits, checks, verdicts, severities } = method
  const counts = ({ open, accepted, dismissed }: (typeof checks)[number]['counts']): string =>
    `${words.say('open')} ${open}, ${words.say('accepted')} ${accepted}, ${words.say('dismissed')} ${dismissed}`
  return [
    ...[scope, can, cannot, ...limits].map(inline),
    heading(3, words.say('Automatic checks and their findings')),
    lines(
      checks.map((check) => {
        const off = check.isOff ? ` (${words.say('off')})` : ''
        return `${inline(check.label)}${off}: ${inline(check.looksFor)} (${counts(check.counts)})`
      }),
    ),
    heading(3, words.say('Verdicts')),
    lines(
      verdicts.map(({ verdict, meaning }) => {
        const fix = verdict.mustFix ? ` ${words.say('Must be fixed.')}` : ''
        return `${block(`${verdict.sign} ${verdict.label}`)}: ${inline(meaning)}${fix}`
      }),
    ),
    heading(3, words.say('Severity of findings')),
    lines(severities.map(({ label, meaning, count }) => `${inline(label)}: ${inline(meaning)} (${count})`)),
    inline(words.say(gradeNote)),
  ]
}
