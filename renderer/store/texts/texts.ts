import type { Node } from 'prosemirror-model'
import { documentFromJson } from '../../../shared/document/sections.js'
import type { Source, TextVersion } from '../../../shared/domain/source.js'
import { ask } from '../../bridge/bridge.js'

/** Versions are immutable, so what was fetched stays right; a few are enough for going to and fro. */
const most = 20
const fetched = new Map<string, Promise<TextVersion>>()

/** The current text of a source, fetched once. */
export function textOf({ id, currentVersionId }: Source): Promise<TextVersion> {
  const known = fetched.get(currentVersionId)
  if (known) return known
  const text = ask('source.text', { id })
  fetched.set(currentVersionId, text)
  text.catch(() => fetched.delete(currentVersionId))
  const [oldest] = fetched.keys()
  if (fetched.size > most && oldest) fetched.delete(oldest)
  return text
}

const documents = new WeakMap<TextVersion, Node>()

/** The document of a text version, read once. Throws for one that is none. */
export function documentOf(version: TextVersion): Node {
  const known = documents.get(version)
  if (known) return known
  const doc = documentFromJson(version.document)
  documents.set(version, doc)
  return doc
}
