import { stemOf } from './stem.js'

/** Nouns for things of one sort in the plural, one sort a row: a text that counted novels goes on with "the books". */
const rows: readonly string[] = [
  'novels books volumes titles thrillers biographies textbooks',
  'poems verses sonnets ballads',
  'plays dramas comedies tragedies',
  'songs tracks tunes hymns',
  'films movies features documentaries',
  'paintings pictures canvases artworks watercolours portraits landscapes drawings',
  'ships vessels boats craft trawlers freighters tankers steamers frigates warships schooners yachts barges wrecks',
  'planes aircraft jets aeroplanes airplanes airliners bombers fighters helicopters',
  'cars vehicles automobiles',
  'lorries trucks vans',
  'houses homes dwellings cottages properties households',
  'flats apartments units',
  'buildings structures',
  'shops stores branches outlets supermarkets',
  'factories plants mills works',
  'pupils schoolchildren students children youngsters boys girls teenagers undergraduates',
  'jobs posts positions redundancies workers employees staff people',
  'men soldiers troops infantrymen marines recruits conscripts servicemen',
  'officers policemen constables police',
  'men miners pitmen colliers workers',
  'men sailors seamen crew crewmen mariners',
  'prisoners inmates convicts detainees captives',
  'refugees migrants asylum-seekers immigrants',
  'hostages captives',
  'patients cases',
  'players footballers athletes competitors runners riders swimmers entrants',
  'matches games fixtures',
  'medals medallions',
  'letters documents papers manuscripts items records pages',
  'coins pieces',
  'graves tombs burials skeletons bodies',
  'samples specimens swabs',
  'animals beasts',
  'cows cattle',
  'sheep ewes lambs',
  'birds chicks fledglings crows gulls geese ducks hens chickens penguins',
  'bees wasps ants insects beetles flies moths butterflies',
  'horses ponies mounts',
  'fish salmon trout cod herring',
  'trees oaks elms limes beeches pines saplings seedlings firs',
  'fossils bones remains',
  'objections complaints letters representations submissions',
  'signatures names',
  'witnesses',
  'seats places',
  'guests visitors',
  'delegates members participants attendees envoys representatives',
  'volunteers participants subjects',
  'towns cities',
  'villages settlements hamlets',
  'stations stops',
  'pubs bars taverns',
  'rooms bedrooms chambers',
  'beds cots',
  'carriages coaches wagons',
  'engines locomotives',
  'turbines windmills',
  'cannon guns cannons',
  'raids attacks',
  'counts charges offences',
  'islands islets',
]

const sorts = new Map<string, Set<number>>()
for (const [sort, row] of rows.entries()) {
  for (const word of row.split(' ')) {
    const stem = stemOf(word)
    sorts.set(stem, (sorts.get(stem) ?? new Set()).add(sort))
  }
}

/** The sorts that the stem of a noun belongs to, by number; none for most nouns. */
export function sortsOf(stem: string): ReadonlySet<number> {
  return sorts.get(stem) ?? none
}

const none: ReadonlySet<number> = new Set()

/** Whether two stems of nouns may stand for the same things. */
export function areOneSort(a: string, b: string): boolean {
  return a !== '' && b !== '' && (a === b || [...sortsOf(a)].some((sort) => sortsOf(b).has(sort)))
}
