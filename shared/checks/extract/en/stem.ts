/**
 * A word without its most usual endings, so that "closed", "closes" and "closing" meet. Cruder than a lemma: it only has
 * to bring forms of one word together and may mangle them.
 */
export function stemOf(word: string): string {
  if (word.length < 4) return word
  for (const ending of endings) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue
    return undoubled(word.slice(0, -ending.length))
  }
  return word.endsWith('e') && word.length > 4 ? word.slice(0, -1) : word
}

const endings = [
  'ations',
  'ation',
  'ingly',
  'edly',
  'ings',
  'ing',
  'ies',
  'ied',
  'ed',
  'es',
  'ly',
  's',
  'y',
  'e',
]

function undoubled(stem: string): string {
  const last = stem.length - 1
  const doubled =
    stem.length > 3 && stem.charAt(last) === stem.charAt(last - 1) && !'aeiouls'.includes(stem.charAt(last))
  return doubled ? stem.slice(0, last) : stem
}
