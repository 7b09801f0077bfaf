import {
  verdictIdOf,
  type Meaning,
  type ScaleVerdict,
  type VerdictColour,
  type VerdictScale,
  type VerdictSign,
} from './verdict-scale.js'

const verdictOf = (
  [label, sign, colour]: [label: string, sign: VerdictSign, colour: VerdictColour],
  means: Meaning,
  mustFix: boolean,
): ScaleVerdict => ({ id: verdictIdOf(label, []), label, sign, colour, means, mustFix })

export const defaultScale: VerdictScale = {
  name: 'Eight verdicts',
  verdicts: [
    verdictOf(['Supported', '✓', 'green'], 'supported', false),
    verdictOf(['Supported with caveat', '✓*', 'olive'], 'supported-with-caveat', false),
    verdictOf(['Inconsistent', '≠', 'amber'], 'inconsistent', true),
    verdictOf(['Contradicted', '✗', 'red'], 'contradicted', true),
    verdictOf(['Garbled', '#', 'purple'], 'garbled', true),
    verdictOf(['Unsupported', '∅', 'orange'], 'unsupported', true),
    verdictOf(['Unverifiable', '?', 'blue'], 'unverifiable', false),
    { ...verdictOf(['Not a factual claim', '–', 'grey'], 'not-factual', false), id: 'not-factual' },
  ],
}

/** Scales to begin with; the first is the one of a case that has chosen none. */
export const presetScales: readonly VerdictScale[] = [
  defaultScale,
  {
    name: 'Confirmed or not',
    verdicts: [
      verdictOf(['Confirmed', '✓', 'green'], 'supported', false),
      verdictOf(['Disputed', '≠', 'amber'], 'inconsistent', true),
      verdictOf(['Unconfirmed', '?', 'blue'], 'unsupported', true),
    ],
  },
  {
    name: 'Five steps from true to false',
    verdicts: [
      verdictOf(['True', '✓', 'green'], 'supported', false),
      verdictOf(['Mostly true', '✓*', 'olive'], 'supported-with-caveat', false),
      verdictOf(['Mixed', '½', 'amber'], 'inconsistent', true),
      verdictOf(['Mostly false', '~', 'orange'], 'contradicted', true),
      verdictOf(['False', '✗', 'red'], 'contradicted', true),
    ],
  },
  {
    name: 'Six steps of accuracy',
    verdicts: [
      verdictOf(['Accurate', '✓', 'green'], 'supported', false),
      verdictOf(['Accurate but incomplete', '✓*', 'olive'], 'supported-with-caveat', false),
      verdictOf(['Partly accurate', '½', 'teal'], 'supported-with-caveat', true),
      verdictOf(['Misleading', '!', 'amber'], 'inconsistent', true),
      verdictOf(['Inaccurate', '✗', 'red'], 'contradicted', true),
      verdictOf(['Invented', '∅', 'purple'], 'contradicted', true),
    ],
  },
]
