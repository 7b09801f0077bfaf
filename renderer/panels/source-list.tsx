import { ClipboardPaste, FilePlus2 } from 'lucide-react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useMemo } from 'react'
import { outlineOf } from '../../shared/document/outline.js'
import { offsetsOf } from '../../shared/document/text-offsets.js'
import type { SourceId } from '../../shared/domain/ids.js'
import type { Source } from '../../shared/domain/source.js'
import { Button } from '../components/controls.js'
import { readableDate } from '../components/readable-date.js'
import { noTypeahead } from '../components/no-typeahead.js'
import { chooseTexts, pasteFromClipboard } from '../store/import-actions.js'
import { claimsOf, checkedCount, openFindingsOf, sourcesInOrder } from '../store/selections.js'
import { jumpTo, shownSource, showSource } from '../store/shown-texts.js'
import { useStore } from '../store/store.js'
import { documentOf } from '../store/texts.js'
import { showNothing } from '../store/view-actions.js'
import { CoverageShare } from './coverage/coverage-share.js'

/** The sources of the case, and the outline of the one that is shown. */
export function SourceList() {
  const records = useStore((state) => state.records)
  const shown = useStore(shownSource)
  const sources = sourcesInOrder(records.source)
  if (sources.length === 0) return <NoSources />
  return (
    <>
      <ListBox
        aria-label="Sources"
        className="list"
        items={sources}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={shown ? [shown] : []}
        dependencies={[records]}
        onSelectionChange={(keys) => {
          const [id] = keys as Set<SourceId>
          if (!id) return
          showNothing()
          void showSource(id)
        }}
      >
        {(source) => (
          <ListBoxItem id={source.id} textValue={noTypeahead} className="row source-row">
            <SourceRow source={source} />
          </ListBoxItem>
        )}
      </ListBox>
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
        <CoverageShare sourceId={source.id} />
      </span>
      {claims.length > 0 && (
        <span className="bar" aria-hidden>
          <span style={{ width: `${(100 * checked) / claims.length}%` }} />
        </span>
      )}
    </>
  )
}

/** The headings of the shown text; a text without any has no outline. */
function Outline() {
  const text = useStore((state) => state.texts[state.side])
  const entries = useMemo(() => {
    if (!text) return []
    const doc = documentOf(text)
    const offsets = offsetsOf(doc)
    return outlineOf(doc).map((entry, index) => ({
      ...entry,
      id: index,
      offset: offsets.offset(entry.position),
    }))
  }, [text])
  if (!text || entries.length < 2) return null
  const jump = (offset: number, length: number): void =>
    jumpTo({ source: text.sourceId, start: offset, end: offset + length })
  return (
    <section aria-label="Outline">
      <h3 className="list-heading">Outline</h3>
      <ListBox
        aria-label="Outline"
        className="list outline"
        items={entries}
        onAction={(key) => {
          const entry = entries[Number(key)]
          if (entry) jump(entry.offset, entry.text.length)
        }}
      >
        {(entry) => (
          <ListBoxItem
            textValue={noTypeahead}
            className="row outline-row"
            style={{ paddingLeft: 4 + entry.level * 12 }}
          >
            {entry.text}
          </ListBoxItem>
        )}
      </ListBox>
    </section>
  )
}

function NoSources() {
  return (
    <div className="empty">
      <p>This case has no sources yet.</p>
      <p>Open texts, web pages, Word or PDF files, drop them on the window, or paste a text.</p>
      <Button look="primary" onPress={() => void chooseTexts()}>
        Open texts…
      </Button>
      <Button onPress={() => void pasteFromClipboard()}>Paste text</Button>
    </div>
  )
}
