/** Words for the beginning and the end of what takes a while: a session, a journey, an office. */
export const begins =
  /\b(opened|began|begun|started|kicked off|commenced|left|departed|set (off|out|sail)|sailed|convened|launched|founded|established|took office|came to the throne|joined|arrested|jailed|elected|broke out|took off|since|sworn in|built|adjourned|suspended|interrupted|broken off)\b/
export const ends =
  /\b(closed|ended|finished|concluded|stopped|adjourned|arrived|reached|landed|broke up|returned|came (home|back|in)|crossed the line|got back|ceased|died|resigned|retired|released|freed|dissolved|until|opened|completed|crashed|touched down|docked|retirement|death|resignation|departure|closure|abdication|dismissal|stepped down|stood down|left (office|the post)|gave up|handed over|resumed|reopened|restarted|crushed|failed|swept away|destroyed|burn(ed|t) down|pulled down|demolished|left the bench|suppressed|put down|folded|wound up|r[ua]n out|expired?|expires|lapsed?)\b/
