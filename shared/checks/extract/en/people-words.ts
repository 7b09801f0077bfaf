import { stemOf } from './stem.js'

/** Nouns for people in the plural, what they are to each other first and what they do behind. */
const rows: readonly string[] = [
  'people persons men women adults children boys girls babies toddlers teenagers youths youngsters pensioners friends',
  'brothers sisters siblings sons daughters twins triplets cousins nephews nieces uncles aunts parents grandparents',
  'grandchildren grandsons granddaughters stepchildren heirs wives husbands widows relatives descendants',
  'winners finalists semifinalists nominees candidates contenders contestants competitors entrants recipients laureates',
  'medallists champions runners riders jockeys swimmers sprinters rowers cyclists climbers golfers boxers wrestlers skaters',
  'skiers gymnasts athletes players footballers cricketers goalkeepers defenders midfielders strikers batsmen bowlers',
  'debutants substitutes captains coaches referees umpires',
  'members leaders ministers premiers presidents chancellors ambassadors envoys diplomats senators representatives',
  'congressmen congresswomen councillors aldermen mayors governors commissioners politicians lawmakers deputies peers',
  'directors trustees executives managers chairmen founders cofounders shareholders employees workers colleagues aides',
  'advisers advisors secretaries clerks officials inspectors',
  'judges magistrates justices jurors lawyers barristers solicitors attorneys prosecutors witnesses experts',
  'officers policemen policewomen detectives constables sergeants firefighters firemen paramedics lifeguards rescuers',
  'soldiers sailors airmen marines servicemen generals admirals pilots astronauts cosmonauts crewmen veterans',
  'victims survivors casualties passengers patients hostages prisoners inmates captives suspects defendants accused',
  'fugitives convicts robbers burglars thieves murderers gunmen attackers plotters protesters activists',
  'doctors surgeons nurses midwives dentists vets scientists researchers professors lecturers scholars historians',
  'physicists chemists biologists geologists astronomers mathematicians economists engineers architects inventors',
  'teachers headteachers governesses tutors pupils students graduates apprentices trainees',
  'authors writers novelists poets playwrights journalists reporters editors photographers artists painters sculptors',
  'composers musicians singers pianists violinists cellists drummers guitarists conductors soloists actors actresses',
  'dancers comedians presenters broadcasters narrators producers designers illustrators translators critics',
  'bishops archbishops priests vicars monks nuns saints popes kings queens princes princesses',
  'farmers fishermen miners builders bakers butchers carpenters plumbers electricians drivers motorists cooks chefs',
  'guests visitors tourists hikers walkers volunteers participants speakers delegates residents tenants neighbours',
  'villagers businessmen businesswomen bankers traders entrepreneurs millionaires billionaires',
]

const stems = new Set(rows.flatMap((row) => row.split(' ').map(stemOf)))

/** Whether the stem of a noun is that of a word for people: "ministers", "grandchildren". */
export function isOfPeople(stem: string): boolean {
  return stems.has(stem)
}
