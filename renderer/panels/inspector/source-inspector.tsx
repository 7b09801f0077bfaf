import { Download, ExternalLink, FileInput, History, Languages, PencilLine, Trash2 } from 'lucide-react'
import { languageMeant } from '../../../shared/domain/language-name.js'
import {
  builtInEncoding,
  canBeOpened,
  canBeReread,
  mediaTypeLabels,
  sourceKinds,
  type Source,
  type SourcePatch,
} from '../../../shared/domain/source.js'
import { webAddressOf } from '../../../shared/domain/web-address.js'
import { CommandKey } from '../../components/command-key.js'
import { Button, ChoiceField, ChoiceRow, IconButton } from '../../components/controls.js'
import { DateField } from '../../components/date-field.js'
import { credibilityChoices, reliabilityChoices } from '../../components/grades.js'
import { refuseAddress } from '../../components/refuse-address.js'
import { TextField } from '../../components/text-field.js'
import { perform, takeBack } from '../../store/case/case-actions.js'
import { startCorrection } from '../../store/texts/correction.js'
import { openOriginal, saveOriginal } from '../../store/imports/originals.js'
import { chooseEncoding, chooseUpdate } from '../../store/imports/source-update.js'
import { setState, useStore } from '../../store/store.js'
import { tell } from '../../store/toasts.js'
import { CoverageSection } from '../coverage/coverage-section.js'

const kindLabels = { unspecified: 'Not said', primary: 'Primary', secondary: 'Secondary' } as const

/** What is known of a source. Nothing is filled in by itself; the publication date decides what the checks can say. */
export function SourceInspector({ source }: { source: Source }) {
  const edit = async (fields: SourcePatch): Promise<boolean> =>
    Boolean(await perform({ do: 'edit-source', id: source.id, fields }))
  const text = (name: 'author' | 'publisher', label: string) => (
    <TextField
      label={label}
      value={source[name] ?? ''}
      refuse={(typed) => (typed.trim().length > 1000 ? 'At most 1,000 characters' : null)}
      onCommit={(value) => edit({ [name]: value.trim() || null })}
    />
  )
  const date = (name: 'published' | 'accessed', label: string) => (
    <DateField label={label} value={source[name]} onCommit={(typed) => edit({ [name]: typed })} />
  )
  const remove = async (): Promise<void> => {
    const done = await perform({ do: 'remove-source', id: source.id })
    if (done) tell(`“${source.title}” was removed.`, takeBack)
  }
  return (
    <>
      <header className="inspector-head">
        <h2>Source</h2>
        <IconButton label="Remove source" onPress={() => void remove()}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </header>
      <section className="inspector-section" aria-label="Record of the source">
        <TextField
          label="Title"
          value={source.title}
          refuse={refuseTitle}
          onCommit={(value) => edit({ title: value.trim() })}
        />
        {text('author', 'Author')}
        {text('publisher', 'Publisher')}
        {date('published', 'Published')}
        <p className="hint">The publication date settles “last Wednesday” and dates without a year.</p>
        <TextField
          label="Address"
          value={source.url ?? ''}
          refuse={refuseAddress}
          onCommit={(typed) => edit({ url: webAddressOf(typed) })}
        />
        {date('accessed', 'Accessed')}
        <LanguageField source={source} edit={edit} />
        <ChoiceRow
          label="Kind"
          choices={sourceKinds.map((id) => ({ id, label: kindLabels[id] }))}
          value={source.kind}
          onChange={(kind) => void edit({ kind })}
        />
        <Grades source={source} edit={edit} />
      </section>
      <CoverageSection sourceId={source.id} />
      <TextSection source={source} />
      <OriginalSection source={source} />
      <Facts source={source} />
      <p className="hint keys-hint">
        Select a passage and press <CommandKey command="highlight" /> to make a claim.{' '}
        <CommandKey command="next" /> and <CommandKey command="previous" /> go through claims and findings.{' '}
        <CommandKey command="show-keys" /> shows all keys.
      </p>
    </>
  )
}

/** What can be done to the text of a source. */
function TextSection({ source }: { source: Source }) {
  return (
    <section className="inspector-section" aria-label="Text">
      <div className="button-row">
        <Button onPress={() => void startCorrection()}>
          <PencilLine size={14} aria-hidden /> Correct the transcription
        </Button>
        <Button onPress={() => void chooseUpdate(source.id)}>
          <FileInput size={14} aria-hidden /> Replace from a file…
        </Button>
        {canBeReread(source.mediaType) && (
          <Button onPress={() => void chooseEncoding(source.id)}>
            <Languages size={14} aria-hidden /> Read with another encoding…
          </Button>
        )}
        <Button onPress={() => setState({ dialog: 'versions' })}>
          <History size={14} aria-hidden /> Versions
        </Button>
      </div>
    </section>
  )
}

/** The file as it was imported, for other programs. */
function OriginalSection({ source: { id, mediaType } }: { source: Source }) {
  return (
    <section className="inspector-section" aria-label="Original file">
      <div className="button-row">
        {canBeOpened(mediaType) && (
          <Button onPress={() => void openOriginal(id)}>
            <ExternalLink size={14} aria-hidden /> Open the original…
          </Button>
        )}
        <Button onPress={() => void saveOriginal(id)}>
          <Download size={14} aria-hidden /> Save the original…
        </Button>
      </div>
    </section>
  )
}

/** What the program knows of the file itself. */
function Facts({ source }: { source: Source }) {
  const version = useStore(({ texts }) => Object.values(texts).find((text) => text?.sourceId === source.id))
  return (
    <dl className="facts">
      <dt>File</dt>
      <dd>{source.fileName ?? 'pasted'}</dd>
      <dt>Read as</dt>
      <dd>
        {mediaTypeLabels[source.mediaType]}
        {source.encoding !== builtInEncoding && `, ${source.encoding}`}
      </dd>
      <dt>Original SHA-256</dt>
      <dd>
        <code>{source.originalSha256}</code>
      </dd>
      {version && (
        <>
          <dt>Text version {version.number}</dt>
          <dd>
            <code>{version.sha256}</code>
          </dd>
        </>
      )}
    </dl>
  )
}

const refuseTitle = (typed: string): string | null => {
  if (!typed.trim()) return 'A source needs a title'
  return typed.trim().length > 1000 ? 'A title has at most 1,000 characters' : null
}

const ungraded = { id: 'none', label: 'Not graded' } as const

interface RecordPartProps {
  source: Source
  edit: (fields: SourcePatch) => Promise<boolean>
}

function LanguageField({ source, edit }: RecordPartProps) {
  return (
    <TextField
      label="Language of the text"
      value={source.language ?? ''}
      placeholder="en, de, pt-BR"
      refuse={(typed) =>
        !typed.trim() || languageMeant(typed)
          ? null
          : 'Not a language: write it as English, or as en, de, pt-BR'
      }
      settle={(typed) => languageMeant(typed) ?? typed.trim()}
      onCommit={(language) => edit({ language: language || null })}
    />
  )
}

function Grades({ source, edit }: RecordPartProps) {
  return (
    <>
      <ChoiceField
        label="Reliability of the source"
        choices={[ungraded, ...reliabilityChoices]}
        value={source.reliability}
        onChange={(grade) => void edit({ reliability: grade === 'none' ? null : grade })}
      />
      <ChoiceField
        label="Credibility of what it says"
        choices={[ungraded, ...credibilityChoices]}
        value={source.credibility}
        onChange={(grade) => void edit({ credibility: grade === 'none' ? null : grade })}
      />
    </>
  )
}
