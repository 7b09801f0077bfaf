import type { Audience, Template } from './forms.js'
import type { Label } from './wording.js'

/** The parts of a report, in the order in which every form has them. */
export const sections = [
  { id: 'must-fix', label: 'Must fix' },
  { id: 'queries', label: 'Open queries' },
  { id: 'overview', label: 'Overview' },
  { id: 'text', label: 'Annotated text' },
  { id: 'claims', label: 'Claims' },
  { id: 'conflicts', label: 'Conflicts and repetitions' },
  { id: 'timeline', label: 'Timeline' },
  { id: 'findings', label: 'Findings of the automatic checks' },
  { id: 'dismissed', label: 'Dismissed findings' },
  { id: 'sources', label: 'Sources' },
  { id: 'method', label: 'Method' },
  { id: 'sign-off', label: 'Sign-off' },
  { id: 'log', label: 'Log' },
] as const satisfies readonly { id: string; label: Label }[]

export type SectionId = (typeof sections)[number]['id']

const ofMustFixPage: readonly SectionId[] = ['must-fix', 'queries', 'sign-off']

/** The parts that a report has, by what it is for and for whom. */
export function sectionsOf(template: Template, audience: Audience): SectionId[] {
  const wanted = template === 'must-fix' ? ofMustFixPage : sections.map(({ id }) => id)
  return wanted.filter((id) => id !== 'log' || audience === 'house')
}
