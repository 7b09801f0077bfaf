import type { Node } from 'prosemirror-model'
import { documentFromJson } from '../../../shared/document/sections.js'
import type { StetError } from '../../../shared/ipc/result.js'
import { deepestContent, nestsDeeperThan } from '../../../shared/domain/canonical-json.js'

/** The document that a JSON value from outside describes; throws what `refused` makes of the reason why it is none. */
export function documentOfText(json: unknown, refused: (why: string) => StetError): Node {
  if (nestsDeeperThan(deepestContent, json)) throw refused('its lists or quotations nest too deep')
  try {
    return documentFromJson(json)
  } catch (thrown) {
    throw refused(`its paragraphs cannot be read (${(thrown as Error).message})`)
  }
}
