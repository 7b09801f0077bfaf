import type { Node } from 'prosemirror-model'
import { EditorState, Plugin, PluginKey, TextSelection } from 'prosemirror-state'
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view'
import { sourceSchema } from '../../../../shared/document/schema.js'
import { documentFromJson } from '../../../../shared/document/sections.js'
import { TextOffsets, plainTextOf } from '../../../../shared/document/text-offsets.js'
import type { BenchClaim } from '../text-data.js'
import type { Material, TextDesign } from './design.js'

type Patch = { all: readonly BenchClaim[] } | { one: BenchClaim }

const key = new PluginKey<DecorationSet>('claims')

/** A plain ProseMirror: one section, and one set of decorations for all claims, mapped through changes. The floor. */
export function openProseMirror(mount: HTMLElement, { document: json, claims }: Material): TextDesign {
  const doc = inOneSection(documentFromJson(json))
  const offsets = new TextOffsets(doc)
  const scroller = document.createElement('div')
  const page = document.createElement('div')
  scroller.className = 'bench-scroller'
  page.className = 'bench-page'
  scroller.append(page)
  mount.append(scroller)
  let typing = false
  const state = EditorState.create({ doc, plugins: [claimPlugin(offsets, claims)] })
  const view = new EditorView(page, {
    state,
    attributes: { class: 'bench-page', spellcheck: 'false' },
    handleTextInput: () => !typing,
  })
  const patch = (value: Patch) => view.dispatch(view.state.tr.setMeta(key, value))
  return {
    scroller,
    setClaims: (all) => patch({ all }),
    addClaim: (one) => patch({ one }),
    jumpTo({ start }) {
      const { top } = view.coordsAtPos(offsets.position(start))
      scroller.scrollTop += top - scroller.clientHeight / 2
    },
    elementOf: (id) => page.querySelector(`[data-claims="${id}"]`),
    placeCaret(offset) {
      const at = view.state.doc.resolve(offsets.position(offset))
      view.dispatch(view.state.tr.setSelection(TextSelection.near(at)))
      view.focus()
    },
    allowTyping: () => void (typing = true),
    textNow: () => plainTextOf(view.state.doc),
  }
}

function claimPlugin(offsets: TextOffsets, claims: readonly BenchClaim[]): Plugin<DecorationSet> {
  const decoration = ({ id, start, end, colour }: BenchClaim): Decoration => {
    const name = colour ?? 'none'
    return Decoration.inline(offsets.position(start), offsets.position(end), {
      nodeName: 'mark',
      class: `claim verdict-${name} line-0-${name}`,
      'data-claims': id,
    })
  }
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }) => DecorationSet.create(doc, claims.map(decoration)),
      apply(transaction, set) {
        const patch = transaction.getMeta(key) as Patch | undefined
        const mapped = set.map(transaction.mapping, transaction.doc)
        if (!patch) return mapped
        if ('one' in patch) return mapped.add(transaction.doc, [decoration(patch.one)])
        return DecorationSet.create(transaction.doc, patch.all.map(decoration))
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

function inOneSection(doc: Node): Node {
  const blocks: Node[] = []
  doc.forEach((section) => blocks.push(...section.content.content))
  return sourceSchema.node('doc', null, [sourceSchema.node('section', null, blocks)])
}
