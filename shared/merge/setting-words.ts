import { caseScaleKey, defaultCaseScale } from '../domain/case-scale.js'
import { caseTitleKey } from '../domain/case-title.js'
import { caseCheckKey, checkSettingsSchema } from '../domain/check-settings.js'
import { severities } from '../domain/finding.js'
import type { VerdictScale } from '../domain/verdict-scale.js'
import { valuesOf, type Merging } from './merge-state.js'

/** What people call what is agreed for a case. */
const settingNames: Record<string, string> = {
  [caseTitleKey]: 'title',
  [caseScaleKey]: 'scale of verdicts',
  [caseCheckKey]: 'checks',
}

export const settingName = (key: string): string =>
  (Object.hasOwn(settingNames, key) && settingNames[key]) || key

/** What is agreed under a key, in words; `firstTitle` is what the case was called when it was made. */
export function settingWords(record: Merging | undefined, key: string, firstTitle: string): string {
  if (!record || record.presence === 'gone') return usualWords(key, firstTitle)
  const [scale] = valuesOf(record, 'scale')
  if (scale) return scaleWords(scale as VerdictScale)
  const [value] = valuesOf(record, 'value')
  return typeof value === 'string' ? value : key === caseCheckKey ? checkWords(value) : JSON.stringify(value)
}

function usualWords(key: string, firstTitle: string): string {
  if (key === caseTitleKey) return firstTitle
  if (key === caseScaleKey) return scaleWords(defaultCaseScale)
  return key === caseCheckKey ? checkWords({}) : 'nothing agreed'
}

const scaleWords = ({ name, verdicts }: VerdictScale): string =>
  `${name}: ${verdicts.map(({ label }) => label).join(', ')}`

/** Which rules are switched off, and from which severity on findings are shown. */
function checkWords(value: unknown): string {
  const checks = checkSettingsSchema.partial().safeParse(value)
  if (!checks.success) return JSON.stringify(value)
  const { off = [], lowest } = checks.data
  const shown = severities.find(({ id }) => id === lowest && id !== 'check')
  const rules = off.length
    ? `off: ${off.map((rule) => rule.replaceAll('-', ' ')).join(', ')}`
    : 'all rules on'
  return shown ? `${rules}; shown from “${shown.label}” on` : rules
}
