import type { SourceImport } from '../../../shared/domain/case.js'
import type { SourceId } from '../../../shared/domain/ids.js'
import type { ImportPreview, UpdatePreview } from '../../../shared/domain/import-preview.js'
import { canBeReread, mediaTypeLabels } from '../../../shared/domain/source.js'
import type { CarriedRanges, TextReplaced } from '../../../shared/domain/text-replacement.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { CaseSession } from '../cases/case-session.js'
import { originalName } from './originals.js'
import { unknownFile, type PendingImports } from './pending-imports.js'

/** A text of a file that a person chose to take the place of a source's text: the part by index, null for the whole. */
export interface UpdateChoice {
  /** The id of the file's preview. */
  id: string
  sourceId: SourceId
  part: number | null
}

/** Replaces the text of a source by one from a file, after a person has seen what that does to its claims. */
export class SourceUpdates {
  readonly #pending: PendingImports
  readonly #session: () => CaseSession

  constructor(pending: PendingImports, session: () => CaseSession) {
    this.#pending = pending
    this.#session = session
  }

  /** Reads the file that is to replace a source's text. */
  preview(path: string): Promise<ImportPreview> {
    return this.#pending.addPath(path, unknownFile)
  }

  /** Reads the kept original of a source again in another encoding. Throws 'invalid' for kinds that have none to choose. */
  async reread(id: SourceId, encoding: string): Promise<ImportPreview> {
    const { source, bytes } = await this.#session().read.original(id)
    if (!canBeReread(source.mediaType)) {
      const kind = mediaTypeLabels[source.mediaType]
      throw new StetError(
        'invalid',
        `“${source.title}” is a ${kind}, which says itself how its letters are kept.`,
      )
    }
    return this.#pending.addOriginal({ name: source.fileName ?? originalName(source), bytes, encoding })
  }

  /** What the text would do to the claims of the source. Nothing is stored. */
  async compare(choice: UpdateChoice): Promise<UpdatePreview> {
    const { text, ranges, claims } = await this.#carried(choice)
    const counts = { unchanged: 0, changed: 0, orphan: 0 }
    for (const { id, exact } of claims) {
      const range = ranges[id]
      if (!range) counts.orphan++
      else if (text.text.slice(range.start, range.end) === exact) counts.unchanged++
      else counts.changed++
    }
    return { text: text.text, counts }
  }

  async commit(choice: UpdateChoice, reason: string): Promise<TextReplaced> {
    const { text, ranges, baseVersionId } = await this.#carried(choice)
    const { record: _record, text: _text, document, ...file } = text
    const { sourceId } = choice
    return this.#session().replaceText({ sourceId, baseVersionId, document, reason, ranges, file })
  }

  async #carried({ id, sourceId, part }: UpdateChoice) {
    const session = this.#session()
    const [base, records, text] = await Promise.all([
      session.read.text(sourceId),
      session.read.records(),
      this.#text(id, part),
    ])
    const passages = [...records.claims, ...records.evidence].flatMap(
      ({ id: key, sourceId: of, selector }) =>
        of === sourceId && selector?.textVersionId === base.id ? [{ id: key, ...selector }] : [],
    )
    const found = await this.#pending.carry(base.text, text.text, passages)
    const ranges: CarriedRanges = {}
    for (const [index, range] of found.entries()) {
      const passage = passages[index]
      if (passage && range) ranges[passage.id] = { start: range.start, end: range.end }
    }
    const claimIds = new Set<string>(records.claims.map(({ id: key }) => key))
    const claims = passages.filter((passage) => claimIds.has(passage.id))
    return { text, ranges, claims, baseVersionId: base.id }
  }

  async #text(id: string, part: number | null): Promise<SourceImport> {
    const [text] = await this.#pending.parse(id, part === null ? null : [part])
    if (!text)
      throw new StetError('not-found', 'This text is not in the file any more. Choose the file again.')
    return text
  }
}
