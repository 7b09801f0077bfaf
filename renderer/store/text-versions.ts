import type { SourceId, TextVersionId } from '../../shared/domain/ids.js'
import type { VersionInfo } from '../../shared/domain/text-replacement.js'
import { ask } from '../bridge/bridge.js'
import { draftedText } from '../editor/correction/drafted-text.js'
import { tellError } from './toasts.js'

/** The text versions of a source, the newest first; none when they cannot be read (and that was said). */
export async function readVersions(id: SourceId): Promise<VersionInfo[]> {
  try {
    return await ask('source.versions', { id })
  } catch (error) {
    tellError(error)
    return []
  }
}

/** The words of a version, or of the unfinished correction of it; null when they cannot be read (and that was said). */
export async function readWords(id: TextVersionId, isDraft: boolean): Promise<string | null> {
  try {
    const { text, document } = await ask('source.version', { id })
    const draft = isDraft ? await ask('draft.of-version', { id }) : null
    return draft ? draftedText(document, draft.steps) : text
  } catch (error) {
    tellError(error)
    return null
  }
}
