import { speechVerbs } from './title-words.js'

/** Verbs that give a quotation to their subject. Beside marks of quotation many verbs do that report nothing elsewhere. */
export const quotingVerbs: ReadonlySet<string> = new Set([
  ...speechVerbs,
  ...(
    'held holds ruled rules found chuckled gasped grinned groaned growled laughed laughs roared screamed smiled wept yelled acknowledged acknowledges admits announces argues asks assured assures begged begs boasted boasts cautioned cautions claims ' +
    'complained complains conceded concedes concludes confessed confesses confirms countered counters cried cries declares ' +
    'demanded demands exclaimed exclaims insists joked jokes laments lamented maintained maintains mused muses muttered mutters ' +
    'murmured notes objected objects observed observes pleaded pleads promised promises protested protests quipped quips recalls ' +
    'reflected reflects remarks remembered remembers repeated repeats replies reported reports responded responds retorted ' +
    'retorts shouted shouts shrugged sighed sighs snapped snaps suggested suggests testifies thundered urged urges ventured ' +
    'vowed vows warns whispered whispers wondered wonders'
  ).split(' '),
])

/** Words for what somebody says, which stand before "of" and a name: "in the words of Anna Berg". */
export const sayings: ReadonlySet<string> = new Set(
  'words word remark remarks phrase promise warning verdict answer reply motto boast statement'.split(' '),
)

/** Nicknames that begin with another letter than the name they stand for. */
const nicknames = [
  'william bill billy will liam',
  'robert bob bobby rob',
  'richard dick rick',
  'edward ted teddy ned ed',
  'anthony tony',
  'margaret peggy maggie meg',
  'elizabeth betty beth liz lisa',
  'henry harry hal',
  'james jim jimmy jamie',
  'john jack',
  'charles chuck',
  'alexander sandy sasha alex',
  'aleksandr sasha',
  'theodore ted teddy',
  'mary polly molly',
  'dorothy dolly dot',
  'sarah sally',
  'ann nancy',
  'anne nancy',
  'joseph beppe pepe',
  'jose pepe',
  'francisco paco pancho',
  'giuseppe beppe',
  'mikhail misha',
  'vladimir volodya',
  'nicholas claus klaus',
  'eleanor nell nellie',
  'ellen nell nellie',
  'helen nell nellie',
  'antonio tonio tonino nino',
].map((row) => new Set(row.split(' ')))

/** Whether two given names may be of one person by what people are called: "Bill" and "William". */
export function isNickname(a: string, b: string): boolean {
  return nicknames.some((names) => names.has(a) && names.has(b))
}
