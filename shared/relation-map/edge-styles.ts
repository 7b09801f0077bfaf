import type { RelationType } from '../domain/relation.js'

/** How the lines of each relation are drawn, beside their colours; `dashes` as `stroke-dasharray` has them. */
export const edgeStyles: Readonly<Record<RelationType, { width: number; dashes: string | null }>> = {
  contradicts: { width: 2.25, dashes: null },
  'same-as': { width: 2, dashes: '2 5' },
  supports: { width: 1.5, dashes: '10 4' },
  qualifies: { width: 1.5, dashes: '10 4 2 4' },
  corrects: { width: 1.25, dashes: null },
}

/** How many colours there are for sources; further ones begin anew. */
export const sourceColours = 8
