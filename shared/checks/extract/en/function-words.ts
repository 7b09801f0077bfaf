/** Words that carry grammar rather than matter; left out when sentences are compared. */
export const functionWords = new Set(
  (
    'the a an and or but nor so yet of in on at by for from to with without within into onto upon over under between among ' +
    'through during before after since until till about against around as than that this these those which who whom whose ' +
    'what when where why how if whether while although though because is are was were be been being has have had having do ' +
    'does did will would shall should can could may might must it its he him his she her hers they them their theirs we us our ' +
    'ours you your yours i me my itself himself herself themselves there here also too very just only then now again ' +
    "both either neither each any all some such same own more most other another one 's"
  ).split(' '),
)

/** Words that a finished sentence does not end with, whatever its punctuation. */
export const neverLast = new Set(
  'the a an and or but nor because although whereas unless whose our my your their its into onto between among upon'.split(
    ' ',
  ),
)

/** Words that a text without a full stop is cut off after. */
export const cutOffAfter = new Set(
  (
    'of to for with from by in on at about than that which who whom when where while as if until since after before during ' +
    'is are was were be been being has have had will would shall should can could may might must not very so this these those ' +
    'his her against under over through including according also ' +
    'never always rather quite almost nearly each every ' +
    "'s"
  ).split(' '),
)
