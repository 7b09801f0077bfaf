import { packHighlights } from '../../../../renderer/editor/highlights.js'
import { createTextView } from '../../../../renderer/editor/text-view.js'
import { documentFromJson } from '../../../../shared/document/sections.js'
import type { Material, TextDesign } from './design.js'

/** The product's own text view, from the document JSON that a case file keeps. */
export function openStet(mount: HTMLElement, { document: json, claims }: Material): TextDesign {
  const view = createTextView(mount, {
    doc: documentFromJson(json),
    label: 'Text',
    highlights: packHighlights(claims),
  })
  let shown = claims
  return {
    scroller: mount.querySelector<HTMLElement>('.text-view')!,
    setClaims(next) {
      shown = next
      view.setHighlights(packHighlights(next))
    },
    addClaim(claim) {
      shown = [...shown, claim]
      view.setHighlights(packHighlights(shown))
    },
    jumpTo: ({ start, end }) => view.scrollTo(start, end, { align: 'center' }),
    elementOf: (id) => view.dom.querySelector(`[data-claims~="${id}"]`),
    placeCaret(offset) {
      view.select(offset)
      view.focus()
    },
    allowTyping: () => view.correction.start({ tracked: packHighlights(shown) }),
    textNow: () => view.text,
  }
}
