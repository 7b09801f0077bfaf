import { CircleAlert, FileText, Paperclip } from 'lucide-react'
import { Fragment, useId } from 'react'
import { Checkbox, CheckboxGroup } from 'react-aria-components'
import type { FoundRecord, ImportPreview, ReadableFile } from '../../../shared/domain/import-preview.js'
import { Button, ChoiceField, ChoiceRow, DialogFrame } from '../../components/controls.js'
import { encodings } from '../../store/imports/encodings.js'
import {
  commitImports,
  discardImports,
  planImport,
  rereadImport,
} from '../../store/imports/import-actions.js'
import { choicesOf, type ImportPlan, type WaitingImport } from '../../store/imports/import-plans.js'
import { offerUpdate } from '../../store/imports/source-update.js'
import { useStore } from '../../store/store.js'
import '../dialogs.css'

/** Shows what was read before anything is stored: several texts in a file, an unsure encoding, files that cannot be read. */
export function ImportDialog() {
  const imports = useStore((state) => state.imports)
  const choices = choicesOf(imports)
  const count = choices.reduce((sum, { parts }) => sum + (parts?.length ?? 1), 0)
  const unreadable = imports.every(({ outcome }) => !outcome.ok)
  return (
    <DialogFrame
      title={unreadable ? 'Nothing could be opened' : 'Add to the case'}
      {...(unreadable ? {} : { intro: 'Nothing is stored until you add it.' })}
      onClose={() => void discardImports()}
      footer={
        unreadable ? (
          <Button look="primary" autoFocus onPress={() => void discardImports()}>
            Close
          </Button>
        ) : (
          <>
            <Button onPress={() => void discardImports()}>Cancel</Button>
            <Button
              look="primary"
              autoFocus
              isDisabled={count === 0}
              onPress={() => void commitImports(choices)}
            >
              {count === 1 ? 'Add one source' : `Add ${count} sources`}
            </Button>
          </>
        )
      }
    >
      {readableFirst(imports).map((preview) => (
        <FilePreview key={preview.id} preview={preview} />
      ))}
    </DialogFrame>
  )
}

/** Attachments stay behind their message. */
function readableFirst(imports: readonly WaitingImport[]): WaitingImport[] {
  const group = ({ outcome, attachedTo }: WaitingImport): number => (outcome.ok || attachedTo ? 0 : 1)
  return imports.toSorted((a, b) => group(a) - group(b))
}

function FilePreview({ preview }: { preview: WaitingImport }) {
  const { id, fileName, attachedTo, outcome, plan } = preview
  const onPlan = (changed: Partial<ImportPlan>): void => planImport(id, { ...plan, ...changed })
  const attached = attachedTo && <small className="muted">attached to “{attachedTo}”</small>
  if (!outcome.ok) {
    return (
      <article className="file-preview failed">
        <h3>
          <CircleAlert size={15} aria-hidden /> {fileName} {attached}
        </h3>
        <p>{outcome.error.message}</p>
      </article>
    )
  }
  const { file } = outcome
  return (
    <article className="file-preview">
      <h3>
        {attachedTo ? <Paperclip size={15} aria-hidden /> : <FileText size={15} aria-hidden />} {fileName}{' '}
        {attached}
      </h3>
      {file.alreadyIn && (
        <p className="notice">
          The same file is in this case already, as “{file.alreadyIn}”. Tick a text to add it once more.
        </p>
      )}
      {file.newerOf && <NewerNotice preview={preview} newerOf={file.newerOf} />}
      {!file.encodingIsSure && <EncodingChoice id={id} file={file} />}
      {file.notices.length > 0 && (
        <div className="notice">
          {file.notices.map((notice) => (
            <p key={notice}>{notice}</p>
          ))}
        </div>
      )}
      <Found record={file.record} />
      {file.changes && <TrackedChanges id={id} {...file.changes} />}
      {file.comments > 0 && (
        <ChoiceRow
          label={file.comments === 1 ? 'One comment' : `${file.comments} comments`}
          choices={commentChoices}
          value={plan.comments ? 'notes' : 'left'}
          onChange={(choice) => onPlan({ comments: choice === 'notes' })}
        />
      )}
      {(file.parts.length > 1 || file.partsAre === 'article') && (
        <ChoiceRow
          {...division(file)}
          value={plan.split ? 'split' : 'whole'}
          onChange={(choice) => onPlan({ split: choice === 'split' })}
        />
      )}
      <Parts fileName={fileName} file={file} plan={plan} onPlan={onPlan} />
    </article>
  )
}

