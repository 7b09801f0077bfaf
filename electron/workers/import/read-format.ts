import type { Block } from '../../../shared/document/from-blocks.js'
import type { ChangesOf, ChangesReading, FoundRecord } from '../../../shared/domain/import-preview.js'

/** A comment on a passage. `at` is an instant in UTC. */
export interface Comment {
  author: string | null
  at: string | null
  text: string
}

/** What a reader of one format makes of a file. */
export interface FormattedText {
  blocks: Block[]
  record: FoundRecord
  /** What a person should know before adding it, each a sentence. */
  notices: string[]
  /** The tracked changes, and how they were read. */
  changes?: { read: ChangesReading; by: ChangesOf[] } | null
  /** Comments by the keys that the spans of the blocks carry. */
  comments?: ReadonlyMap<string, Comment>
  /** The article among the blocks of a web page, where there is more than that. */
  article?: { from: number; to: number; left: ReadonlySet<number> } | null
}
