/** Forms of auxiliaries and modals, with their contractions. */
export const auxiliaries = new Set(
  (
    'am is are was were be been being has have had having do does did will would shall should can could may might must ' +
    "isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't shan't shouldn't can't couldn't " +
    "mightn't mustn't ain't cannot 'm 're 've 'd 'll"
  ).split(' '),
)

/** Irregular past forms, and present forms that are common enough to tell a verb. */
export const irregularVerbs = new Set(
  (
    'arose ate beat became began bent bet bid blew bore bought bound broke brought built burnt came cast caught chose clung ' +
    'cost crept cut dealt drank drew drove dug fed fell felt fled flew fought forbade forgave forgot found froze gave got ' +
    'grew ground heard held hid hit hung hurt kept knelt knew laid lay leapt learnt led left lent let lit lost made meant met ' +
    'paid put quit ran rang read rode rose said sang sank sat saw sent set shone shook shot showed shrank shut slept slid ' +
    'sold sought spelt spent split spoke spread sprang stole stood stuck struck swept swore swam swung taught thought threw ' +
    'bade bled bred burst broadcast clad flung forecast forsook misled mistook overcame overheard overran overthrew pled shed ' +
    'slew slung spun stank strode strung swelled thrust trod underwrote undid withheld wove wrung awoke befell begot beset bit ' +
    'told took tore understood undertook underwent upheld went wept withdrew withstood woke won wore wound wrote ' +
    'say says go goes come comes make makes take takes give gives know knows think thinks want wants need needs seem seems ' +
    'remain remains include includes become becomes contain contains follow follows show shows run runs hold holds believe ' +
    'mean means keep keeps begin begins let lets lie lies sit sits stand stands live lives work works feel feels exist exists ' +
    'see look see hope expect agree like love hate help turn turns call calls pay pays cost costs rise rises fall falls grow ' +
    'grows open opens close closes lead leads tell tells ask asks bring brings find finds leave leaves thank thanks matter matters'
  ).split(' '),
)

/** Past participles that do not end in "ed" and that stand before dates: "Held on 3 March". */
export const irregularParticiples = new Set(
  'held met made sent built begun seen taken given written sold bought found told paid won lost kept read set born drawn known laid led left put shown spoken sung'.split(
    ' ',
  ),
)

/** Whether a word of lower case may be a finite verb by its form. Generous: it is used to rule fragments out. */
export function mayBeVerb(word: string): boolean {
  if (auxiliaries.has(word) || irregularVerbs.has(word)) return true
  return (
    word.length > 3 &&
    (word.endsWith('ed') || (word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us')))
  )
}

export const negations = new Set(
  "not no never nor neither none nobody nothing without cannot isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't shouldn't can't couldn't n't refused denied failed rejected".split(
    ' ',
  ),
)
