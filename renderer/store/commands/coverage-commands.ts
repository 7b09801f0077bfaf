import { stepUncovered, toggleCoverage } from '../texts/coverage.js'
import { shownSource } from '../texts/shown-texts.js'
import { getState } from '../store.js'
import { aText, type Action, type Need } from './command.js'

const knownCoverage: Need = {
  holds: () => getState().correction?.sourceId !== shownSource(getState()),
  otherwise: 'The text is being corrected',
}

export const coverageActions = {
  'next-uncovered': { needs: [aText, knownCoverage], run: () => void stepUncovered(1) },
  'previous-uncovered': { needs: [aText, knownCoverage], run: () => void stepUncovered(-1) },
  'show-coverage': { needs: [aText], run: toggleCoverage },
} satisfies Record<string, Action>
