import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createChecker, runChecks, type CheckSource } from '../../../shared/checks/run-checks.js'

/** Paragraphs that contradict one another, within and across sources, in every way that a rule over the case looks for. */
const paragraphs = [
  'The Alderton mine closed on 12 June 1987. Inspector Sergei Lavrentyev said: “We have never opened the gates at night”.',
  'The Alderton mine closed on 21 June 1987. Lavrentiev saw 43 boats at the Alderton pier.',
  'Inspector Sergei Lavrentyev saw 34 boats at the Alderton pier. On Tuesday, 4 May 2011, it rained.',
  '“We have always opened the gates at night,” said Anna Berg. On Wednesday afternoon she left.',
  '“We have never opened the gates at night,” said Tom Askew. Two days later, on 9 May 2011, he left.',
  'In 1987 the town had a mine. On 3 March it burned. The mill was sold to a cooperative of weavers in that year.',
  'The mill was sold to a cooperative of weavers in that year. Brockhurst & Sons bought the pier. the mill was open.',
  'Brockhurts & Sons built the pier. Berg and Bergh met in May. A mill stood there. Lavrentyev wept.',
  'ALDERTON, 12 May 1990 — The council met.',
  '____',
  // More holders of one key than an index follows.
  Array.from({ length: 45 }, (_, n) => `Warden Ilse Maurer saw ${n + 50} boats at the Alderton pier.`).join(
    ' ',
  ),
]

const paragraph = fc.constantFrom(...paragraphs)
const published = fc.constantFrom(null, '2011-06-01', '1988', '2020-02')
const text = fc.array(paragraph, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('\n\n'))

type Edit = (sources: readonly CheckSource[]) => CheckSource[]

const at = fc.nat(30)
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(at, text, published).map(([place, added, day]): Edit => (sources) => {
    const id = String(sources.reduce((most, source) => Math.max(most, Number(source.id)), 0) + 1)
    return sources.toSpliced(place % (sources.length + 1), 0, { id, text: added, published: day })
  }),
  at.map(
    (place): Edit =>
      (sources) =>
        sources.toSpliced(place % Math.max(1, sources.length), 1),
  ),
  fc.tuple(at, at, fc.nat(1), fc.option(paragraph, { nil: undefined })).map(
    ([place, line, removed, added]): Edit =>
      (sources) =>
        sources.map((source, index) => {
          if (index !== place % sources.length) return source
          const parts = source.text.split('\n\n')
          const put = added === undefined ? [] : [added]
          return { ...source, text: parts.toSpliced(line % parts.length, removed, ...put).join('\n\n') }
        }),
  ),
  fc.tuple(at, published).map(
    ([place, day]): Edit =>
      (sources) =>
        sources.map((source, index) =>
          index === place % sources.length ? { ...source, published: day } : source,
        ),
  ),
  fc.constant<Edit>((sources) => [...sources].reverse()),
)

describe('a checker that sees a case change', () => {
  it('finds after every edit what a new one finds', () => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 12 }), (steps) => {
        const checker = createChecker()
        let sources: CheckSource[] = []
        for (const edit of steps) {
          sources = edit(sources)
          expect(checker.run(sources)).toEqual(runChecks(sources))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is not led astray by runs that leave rules out', () => {
    const checker = createChecker()
    const [one, two] = [paragraphs[0], paragraphs[1]].map((text = '', index) => ({
      id: String(index),
      text,
      published: null,
    })) as [CheckSource, CheckSource]
    checker.run([one, two])
    checker.run([one], { rules: ['weekday-mismatch'] })
    expect(checker.run([two, one])).toEqual(runChecks([two, one]))
  })
})