const commentChoices = [
  { id: 'left', label: 'Leave them out' },
  { id: 'notes', label: 'Claims with internal notes' },
] as const

const changesChoices = [
  { id: 'accepted', label: 'All accepted' },
  { id: 'rejected', label: 'All rejected' },
] as const

/** Who changed how much of a document, and which of its two texts is read. */
function TrackedChanges({ id, read, by }: { id: string } & NonNullable<ReadableFile['changes']>) {
  return (
    <>
      <ChoiceRow
        label="Tracked changes"
        choices={changesChoices}
        value={read}
        onChange={(changes) => void rereadImport(id, { changes })}
      />
      <ul className="changes-by">
        {by.map(({ author, inserted, deleted }) => (
          <li key={author ?? ''}>
            {author ?? 'Nobody named'}: {numbered(inserted, 'insertion')}, {numbered(deleted, 'deletion')}
          </li>
        ))}
      </ul>
    </>
  )
}

const numbered = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** The two ways to take a file that holds several texts, or an article among other things. */
function division({ parts, partsAre }: ReadableFile) {
  if (partsAre === 'article') {
    return {
      label: 'This page holds an article, and what stands around it',
      choices: [
        { id: 'split', label: 'The article' },
        { id: 'whole', label: 'The whole page' },
      ] as const,
    }
  }
  return {
    label: `This file holds ${parts.length} texts between rules`,
    choices: [
      { id: 'split', label: `${parts.length} sources` },
      { id: 'whole', label: 'One source' },
    ] as const,
  }
}

/** What the file says of itself, which goes into the source's record and can be changed there. */
function Found({ record }: { record: FoundRecord }) {
  const said = [
    ['Author', record.author],
    ['Publisher', record.publisher],
    ['Published', record.published],
    ['Address', record.url],
    ['Language', record.language],
  ].filter(([, value]) => value)
  if (!said.length) return null
  return (
    <dl className="facts">
      {said.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

/** A file that a source came from has other bytes now: a newer edition, perhaps. */
function NewerNotice({
  preview,
  newerOf,
}: {
  preview: ImportPreview
  newerOf: NonNullable<ReadableFile['newerOf']>
}) {
  return (
    <div className="notice">
      <p>
        “{newerOf.title}” came from a file of this name with another content. Its text can be replaced by this
        one: the claims are carried over, and the text before is kept.
      </p>
      <Button onPress={() => offerUpdate(newerOf.id, preview)}>Replace the text of that source…</Button>
    </div>
  )
}

interface PartsProps {
  fileName: string
  file: ReadableFile
  plan: ImportPlan
  onPlan: (changed: Partial<ImportPlan>) => void
}

function Parts({ fileName, file, plan, onPlan }: PartsProps) {
  const id = useId()
  if (!plan.split) return null
  return (
    <CheckboxGroup
      aria-label={`Texts to add from “${fileName}”`}
      className="parts"
      value={plan.parts.map(String)}
      onChange={(values) => onPlan({ parts: values.map(Number).sort((a, b) => a - b) })}
    >
      {file.parts.map((part, index) => (
        <Checkbox
          key={part.start}
          value={String(index)}
          className="part"
          aria-labelledby={`${id}-${index}`}
          aria-describedby={`${id}-${index}-says`}
        >
          <span className="tick" aria-hidden />
          <span>
            <b id={`${id}-${index}`}>{part.title}</b>
            {file.parts.length > 1 && <PartRecord record={part.record} />}
            <small id={`${id}-${index}-says`}>
              {part.words} words · {part.excerpt}
            </small>
          </span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

/** What one of several texts says of itself, on one line. */
function PartRecord({ record: { author, publisher, published, url } }: { record: FoundRecord }) {
  const said = [author && `By ${author}`, publisher, published && `published ${published}`, url].filter(
    Boolean,
  )
  return said.length > 0 && <small className="part-record">{said.join(' · ')}</small>
}

function EncodingChoice({ id, file }: { id: string; file: ReadableFile }) {
  const known = encodings.some((encoding) => encoding.id === file.encoding)
  const choices = known ? encodings : [{ id: file.encoding, label: file.encoding }, ...encodings]
  return (
    <div className="notice">
      <p>
        It is not certain how this file is encoded. Choose the encoding with which the letters below are
        right.
      </p>
      <ChoiceField
        label="Encoding"
        choices={choices}
        value={file.encoding}
        onChange={(encoding) => void rereadImport(id, { encoding })}
      />
    </div>
  )
}
