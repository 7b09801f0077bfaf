import { isHistoryTransaction } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { Plugin, type Transaction } from 'prosemirror-state'
import { blocksPerSection } from '../../../shared/document/sections.js'
import { playback } from '../correction/draft.js'

/** A section with more blocks than this is cut: two whole ones may become one by what joins or deletes across their edge. */
const mostBlocks = 2 * blocksPerSection

/** Cuts sections that editing has made too long for the browser to lay out at a key press. */
export function evenSections(): Plugin {
  return new Plugin({
    appendTransaction(transactions, _before, after) {
      const typed = transactions.some(({ docChanged }) => docChanged)
      const repeated = transactions.some(
        (transaction) => isHistoryTransaction(transaction) || transaction.getMeta(playback) === true,
      )
      const cuts = typed && !repeated ? cutsOf(after.doc) : []
      return cuts.length ? cutAt(after.tr, cuts) : null
    },
  })
}

/** The positions between blocks at which sections that are too long are cut, in order. */
function cutsOf(doc: Node): number[] {
  const cuts: number[] = []
  doc.forEach((section, start) => {
    if (section.childCount <= mostBlocks) return
    section.forEach((_block, offset, index) => {
      if (index && index % blocksPerSection === 0) cuts.push(start + 1 + offset)
    })
  })
  return cuts
}

function cutAt(transaction: Transaction, cuts: readonly number[]): Transaction {
  return cuts.reduceRight((cut, position) => cut.split(position), transaction)
}
