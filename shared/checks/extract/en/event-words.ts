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
  launch: 'launch launched liftoff',
  attack: 'attack attacked bombing bombed strike raid',
  verdict: 'verdict sentenced convicted acquitted jailed imprisoned imprisonment',
  arrest: 'arrest arrested detained apprehended',
  charge: 'indicted indictment',
  walkout: 'walkout stoppage',
  resignation: 'resign resigned resignation',
  opening: 'open opened opening inaugurated reopened',
  closing: 'close closed closure shut shuttered',
  founding: 'found founded established founding formed formation',
  birth: 'born birth',
  death: 'died death dies',
  wedding: 'married wedding wed marriage marry',
  crash:
    'crash crashed collision collided sank sunk sinking capsized derailed derailment foundered loss overturned shipwreck shipwrecked wrecked',
  impact: 'hit struck rammed ploughed plowed slammed smashed',
  fire: 'fire blaze burned burnt gutted flames inferno',
  earthquake: 'earthquake quake',
  eruption: 'erupted eruption',
  invasion: 'invaded invasion',
  coronation: 'crowned coronation enthroned enthronement',
  accession: 'accession acceded',
  delivery: 'delivered delivery',
  abolition: 'abolished abolition',
  demolition: 'demolished demolition torn',
  merger: 'merged merger',
  premiere: 'premiered premiere',
  surrender: 'surrendered surrender capitulated',
  release: 'release released published publication',
  purchase:
    'bought acquired purchased acquisition purchase takeover sold sale nationalised nationalized nationalisation nationalization',
  appointment: 'appointed appointment named ordained ordination',
  completion: 'completed completion',
  arrival: 'arrived arrival reached landed landfall docked berthed',
  departure: 'departed left departure sailed embarked',
  ratification: 'ratified ratification',
  approval: 'approved approval adopted passed',
  rejection: 'rejected rejection',
  trial: 'trial hearing',
  collapse: 'collapsed collapse burst breached breach crumbled toppled',
  explosion: 'exploded explosion blast detonated detonation',
  discovery: 'discovered discovery spotted sighted detected unearthed',
  bankruptcy: 'bankruptcy bankrupt insolvency',
  assassination: 'assassinated assassination murdered murder slain',
  execution: 'executed execution hanged beheaded guillotined',
  beginning: 'began begun started commenced commencement',
  ending: 'ended finished concluded',
  flood: 'flooded flood inundated',
  coup: 'coup overthrown ousted deposed',
  annexation: 'annexed annexation',
  kidnapping: 'kidnapped kidnapping abducted abduction',
  evacuation: 'evacuated evacuation',
  burial: 'buried burial funeral',
  unveiling: 'unveiled unveiling',
  ceasefire: 'ceasefire truce armistice',
  award: 'won awarded award',
  enactment: 'enacted enactment',
  inauguration: 'inauguration sworn',
  capture: 'captured capture seized',
  dismissal: 'dismissed dismissal sacked sacking',
  robbery: 'robbed robbery stolen stole theft burgled heist',
  shooting: 'shooting stabbed stabbing',
  consecration: 'consecrated consecration dedicated dedication hallowed',
  baptism: 'baptised baptized christened baptism',
  graduation: 'graduated graduation',
  retirement: 'retired retirement',
  service: 'decommissioned',
  resumption: 'resumed resumption',
  escape: 'escaped escape fled',
  liberation: 'freed liberated liberation',
  divorce: 'divorced divorce',
  killing: 'killed killing perished drowned',
  defeat: 'defeated defeat beat beaten',
} as const

/**
 * A kind of the list, any other act by its stem (`act:suppress`), or `occasion`: whatever is told of a day by what its
 * clause speaks of.
 */
export type EventKind = keyof typeof kinds | `act:${string}` | 'occasion'

