import type { TableField } from '../../../shared/domain/record-import.js'

/** Headings, in lower case, by what their columns hold; those of our own tables are the first of each. */
const headings: Record<TableField, readonly string[]> = {
  quote: [
    'quote',
    'claim text',
    'quotation',
    'passage',
    'exact',
    'highlight',
    'statement',
    'text',
    'excerpt',
  ],
  source: ['source', 'source title', 'document', 'article', 'text title', 'title'],
  paragraph: ['paragraph', 'paragraphs', 'para', 'para.'],
  prefix: ['prefix', 'before', 'context before', 'words before the quote'],
  suffix: ['suffix', 'after', 'context after', 'words after the quote'],
  id: ['id', 'claim id', 'identifier', 'uuid', 'annotation id'],
  type: ['type', 'claim type', 'kind', 'category'],
  claimant: ['claimant', 'speaker', 'said by', 'who', 'attributed to'],
  'event-date': ['event date', 'date', 'when', 'date of event'],
  'event-date-inferred': ['event date inferred', 'date inferred'],
  status: ['status', 'state', 'progress'],
  verdict: ['verdict', 'rating', 'judgement', 'judgment', 'conclusion', 'result'],
  confidence: ['confidence', 'certainty'],
  priority: ['priority', 'urgency'],
  tags: ['tags', 'tag', 'labels', 'keywords', 'topics'],
  correction: ['proposed wording', 'correction', 'suggested wording', 'fix', 'replacement'],
  note: ['internal notes', 'note', 'notes', 'comment', 'comments', 'internal note', 'remarks'],
  'public-note': ['public notes', 'public note', 'explanation'],
  'note-author': ['author of the note', 'author', 'checker', 'checked by', 'annotator', 'user'],
  assignee: ['assignee', 'assigned to', 'owner', 'responsible'],
  'evidence-url': [
    'evidence url',
    'address of evidence',
    'link',
    'url',
    'evidence',
    'proof',
    'source url',
    'reference',
  ],
}

const fieldOf = new Map(
  (Object.entries(headings) as [TableField, readonly string[]][]).flatMap(([field, names]) =>
    names.map((name, rank) => [name, { field, rank }] as const),
  ),
)

/** Columns of our own tables that hold what cannot be read back, or what the case works out by itself. */
const derived = new Set(['claim', 'in the current text', 'must fix', 'evidence', 'findings', 'other claims'])

/** What each column seems to hold by its heading, each field at most once; null for what is not known. */
export function guessColumns(head: readonly string[]): (TableField | null)[] {
  const names = head.map((heading) =>
    heading
      .replace(/[_\s]+/g, ' ')
      .trim()
      .toLowerCase(),
  )
  const isOwn = isOwnTable(head)
  const columns: (TableField | null)[] = names.map(() => null)
  const best = new Map<TableField, { index: number; rank: number }>()
  for (const [index, name] of names.entries()) {
    const known = isOwn && derived.has(name) ? undefined : fieldOf.get(name)
    if (!known) continue
    const before = best.get(known.field)
    if (!before || known.rank < before.rank) best.set(known.field, { index, rank: known.rank })
  }
  for (const [field, { index }] of best) columns[index] = field
  return columns
}

/** Whether a table was exported by Stet. */
export function isOwnTable(head: readonly string[]): boolean {
  return ['Claim', 'Source', 'Quote', 'In the current text', 'Verdict'].every((name) => head.includes(name))
}
