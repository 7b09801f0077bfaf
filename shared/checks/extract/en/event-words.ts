import { stemOf } from './stem.js'

/** Words for kinds of event that take place on a day, by kind: verbs and nouns for the same thing stand in one row. */
const kinds = {
  call: 'call phone telephone spoke speak spoken',
  meeting: 'meet met meeting summit talks',
  visit: 'visit visited',
  speech: 'speech address',
  vote: 'vote voted ballot referendum',
  election: 'elect elected election',
  signing: 'sign signed signing',
  launch: 'launch launched',
  attack: 'attack attacked bombing bombed strike raid',
  verdict: 'verdict sentenced convicted acquitted',
  arrest: 'arrest arrested detained',
  resignation: 'resign resigned resignation',
  opening: 'open opened opening inaugurated reopened',
  closing: 'close closed closure shut',
  founding: 'found founded established founding',
  birth: 'born birth',
  death: 'died death dies',
  wedding: 'married wedding wed marriage',
  crash: 'crash crashed collision collided sank capsized derailed',
  fire: 'fire blaze burned burnt',
  earthquake: 'earthquake quake',
  eruption: 'erupted eruption',
  invasion: 'invaded invasion',
  coronation: 'crowned coronation',
  abolition: 'abolished abolition',
  demolition: 'demolished demolition torn',
  merger: 'merged merger',
  premiere: 'premiered premiere',
  surrender: 'surrendered surrender capitulated',
  release: 'release released published publication',
  purchase: 'bought acquired purchased acquisition purchase',
  appointment: 'appointed appointment named',
  completion: 'completed completion finished',
  arrival: 'arrived arrival landed',
  departure: 'departed left departure sailed',
  ratification: 'ratified ratification',
  approval: 'approved approval adopted passed',
  rejection: 'rejected rejection',
  trial: 'trial hearing',
  collapse: 'collapsed collapse',
  explosion: 'exploded explosion',
  discovery: 'discovered discovery',
  bankruptcy: 'bankruptcy bankrupt insolvency',
  ceasefire: 'ceasefire truce armistice',
} as const

export type EventKind = keyof typeof kinds

/** The kind of event by the stem of the word. */
export const eventKinds: ReadonlyMap<string, EventKind> = new Map(
  (Object.entries(kinds) as [EventKind, string][]).flatMap(([kind, words]) =>
    words.split(' ').map((word): [string, EventKind] => [stemOf(word), kind]),
  ),
)
