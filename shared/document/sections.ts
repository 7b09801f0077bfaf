import { Node } from 'prosemirror-model'
import { sourceSchema } from './schema.js'

/** Large enough to keep the number of boxes small, small enough that the browser lays out little beyond the window. */
export const blocksPerSection = 40

/** A document of these blocks, cut into sections. An empty list gives one empty paragraph. */
export function documentOf(blocks: readonly Node[]): Node {
  const content = blocks.length ? blocks : [sourceSchema.node('paragraph')]
  const sections: Node[] = []
  for (let start = 0; start < content.length; start += blocksPerSection) {
    sections.push(sourceSchema.node('section', null, content.slice(start, start + blocksPerSection)))
  }
  return sourceSchema.node('doc', null, sections)
}

/** The document that a JSON value describes; throws on anything that the schema does not allow. */
export function documentFromJson(json: unknown): Node {
  const doc = Node.fromJSON(sourceSchema, json)
  doc.check()
  if (doc.type !== sourceSchema.topNodeType) throw new RangeError('A source text must be a whole document')
  return doc
}
