import type { SourceId, TextVersionId } from '../../../shared/domain/ids.js'
import type { VersionInfo } from '../../../shared/domain/text-replacement.js'
import { ask } from '../../bridge/bridge.js'
import { draftedText } from '../../editor/correction/drafted-text.js'
import { tell, tellError } from '../toasts.js'

/** A text that can be read: a version of a source, or what it would be after the unfinished correction that was begun on it. */
export interface ReadableText {
  of: TextVersionId
  as: 'version' | 'correction'
}

/** The text versions of a source, the newest first; none when they cannot be read (and that was said). */
export async function readVersions(id: SourceId): Promise<VersionInfo[]> {
  try {
    return await ask('source.versions', { id })
  } catch (error) {
    tellError(error)
    return []
  }
}

/** The words of a text; null when they cannot be read (and that was said). */
export async function readWords({ of: id, as }: ReadableText): Promise<string | null> {
  try {
    const { text, document } = await ask('source.version', { id })
    if (as === 'version') return text
    const draft = await ask('draft.of-version', { id })
    if (!draft)
      throw new Error('The unfinished correction cannot be read: what was kept of it is damaged or gone.')
    return draftedText(document, draft.steps)
  } catch (error) {
    tellError(error)
    return null
  }
}

/** Puts the words of a text on the clipboard. */
export async function copyWords(wanted: ReadableText): Promise<void> {
  const text = await readWords(wanted)
  if (text === null) return
  await ask('clipboard.write', { text }).then(() => tell('Copied the text.'), tellError)
}
