/** The Admiralty code as a person chooses from it. */
export const reliabilityChoices = [
  { id: 'A', label: 'A – completely reliable' },
  { id: 'B', label: 'B – usually reliable' },
  { id: 'C', label: 'C – fairly reliable' },
  { id: 'D', label: 'D – not usually reliable' },
  { id: 'E', label: 'E – unreliable' },
  { id: 'F', label: 'F – cannot be judged' },
] as const

export const credibilityChoices = [
  { id: '1', label: '1 – confirmed' },
  { id: '2', label: '2 – probably true' },
  { id: '3', label: '3 – possibly true' },
  { id: '4', label: '4 – doubtful' },
  { id: '5', label: '5 – improbable' },
  { id: '6', label: '6 – cannot be judged' },
] as const
