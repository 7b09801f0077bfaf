import type { EventKind } from '../extract/en/event-words.js'

/** Events that happen to the same people again and again; for them the circumstances must be alike as well. */
export const recurring = new Set<EventKind>([
  'call',
  'meeting',
  'visit',
  'speech',
  'vote',
  'attack',
  'trial',
  'signing',
  'release',
  'approval',
  'rejection',
  'arrival',
  'departure',
  'election',
  'beginning',
  'ending',
  'award',
  'defeat',
  'capture',
  'robbery',
  'shooting',
  'arrest',
])

/** Of those that happen often, the ones that a slip of the date is told of by. */
export const told = new Set<EventKind>([
  'award',
  'defeat',
  'capture',
  'robbery',
  'shooting',
  'arrest',
  'arrival',
  'departure',
])

/** Acts that are done once to what they are done to, though their doer does many. */
export const singleActs = new Set<EventKind>(['approval', 'rejection', 'signing', 'release'])
