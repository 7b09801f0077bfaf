import { stemOf } from './stem.js'

const rows = {
  dead: 'killed killing kills kill died dead death deaths dying fatality fatalities perished drowned lives toll',
  hurt: 'injured injuring wounding wounded hurt injuries injury casualties',
  jobs: 'jobs posts redundancies redundant',
  staff: 'employs employing employed employ employees workforce staff payroll workers',
  crowd: 'attended attendance crowd spectators audience watched fans onlookers',
  aboard: 'aboard board carrying passengers',
  residents: 'population inhabitants residents',
  arrested: 'arrested detained arrests',
  homes: 'houses homes dwellings',
} as const

/** What people or things are counted as, by the word that says it beside the number. */
export type Topic = keyof typeof rows

export const topicWords: ReadonlyMap<string, Topic> = new Map(
  (Object.entries(rows) as [Topic, string][]).flatMap(([topic, words]) =>
    words.split(' ').map((word): [string, Topic] => [word, topic]),
  ),
)

/** Nouns for anybody, so that "43 people" and "34 victims" may be the same. */
export const anybody = new Set(
  (
    'people persons person men women victims lives dead deaths fatalities passengers employees workers staff workforce ' +
    'spectators fans inhabitants residents others toll casualties injured wounded crowd attendance audience ' +
    'population souls onlookers payroll death homes houses dwellings jobs posts redundancies'
  )
    .split(' ')
    .map(stemOf),
)

/** Words for a measure, brought to one for each dimension. */
export const dimensionWords: ReadonlyMap<string, string> = new Map(
  (
    [
      ['long', 'long longest length'],
      ['high', 'high highest height tall tallest'],
      ['wide', 'wide widest width broad breadth across'],
      ['deep', 'deep deepest depth down'],
      ['thick', 'thick thickest thickness'],
      ['heavy', 'weight weighs weighed heavy heaviest'],
      ['far', 'away distance'],
      ['diameter', 'diameter'],
    ] as const
  ).flatMap(([dimension, words]) => words.split(' ').map((word): [string, string] => [word, dimension])),
)
