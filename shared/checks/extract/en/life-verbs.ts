/**
 * Verbs of which the second kind can only happen to the same subject after the first. A word may be in several rows.
 */
export const lifeCourses: readonly { first: ReadonlySet<string>; later: ReadonlySet<string> }[] = (
  [
    [
      'born',
      'died killed buried graduated married elected appointed murdered executed assassinated emigrated moved settled studied ' +
        'attended enrolled entered joined enlisted served debuted worked retired resigned taught published wrote won played ' +
        'became went came arrived fled returned baptised baptized christened',
    ],
    [
      'founded established formed opened began begun started commenced launched built inaugurated commissioned introduced premiered incorporated created',
      'closed dissolved ended finished concluded abolished disbanded demolished shut ceased destroyed decommissioned scrapped discontinued completed bankrupt liquidated reopened wound folded',
    ],
    ['married wed', 'divorced widowed separated'],
    ['arrested charged indicted', 'convicted sentenced released acquitted pardoned'],
    ['signed', 'ratified'],
    [
      'introduced tabled drafted submitted',
      'signed passed approved adopted enacted ratified rejected vetoed repealed',
    ],
    ['passed adopted enacted approved signed ratified', 'enforced'],
    ['destroyed demolished burnt burned bombed damaged', 'rebuilt reconstructed restored repaired'],
    ['arrested', 'charged indicted'],
    ['arrested charged', 'tried executed hanged shot beheaded freed'],
    ['kidnapped abducted captured', 'released rescued freed ransomed'],
    ['hired', 'fired dismissed sacked'],
    ['elected', 'inaugurated sworn'],
    ['laid', 'launched commissioned consecrated opened completed inaugurated'],
    ['finished completed', 'published premiered performed staged'],
    ['closed shut suspended halted stopped interrupted', 'reopened resumed'],
    ['taken captured seized occupied conquered', 'retaken recaptured liberated reconquered'],
    ['elected', 're-elected reelected'],
    ['issued printed', 'reissued reprinted'],
    ['nationalised nationalized', 'privatised privatized denationalised'],
    ['launched commissioned', 'sunk sank scrapped decommissioned lost torpedoed wrecked'],
    ['bought acquired purchased', 'sold resold'],
    ['written composed', 'published premiered performed'],
    ['admitted', 'discharged'],
    ['arrived enrolled joined', 'left departed graduated retired resigned'],
    ['elected appointed', 'resigned retired'],
    ['submitted received', 'accepted rejected published approved'],
    ['filed proposed announced', 'withdrawn withdrew completed'],
    [
      'elected appointed crowned enthroned ordained knighted enlisted graduated emigrated',
      'died buried murdered executed assassinated',
    ],
    [
      'opened founded inaugurated',
      'rebuilt enlarged extended widened refurbished modernised modernized renovated',
    ],
    ['begun began started commenced', 'opened inaugurated consecrated completed finished'],
    ['founded established', 'sold bought acquired nationalised nationalized merged'],
    ['recorded filmed', 'released broadcast screened aired premiered'],
    ['stolen looted', 'recovered returned'],
    ['built launched completed', 'sank sunk wrecked foundered torpedoed capsized'],
    ['sank sunk wrecked', 'raised salvaged refloated'],
    ['imposed introduced', 'lifted repealed abolished'],
    ['introduced invented', 'improved amended revised reformed'],
    ['planted sown', 'felled harvested'],
    ['ordered', 'delivered'],
    ['diagnosed', 'died'],
    ['engaged', 'married wed'],
    ['hired appointed', 'promoted'],
    ['last-seen', 'reported-missing found-dead'],
    ['reported-missing', 'found-dead'],
  ] as const
).map(([first, later]) => ({ first: new Set(first.split(' ')), later: new Set(later.split(' ')) }))

/** Verbs whose object tells what they are about: "joined the navy" says nothing of "left school". */
export const transitiveSteps = new Set('joined left enrolled departed'.split(' '))

/** Beginnings that nothing has twice, so that they cannot come after its end in whatever order they are told. */
export const onlyBeginnings = new Set(
  'born founded established built incorporated created laid last-seen signed enrolled'.split(' '),
)

export const lifeVerbs = new Set(lifeCourses.flatMap(({ first, later }) => [...first, ...later]))

/** "graduating" for "graduated". */
export const lifeGerunds: ReadonlyMap<string, string> = new Map([
  ...[...lifeVerbs]
    .filter((verb) => verb.endsWith('ed'))
    .map((verb): [string, string] => [`${verb.slice(0, -2)}ing`, verb]),
  ['leaving', 'left'],
  ['marrying', 'married'],
  ['winning', 'won'],
])

/** Steps that take two words to tell. */
export const lifePhrases: ReadonlyMap<string, string> = new Map([
  ['last seen', 'last-seen'],
  ['into custody', 'arrested'],
  ['reported missing', 'reported-missing'],
  ['found dead', 'found-dead'],
  ['found murdered', 'found-dead'],
])

/** Nouns for steps of a life, with their verbs. */
export const lifeNouns: ReadonlyMap<string, string> = new Map([
  ['arrest', 'arrested'],
  ['birth', 'born'],
  ['death', 'died'],
  ['marriage', 'married'],
  ['conviction', 'convicted'],
  ['release', 'released'],
  ['retirement', 'retired'],
  ['resignation', 'resigned'],
  ['appointment', 'appointed'],
  ['election', 'elected'],
  ['foundation', 'founded'],
  ['founding', 'founded'],
  ['opening', 'opened'],
  ['closure', 'closed'],
  ['completion', 'completed'],
  ['launch', 'launched'],
  ['demolition', 'demolished'],
  ['graduation', 'graduated'],
  ['dismissal', 'dismissed'],
  ['divorce', 'divorced'],
  ['publication', 'published'],
  ['premiere', 'premiered'],
  ['execution', 'executed'],
])

/** Words that may stand between one dated verb and the next of the same subject. */
export const linkWords = new Set(
  (
    ', ; and but then before until it he she they who was were had has been finally eventually later again permanently officially ' +
    'formally also first subsequently be being is only suddenly there ( ) - – having to ' +
    'although though even digging work works construction building just foundation stone keel its doors gates'
  ).split(' '),
)

/** Words that bring another subject in. */
export const otherSubjects = new Set(
  'predecessor successor predecessors former previous original another old new second replacement earlier first whose its their his her'.split(
    ' ',
  ),
)
