/** Words for the beginning and the end of what takes a while: a session, a journey, an office. */
export const begins =
  /\b(opened|began|begun|started|kicked off|commenced|left|departed|set (off|out|sail)|sailed|convened|launched|founded|established|took office|came to the throne|joined|arrested|jailed|elected|broke out|took off)\b/
export const ends =
  /\b(closed|ended|finished|concluded|stopped|adjourned|arrived|reached|landed|broke up|returned|came (home|back)|ceased|died|resigned|retired|released|freed|dissolved|until|opened|completed|crashed|touched down|docked)\b/