/** Verbs that say little by themselves, with the words behind them that make them an event. */
const phrases: Readonly<Record<string, EventKind>> = {
  'passed away': 'death',
  'shot dead': 'killing',
  'shot down': 'crash',
  'found guilty': 'verdict',
  'sent to prison': 'verdict',
  'sent to jail': 'verdict',
  'walked out': 'walkout',
  'downed tools': 'walkout',
  'laid down their tools': 'walkout',
  'went on strike': 'walkout',
  'returned to work': 'resumption',
  'went back to work': 'resumption',
  'took over': 'purchase',
  'changed hands': 'purchase',
  'left earth': 'launch',
  'took over as': 'appointment',
  'take over as': 'appointment',
  'take over on': 'appointment',
  'takes over on': 'appointment',
  'took over on': 'appointment',
  'taken over as': 'appointment',
  'became chief': 'appointment',
  'became president': 'appointment',
  'became director': 'appointment',
  'became chairman': 'appointment',
  'became head': 'appointment',
  'became minister': 'appointment',
  'called off': 'ending',
  'came to the throne': 'accession',
  'ascended the throne': 'accession',
  'mounted the throne': 'accession',
  'came out': 'release',
  'went on sale': 'release',
  'appeared in': 'release',
  'set up': 'founding',
  'to close': 'closing',
  'took the city': 'capture',
  'took the town': 'capture',
  'took the fortress': 'capture',
  'took the fort': 'capture',
  'took the castle': 'capture',
  'handed over to': 'delivery',
  'took delivery': 'delivery',
  'to open': 'opening',
  'first performed': 'premiere',
  'first staged': 'premiere',
  'first shown': 'premiere',
  'touched down': 'arrival',
  'put their names': 'signing',
  'put his name': 'signing',
  'put her name': 'signing',
  'put pen to paper': 'signing',
  'threw open': 'opening',
  'opened its doors': 'opening',
  'breathed her': 'death',
  'breathed his': 'death',
  'lost his life': 'death',
  'lost her life': 'death',
  'lost their lives': 'death',
  'laid to rest': 'burial',
  'ran aground': 'crash',
  'went down': 'crash',
  'went aground': 'crash',
  'caught fire': 'fire',
  'went up in': 'fire',
  'broke out': 'beginning',
  'got under way': 'beginning',
  'got underway': 'beginning',
  'came to an end': 'ending',
  'drew to a': 'ending',
  'became law': 'enactment',
  'came into force': 'enactment',
  'took effect': 'enactment',
  'entered into force': 'enactment',
  'received royal assent': 'enactment',
  'took office': 'inauguration',
  'sworn in': 'inauguration',
  'took up office': 'inauguration',
  'set sail': 'departure',
  'set out': 'departure',
  'set off': 'departure',
  'put to sea': 'departure',
  'came ashore': 'arrival',
  'dropped anchor': 'arrival',
  'shut down': 'closing',
  'shut its doors': 'closing',
  'ceased trading': 'closing',
  'ceased operations': 'closing',
  'entered service': 'service',
  'came into service': 'service',
  'went into service': 'service',
  'tied the knot': 'wedding',
  'stepped down': 'resignation',
  'stood down': 'resignation',
  quit: 'resignation',
  'gave up': 'surrender',
  'pulled down': 'demolition',
  'knocked down': 'demolition',
  'torn down': 'demolition',
  'blew up': 'explosion',
  'went off': 'explosion',
  'lifted off': 'launch',
  'blasted off': 'launch',
  'gave way': 'collapse',
  'caved in': 'collapse',
  'fell down': 'collapse',
  'came down': 'collapse',
  'crashed into': 'impact',
  'collided with': 'impact',
  'ran into': 'impact',
}

const phraseHeads = new Map<string, [string[], EventKind][]>()
for (const [phrase, kind] of Object.entries(phrases)) {
  const [head = '', ...rest] = phrase.split(' ')
  phraseHeads.set(head, [...(phraseHeads.get(head) ?? []), [rest, kind]])
}

/** The kind of event that words make together from an index on: "ran aground", "came into force". */
export function phraseKind(wordAt: (step: number) => string): EventKind | null {
  const heads = phraseHeads.get(wordAt(0))
  const found = heads?.find(([rest]) => rest.every((word, step) => wordAt(step + 1) === word))
  return found ? found[1] : null
}

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

/** Words that say that what stands before them began or came to be, and tell of no event of their own beside it. */
export const onsetWords = new Set('began begun started occurred happened'.split(' '))

/**
 * Kinds of event that one event may be told as: who was shot was killed, what was founded began. Each kind is in one group at
 * most.
 */
const groups: readonly (readonly EventKind[])[] = [
  ['death', 'killing', 'assassination', 'execution', 'shooting'],
  ['crash', 'impact'],
  ['release', 'liberation'],
  ['arrest', 'capture'],
  ['appointment', 'inauguration', 'coronation', 'accession'],
  ['purchase', 'merger'],
  ['opening', 'launch', 'service'],
]

const groupOf = new Map<EventKind, string>(
  groups.flatMap((kinds) => kinds.map((kind): [EventKind, string] => [kind, kinds.join('+')])),
)

/** What stands for a kind and all that the same event may be told as. */
export function familyOf(kind: EventKind): string {
  return groupOf.get(kind) ?? kind
}
