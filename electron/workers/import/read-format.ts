import type { Block } from '../../../shared/document/from-blocks.js'
import type { FoundRecord } from '../../../shared/domain/import-preview.js'

/** What a reader of one format makes of a file. */
export interface FormattedText {
  blocks: Block[]
  record: FoundRecord
  /** What a person should know before adding it, each a sentence. */
  notices: string[]
  /** The article among the blocks of a web page, where there is more than that. */
  article?: { from: number; to: number; left: ReadonlySet<number> } | null
}
