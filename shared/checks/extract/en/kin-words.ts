/** Words for kin, of whom a sentence may tell a birth or an age. */
export const relatives =
  /\b(grand|step|half-)?(father|mother|parent|brother|sister|sibling|son|daughter|wife|wive|husband|widow|widower|twin|cousin|uncle|aunt|niece|nephew|child|children)s?\b/i
