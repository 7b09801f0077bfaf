/** Whether a sentence says that it counts by the Julian calendar: "(O.S.)", "Old Style", "Julian". */
export function saysOldStyle(sentence: string): boolean {
  return /\b(O\. ?S\.|OS\)|[Oo]ld [Ss]tyle\b|Julian (calendar|date|reckoning)\b|Julian\))/.test(sentence)
}
