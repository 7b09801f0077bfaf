import type { Stance } from '../../../shared/domain/evidence.js'
import { defaultScale } from '../../../shared/domain/preset-scales.js'
import { CaseBuilder } from '../../shared/report/case-builder.js'

const words =
  'the council board met harbour gate repair cost million report mayor on after before said two'.split(' ')
const stances: Stance[] = ['supports', 'contradicts', 'context']

/** A case with texts of about `bytes` letters in all and claims spread over them; the same for the same sizes. */
export function largeCase({ claims, bytes }: { claims: number; bytes: number }): CaseBuilder {
  const build = new CaseBuilder('Bench')
  const sourceCount = 10
  const perSource = Math.ceil(claims / sourceCount)
  for (let number = 0; number < sourceCount; number++) {
    const text = prose(number, bytes / sourceCount)
    const source = build.source(`Source ${number + 1}`, text, { url: `https://example.org/${number}` })
    const step = Math.floor(text.length / perSource)
    for (let place = 0; place < perSource; place++) {
      const start = place * step
      const id = number * perSource + place
      const verdict = defaultScale.verdicts[id % defaultScale.verdicts.length]!.id
      const correction = id % 3 ? null : 'the harbour board said that two gates were repaired'
      const claim = build.claimAt(source, start, start + Math.min(60, step), {
        verdict,
        correction,
        claimant: 'Tomas Wren',
        status: 'checked',
      })
      build.note(claim, 'The minutes of the meeting say so, on the second page, and nobody objected to it.')
      build.evidence(claim, 'Minutes of the board', {
        stance: stances[id % 3]!,
        url: 'https://example.org/minutes',
        accessed: '2026-02-03',
        quote: 'The gate was repaired in two days.',
      })
    }
  }
  return build
}

function prose(seed: number, length: number): string {
  const paragraphs: string[] = []
  let state = seed + 1
  for (let written = 0; written < length;) {
    const sentence = Array.from({ length: 60 }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return words[state % words.length]
    }).join(' ')
    paragraphs.push(`${sentence}.`)
    written += sentence.length + 2
  }
  return paragraphs.join('\n')
}
