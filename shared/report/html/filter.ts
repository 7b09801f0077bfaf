import type { ReportModel } from '../report-model.js'
import type { VerdictMark } from '../verdict-marks.js'
import { wordingOf } from '../wording.js'
import { markup, type Html } from './escape.js'
import { filterClass, signAndLabel } from './passage.js'

/** As many verdicts as a scale can have, with those that it had before; the style sheet has a rule for each. */
const mostVerdicts = 70

/** Chooses by verdict which claims are shown. It works by the style sheet alone; see `filterRules`. */
export function verdictFilter({ summary, language }: ReportModel): Html | null {
  const words = wordingOf(language)
  const counts = summary.verdicts.filter(({ count }) => count > 0)
  if (counts.length < 2) return null
  const choice = (verdict: VerdictMark | null, count: number): Html => {
    const { sign, label } = signAndLabel(verdict, words)
    const id = `show-${filterClass(verdict)}`
    return markup`<label for="${id}"><input type="radio" name="show" id="${id}" /><span><span class="sign" aria-hidden="true">${sign}</span> ${label} <small>${count}</small></span></label>`
  }
  return markup`<fieldset class="filter">
    <legend>${words.say('Show claims')}</legend>
    <label for="show-all"><input type="radio" name="show" id="show-all" checked /><span>${words.say('All')} <small>${summary.claims}</small></span></label>
    ${counts.map(({ verdict, count }) => choice(verdict, count))}
  </fieldset>`
}

/**
 * While a verdict is chosen, the cards of the others are hidden, but for one that a link led to, and their highlights stand
 * back. On paper it is the same, and the report says so.
 */
export const filterRules: string = Array.from({ length: mostVerdicts + 1 }, (_, place) => {
  const chosen = `body:has(#show-v${place}:checked)`
  return [
    `${chosen} .card:not(.v${place}, :target), ${chosen} .ref:not(.v${place}) { display: none; }`,
    `${chosen} .body mark:not(.v${place}) { background: none; text-decoration-color: transparent; }`,
  ].join('\n')
}).join('\n')
