/** Words with a full stop that the sentence goes on after, whatever comes next. */
export const neverFinal = new Set(
  (
    'mr mrs ms dr prof gen sen rep gov lt col sgt capt cpt cmdr adm maj brig cpl pvt rev hon fr msgr st mt ft sr sra ' +
    'pres supt det insp messrs mme mlle fig figs vs v cf al approx ca eg ie viz e.g i.e op ed eds vol vols pp ch ' +
    'sec art para nr arch amb atty ald pte spc'
  ).split(' '),
)

/** Words with a full stop that the sentence goes on after when a number comes next. */
export const beforeNumber = new Set(
  'no nos p pp vol vols ch fig figs sec art para nr pt c b d r fl est ext'.split(' '),
)

/**
 * Words with a full stop that may or may not end a sentence: it ends when the next word is one that opens sentences.
 */
export const maybeFinal = new Set(
  (
    'inc ltd co corp llc plc bros etc dept univ assn ave blvd rd jr jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'mon tue tues wed thu thur thurs fri sat sun a.m p.m am pm u.s u.k u.n e.u u.s.a d.c u.s.s.r ph.d b.c a.d b.c.e c.e ' +
    'm.d est min max hr hrs sq mi km kg lb lbs oz calif mass conn penn tex fla ill mich minn wash ariz colo ore'
  ).split(' '),
)

/** Words that open sentences; written with a capital after an abbreviation they tell that the sentence is over. */
export const sentenceOpeners = new Set(
  (
    'the a an he she it they we you i this that these those his her its their our my in on at by for from to with ' +
    'after before during since until while when where who what why how if but and or so as although though because ' +
    'however there here then now today yesterday tomorrow some many most all both each no not one two three several ' +
    'according under over about between among despite unlike meanwhile moreover later earlier last next'
  ).split(' '),
)
