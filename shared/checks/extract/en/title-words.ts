/** Titles and roles that stand before a name and are no part of it. */
export const titles = new Set(
  (
    'mr mrs ms miss dr prof professor sir lady lord dame president minister prime chancellor king queen prince princess pope ' +
    'cardinal archbishop bishop patriarch senator representative congressman congresswoman governor mayor judge justice ' +
    'general colonel captain lieutenant sergeant major admiral commander director secretary chairman chairwoman chair chief ' +
    'spokesman spokeswoman spokesperson ambassador councillor inspector officer superintendent detective coach doctor st saint ' +
    'gen sen rep gov lt col sgt capt rev father sister brother deputy vice former foreign defence defense finance interior u.s british french russian german american italian chinese ukrainian'
  ).split(' '),
)

/** Verbs that report speech, in the forms that stand beside a quotation. */
export const speechVerbs = new Set(
  (
    'said says told tells added adds wrote writes explained explains stated states announced declared argued insisted warned ' +
    'replied answered asked noted recalled admitted claimed stressed continued concluded remarked commented confirmed tweeted posted testified'
  ).split(' '),
)
