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
  completion: 'completed completion',
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
  assassination: 'assassinated assassination murdered murder',
  execution: 'executed execution hanged beheaded guillotined',
  beginning: 'began begun started commenced',
  ending: 'ended finished concluded',
  flood: 'flooded flood',
  coup: 'coup overthrown ousted deposed',
  annexation: 'annexed annexation',
  kidnapping: 'kidnapped kidnapping abducted abduction',
  evacuation: 'evacuated evacuation',
  burial: 'buried burial funeral',
  unveiling: 'unveiled unveiling',
  ceasefire: 'ceasefire truce armistice',
} as const

/** A kind of the list, or any other act by its stem: `act:suppress`. */
export type EventKind = keyof typeof kinds | `act:${string}`

/** Acts that are done again and again, or that stand beside dates without happening on them. */
const habits = new Set(
  (
    'played scored visited toured performed appeared attended addressed travelled traveled announced reported dated called used ' +
    'named based needed wanted looked worked lived stayed served remained continued increased decreased dropped climbed ' +
    'gained recorded showed seemed expected planned scheduled related required located situated compared ' +
    'delayed postponed listed updated accessed retrieved archived posted tweeted asked added noted stated claimed estimated ' +
    'counted totalled fired trained returned moved waited followed covered offered traded priced adjusted'
  ).split(' '),
)

/** The act that a verb in the past, or a noun made of a verb, tells of; null for habits and other words. */
export function actOf(word: string): `act:${string}` | null {
  if (word.length < 6 || habits.has(word)) return null
  const ending = /(ation|ition|ion|ment|ed)$/.exec(word)?.[0]
  if (!ending) return null
  const stem = word.slice(0, -ending.length)
  return stem.length >= 4 ? `act:${stem.replace(/(.)\1$/, '$1')}` : null
}

/** The kind of event by the stem of the word. */
export const eventKinds: ReadonlyMap<string, EventKind> = new Map(
  (Object.entries(kinds) as [EventKind, string][]).flatMap(([kind, words]) =>
    words.split(' ').map((word): [string, EventKind] => [stemOf(word), kind]),
  ),
)
