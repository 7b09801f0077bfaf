import { stemOf } from './stem.js'

/** Words that stand for each other in nearly every sentence, one meaning a row, so that a sentence told again is known by them. */
const rows: readonly string[] = [
  'begin begins began begun start starts started commence commenced',
  'end ends ended finish finishes finished conclude concluded',
  'believe believes believed think thinks thought reckon reckoned',
  'buy buys bought purchase purchased acquire acquired',
  'build built construct constructed erect erected',
  'scientists researchers',
  'scientist researcher',
  'children youngsters kids',
  'large big sizeable',
  'small little',
  'show shows showed shown reveal revealed indicate indicated demonstrate demonstrated',
  'need needs needed require requires required',
  'help helps helped assist assisted aid aided',
  'allow allows allowed permit permits permitted let lets',
  'get gets got receive received obtain obtained',
  'use uses used utilise utilised employ',
  'happen happened occur occurred',
  'die died perish perished',
  'choose chose chosen select selected pick picked',
  'create created establish established found founded set',
  'repair repaired mend mended fix fixed',
  'shut close closed closes shuts',
  'forbid forbids forbade forbidden ban bans banned prohibit prohibited',
  'plan plans planned intend intends intended',
  'hold held stage staged',
  'house houses homes home',
  'film movie',
  'doctor physician',
  'many numerous',
  'near close',
  'whole entire',
  'quick fast rapid',
  'yearly annual annually',
  'roughly about approximately around',
  'cost price',
  'inhabitants residents',
  'aim goal purpose',
  'area district',
  'firm company business',
  'cars vehicles',
  'ship vessel',
  'road street',
  'murdered killed slain',
  'injured hurt wounded',
  'reply replied answer answered respond responded',
  'increase increased rise rose risen grow grew grown',
  'decrease decreased fall fell fallen decline declined drop dropped',
  'return returned',
  'ask asked request requested',
  'live lived reside resided dwell dwelt',
  'complete completed',
  'famous renowned known celebrated',
  'important significant',
]

const meanings = new Map<string, string>()
for (const row of rows) {
  const stems = row.split(' ').map(stemOf)
  for (const stem of stems) if (!meanings.has(stem)) meanings.set(stem, stems[0] ?? stem)
}

/** The stem that stands for all words with the meaning of one; the stem itself for most. */
export function meaningOf(stem: string): string {
  return meanings.get(stem) ?? stem
}
