/** Words of the names of bodies and places, which no person's name has. */
export const bodies = new Set(
  'the of and bank club council court department group house institute ministry museum office party press river road school service square street union university valley bridge lake mount new north south east west united city county island islands sea park'.split(
    ' ',
  ),
)

/** Last words of the names of firms, bodies, ships' lines and places that are not the names of people. */
export const bodyWords = new Set([
  ...bodies,
  ...(
    'robotics holdings systems airlines airways shipping motors foods energy industries partners trust foundation society ' +
    'association orchestra philharmonic festival hospital college theatre station airport railway railways harbour castle church ' +
    'cathedral abbey prize award capital electric electronics steel mining minerals oil gas pharma pharmaceuticals therapeutics ' +
    'technologies technology software media records pictures studios brewery breweries distillery logistics insurance ' +
    'telecom networks labs laboratories ventures resources properties homes hotels resorts group gmbh ag plc ltd inc corp limited academy stadium ' +
    'arena gallery library observatory clinic hall palace fort canal dam tunnel viaduct pass forest reservoir glacier volcano'
  ).split(' '),
])
