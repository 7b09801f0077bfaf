import { useCallback, useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import { Label, SearchField, Input } from 'react-aria-components'
import type { SearchHit, SearchKind, SearchPage, Snippet } from '../../../shared/domain/search.js'
import { ask } from '../../bridge/bridge.js'
import { VirtualList } from '../../components/virtual-list/virtual-list.js'
import { useStore } from '../../store/store.js'
import { tellError } from '../../store/toasts.js'
import { showHit } from '../../store/view-actions.js'
import './search-panel.css'

/** How many hits are fetched at first, and how many more as the end comes into sight; and how many at most. */
const pageSize = 100
const mostHits = 1000

/** How long typing may pause, in milliseconds, before it is searched for. */
const pause = 120

const kindLabels: Record<SearchKind, string> = {
  text: 'Text',
  claim: 'Claim',
  note: 'Note',
  evidence: 'Evidence',
}

/** Searches the texts, claims, notes and evidence of the case as it is typed. */
export function SearchPanel() {
  const [query, setQuery] = useState('')
  const [limit, setLimit] = useState(pageSize)
  const answer = useSearch(query, limit)
  // The words for which Enter was pressed; what is shown then may still be what was found for others.
  const [entered, setEntered] = useState<string | null>(null)
  useEffect(() => {
    if (entered === null || answer?.of !== entered) return
    setEntered(null)
    const [first] = answer.page.hits
    if (first) showHit(first)
  }, [entered, answer])
  const more = useCallback(() => setLimit((before) => Math.min(mostHits, before + pageSize)), [])
  return (
    <>
      <SearchField
        className="field search-field"
        value={query}
        onChange={(next) => {
          setQuery(next)
          setLimit(pageSize)
          setEntered(null)
        }}
        onSubmit={() => setEntered(query)}
      >
        <Label>Search texts, claims, notes and evidence</Label>
        <Input data-focus="search" maxLength={500} onKeyDown={goToHits} />
      </SearchField>
      {answer ? <Hits key={query} page={answer.page} onMore={more} /> : <SearchHelp />}
    </>
  )
}

/** The arrow down leads from the field to what was found. */
function goToHits({ key, currentTarget }: KeyboardEvent): void {
  if (key !== 'ArrowDown') return
  currentTarget
    .closest('[role="tabpanel"]')
    ?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')
    ?.focus()
}

/**
 * The last answer, and the query that it is of, which may be the one before; null without a query. Asked again after each act, for
 * it may have changed what is found.
 */
function useSearch(query: string, limit: number): { of: string; page: SearchPage } | null {
  const records = useStore((state) => state.records)
  const [answer, setAnswer] = useState<{ of: string; page: SearchPage } | null>(null)
  useEffect(() => {
    if (!query.trim()) return setAnswer(null)
    let current = true
    const timer = setTimeout(() => {
      ask('case.search', { query, limit, offset: 0 })
        .then((page) => current && setAnswer({ of: query, page }))
        .catch(tellError)
    }, pause)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [query, limit, records])
  return answer
}

function Hits({ page, onMore }: { page: SearchPage; onMore: () => void }) {
  const { hits, total, ranked, ignored } = page
  const found = useMemo(
    () => hits.map((hit, place) => ({ hit, key: `${hit.kind}-${hit.id}-${hit.start}-${place}` })),
    [hits],
  )
  const show = (key: string): void => {
    const one = found.find((each) => each.key === key)
    if (one) showHit(one.hit)
  }
  return (
    <>
      <p className="search-count" role="status">
        {total === 0
          ? 'Nothing found.'
          : total === 1
            ? 'One place.'
            : `${total.toLocaleString('en')} places.`}
        {ranked < total && ` The best of the latest ${ranked} come first.`}
        {ignored.length > 0 && ` Not understood: ${ignored.join(', ')}`}
      </p>
      {found.length > 0 && (
        <VirtualList
          label="Found"
          items={found}
          keyOf={keyOfFound}
          estimate={72}
          total={Math.min(total, mostHits)}
          {...(hits.length < total && { onEnd: onMore })}
          onChoose={show}
        >
          {hitRow}
        </VirtualList>
      )}
      {total > mostHits && hits.length === mostHits && (
        <p className="search-count">
          The first {mostHits.toLocaleString('en')} are listed. More words find fewer places.
        </p>
      )}
    </>
  )
}

interface Found {
  hit: SearchHit
  key: string
}

const keyOfFound = ({ key }: Found): string => key
const hitRow = ({ hit }: Found) => <Hit hit={hit} />

function Hit({ hit }: { hit: SearchHit }) {
  const title = useStore((state) => state.records.source.get(hit.sourceId)?.title)
  return (
    <>
      <span className="row-quote">
        <Marked snippet={hit.snippet} />
      </span>
      <span className="row-about">
        {kindLabels[hit.kind]} · {title}
      </span>
    </>
  )
}

/** A snippet with its matches marked. */
function Marked({ snippet: { text, ranges } }: { snippet: Snippet }) {
  const parts = ranges.flatMap(({ start, end }, index) => [
    text.slice(ranges[index - 1]?.end ?? 0, start),
    <mark key={start}>{text.slice(start, end)}</mark>,
  ])
  return (
    <>
      {parts}
      {text.slice(ranges.at(-1)?.end ?? 0)}
    </>
  )
}

function SearchHelp() {
  return (
    <div className="empty">
      <p>Words are found with or without their accents, in any order.</p>
      <dl className="search-help">
        <dt>
          <code>"hinge pins"</code>
        </dt>
        <dd>these words together</dd>
        <dt>
          <code>inspect*</code>
        </dt>
        <dd>words that begin so</dd>
        <dt>
          <code>verdict:garbled</code>
        </dt>
        <dd>claims with this verdict</dd>
        <dt>
          <code>status:query type:date tag:name</code>
        </dt>
        <dd>by status, type, tag</dd>
        <dt>
          <code>source:courier</code>
        </dt>
        <dd>in this source</dd>
        <dt>
          <code>assignee:grace assignee:none</code>
        </dt>
        <dd>to be checked by her, by nobody</dd>
        <dt>
          <code>has:note has:evidence</code>
        </dt>
        <dd>with a note, with evidence</dd>
        <dt>
          <code>since:2026-01-31</code>
        </dt>
        <dd>changed on that day or later</dd>
      </dl>
    </div>
  )
}
