import type { SourceId, TextVersionId } from '../../shared/domain/ids.js'
import type { TextVersion } from '../../shared/domain/source.js'
import type { VersionInfo } from '../../shared/domain/text-replacement.js'
import { ask } from '../bridge/bridge.js'
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

/** Any version of a text; null when it cannot be read (and that was said). */
export async function readVersion(id: string): Promise<TextVersion | null> {
  try {
    return await ask('source.version', { id: id as TextVersionId })
  } catch (error) {
    tellError(error)
    return null
  }
}
