import { randomUUID } from 'node:crypto'
import { excerptCase, lookIntoCase } from '../../db/read-other-case.js'
import { salvageCase } from '../../db/salvage/salvage-case.js'
import { keepCopy } from '../../db/save-copy.js'
import type { SourceId } from '../../shared/domain/ids.js'

/** What needs no open case: another worker than the one that holds it can take its time over files. */
export function caseFileHandlers(binding: { nativeBinding?: string }, now: () => string) {
  return {
    keepCopy: (temporary: string, toPath: string, mustBeSound: boolean) =>
      keepCopy(temporary, toPath, mustBeSound, binding),
    salvage: (path: string, toPath: string, actor: string) =>
      salvageCase(path, toPath, { ...binding, actor, at: now(), id: randomUUID() }),
    lookIntoCase: (path: string) => lookIntoCase(path, binding),
    excerptCase: (path: string, chosen: SourceId[]) => excerptCase(path, chosen, binding),
  }
}
