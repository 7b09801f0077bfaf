import { ClipboardPaste, FilePlus2 } from 'lucide-react'
import type { SourceId } from '../../../shared/domain/ids.js'
import type { Source } from '../../../shared/domain/source.js'
import { CommandKey } from '../../components/command-key.js'
import { Button } from '../../components/controls.js'
import { readableDate } from '../../components/readable-date.js'
import { VirtualList } from '../../components/virtual-list/virtual-list.js'
import { headingsOf, type Heading } from '../../store/texts/headings.js'
import { chooseTexts, pasteFromClipboard } from '../../store/imports/import-actions.js'
import { claimsOf, checkedCount, openFindingsOf, sourcesInOrder } from '../../store/selections.js'
import { jumpTo, shownSource, showSource } from '../../store/texts/shown-texts.js'
import { useStore } from '../../store/store.js'
import { showNothing } from '../../store/view-actions.js'
import { CoverageShare } from '../coverage/coverage-share.js'

/** The sources of the case, and the outline of the one that is shown. */
export function SourceList() {
  const records = useStore((state) => state.records)
  const shown = useStore(shownSource)
  const sources = sourcesInOrder(records.source)
  if (sources.length === 0) return <NoSources />
  return (
    <>
      <VirtualList
        label="Sources"
        items={sources}
        keyOf={keyOf}
        rowClass="source-row"
        estimate={88}
        selected={shown}
        onChoose={openSource}
      >
        {sourceRow}
      </VirtualList>
      <Outline />
      <div className="list-actions">
        <Button look="plain" onPress={() => void chooseTexts()}>
          <FilePlus2 size={14} aria-hidden /> Add texts…
        </Button>
        <Button look="plain" onPress={() => void pasteFromClipboard()}>
          <ClipboardPaste size={14} aria-hidden /> Paste
        </Button>
      </div>
    </>
  )
}

const keyOf = ({ id }: Source): string => id
const sourceRow = (source: Source) => <SourceRow source={source} />

function openSource(id: string): void {
  showNothing()
  void showSource(id as SourceId)
}

function SourceRow({ source }: { source: Source }) {
  const records = useStore((state) => state.records)
  const claims = claimsOf(records, source.id)
  const findings = openFindingsOf(records, source.id).length
  const checked = checkedCount(claims)
  const about = [
    source.publisher ?? source.author,
    source.published && readableDate(source.published),
  ].filter(Boolean)
  return (
    <>
      <span className="row-title">{source.title}</span>
      <span className="row-about">{about.length ? about.join(' · ') : 'Publisher and date unknown'}</span>
      <span className="row-counts">
        <span>
          {findings} {findings === 1 ? 'finding' : 'findings'}
        </span>
        <span>{claims.length ? `${checked} of ${claims.length} claims checked` : 'no claims yet'}</span>
        <Covered sourceId={source.id} />
      </span>
      {claims.length > 0 && (
        <span className="bar" aria-hidden>
          <span style={{ width: `${(100 * checked) / claims.length}%` }} />
        </span>
      )}
    </>
  )
}

/** What claims cover of a source. The line has its place before that is known, so that the list does not move. */
function Covered({ sourceId }: { sourceId: string }) {
  const isCorrected = useStore(({ correction }) => correction?.sourceId === sourceId)
  return (
    <span className="row-covered">
      {isCorrected ? 'being corrected' : <CoverageShare sourceId={sourceId} />}
    </span>
  )
}

/** The headings of the shown text; a text without any has no outline. */
function Outline() {
  const text = useStore((state) => state.texts[state.side])
  const headings = text ? headingsOf(text) : []
  if (!text || headings.length < 2) return null
  const jump = (key: string): void => {
    const heading = headings.find((one) => keyOfHeading(one) === key)
    if (heading) jumpTo({ source: text.sourceId, start: heading.start, end: heading.end })
  }
  return (
    <section aria-label="Outline">
      <h3 className="list-heading">
        Outline <span className="count">{headings.length}</span>
      </h3>
      <VirtualList
        key={text.id}
        label="Outline"
        items={headings}
        keyOf={keyOfHeading}
        rowClass="outline-row"
        estimate={26}
        onChoose={jump}
      >
        {headingRow}
      </VirtualList>
    </section>
  )
}

const keyOfHeading = ({ start }: Heading): string => String(start)
const headingRow = ({ text, level }: Heading) => (
  <span title={text} style={{ paddingLeft: level * 12 - 6 }}>
    {text}
  </span>
)

function NoSources() {
  return (
    <div className="empty">
      <p>This case has no sources yet.</p>
      <p>Open texts, web pages, Word or PDF files, drop them on the window, or paste a text.</p>
      <Button look="primary" onPress={() => void chooseTexts()}>
        Open texts… <CommandKey command="open-texts" />
      </Button>
      <Button onPress={() => void pasteFromClipboard()}>
        Paste text <CommandKey command="paste-text" />
      </Button>
    </div>
  )
}
