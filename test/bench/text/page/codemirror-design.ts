import { EditorSelection, EditorState, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import type { BenchClaim } from '../text-data.js'
import type { Material, TextDesign } from './design.js'

const replaceClaims = StateEffect.define<readonly BenchClaim[]>()
const addClaim = StateEffect.define<BenchClaim>()
const locked = StateEffect.define<boolean>()

/** Claims as one set of mark decorations, mapped through changes; the view draws what is in its viewport. */
const claimField = StateField.define<DecorationSet>({
  create: () => RangeSet.empty,
  update(claims, transaction) {
    let next = claims.map(transaction.changes)
    for (const effect of transaction.effects) {
      if (effect.is(replaceClaims)) next = decorationsOf(effect.value)
      else if (effect.is(addClaim)) next = next.update({ add: [rangeOf(effect.value)] })
    }
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})

const lockField = StateField.define<boolean>({
  create: () => true,
  update: (value, { effects }) => effects.find((effect) => effect.is(locked))?.value ?? value,
  provide: (field) => EditorState.readOnly.from(field),
})

/** CodeMirror 6, as a long text with stand-off claims is best shown with it. */
export function openCodeMirror(mount: HTMLElement, { text, claims }: Material): TextDesign {
  const state = EditorState.create({
    doc: text,
    extensions: [claimField.init(() => decorationsOf(claims)), lockField, EditorView.lineWrapping],
  })
  const view = new EditorView({ state, parent: mount })
  return {
    scroller: view.scrollDOM,
    setClaims: (next) => view.dispatch({ effects: replaceClaims.of(next) }),
    addClaim: (claim) => view.dispatch({ effects: addClaim.of(claim) }),
    jumpTo: ({ start }) => view.dispatch({ effects: EditorView.scrollIntoView(start, { y: 'center' }) }),
    elementOf: (id) => view.contentDOM.querySelector(`[data-claims="${id}"]`),
    placeCaret(offset) {
      view.dispatch({ selection: EditorSelection.cursor(offset) })
      view.focus()
    },
    allowTyping: () => view.dispatch({ effects: locked.of(false) }),
    textNow: () => view.state.doc.toString(),
  }
}

function decorationsOf(claims: readonly BenchClaim[]): DecorationSet {
  return Decoration.set(claims.map(rangeOf), true)
}

function rangeOf({ id, start, end, colour }: BenchClaim) {
  const name = colour ?? 'none'
  return Decoration.mark({
    tagName: 'mark',
    class: `claim verdict-${name} line-0-${name}`,
    attributes: { 'data-claims': id },
  }).range(start, end)
}
