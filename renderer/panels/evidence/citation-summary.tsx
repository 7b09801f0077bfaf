import { Pencil } from 'lucide-react'
import type { Evidence } from '../../../shared/domain/evidence.js'
import { nameOfAddress } from '../../../shared/domain/cited-address.js'
import { IconButton } from '../../components/controls.js'
import { readableDate } from '../../components/readable-date.js'
import { OpenButton, gradeOf } from './evidence-fields.js'

/** The name by which the focus finds the button that opens the fields of a citation. */
export const editButtonOf = (id: string): string => `edit-${id}`

/** A citation in a few lines: what an editor reads of it. */
export function CitationSummary({ evidence, onEdit }: { evidence: Evidence; onEdit: () => void }) {
  const { id, title, quote, url, author, publisher, published } = evidence
  const made = [author, publisher, published && readableDate(published)].filter(Boolean).join(' · ')
  const read = readOf(evidence)
  return (
    <div className="citation">
      <div className="citation-words">
        <p className="citation-title" dir="auto">
          {title}
        </p>
        {made && <p dir="auto">{made}</p>}
        {quote && <q dir="auto">{quote}</q>}
        {read && <p>{read}</p>}
      </div>
      <div className="citation-acts">
        <IconButton label="Edit evidence" data-focus={editButtonOf(id)} onPress={onEdit}>
          <Pencil size={14} aria-hidden />
        </IconButton>
        <OpenButton label="Address" url={url} />
      </div>
    </div>
  )
}

/** Where it was read and when, whether a copy of it is kept, and how it is graded. */
function readOf(evidence: Evidence): string {
  const { title, url, archivedUrl, accessed } = evidence
  const place = url && nameOfAddress(url)
  return [
    place !== title && place,
    accessed ? `accessed ${readableDate(accessed)}` : url && 'date of access not known',
    archivedUrl && 'archived copy ✓',
    gradeOf(evidence).replace(' · ', 'grade '),
  ]
    .filter(Boolean)
    .join(' · ')
}
