import { useEffect, useState } from 'react'
import type { SourceId } from '../../../shared/domain/ids.js'
import type { ClaimsPreview, NamedText, PlacesPreview } from '../../../shared/domain/record-import.js'
import { Button, ChoiceField, DialogFrame } from '../../components/controls.js'
import { excerpt } from '../../components/excerpt.js'
import { commitRecords, placesOf, skipRecords, stopPlacing } from '../../store/imports/record-imports.js'
import { useStore } from '../../store/store.js'
import { FoldedList, RemarkList } from './remark-list.js'
import { TableColumns } from './table-columns.js'
import { TickBox } from './tick-box.js'

interface Props {
  id: string
  fileName: string
  records: ClaimsPreview
}

type Chosen = Readonly<Record<string, SourceId | null>>

/** Claims of a file: what its columns hold, which sources its texts are, and where the claims would stand. */
export function ClaimsImport({ id, fileName, records }: Props) {
  const [chosen, setChosen] = useState<Chosen>({})
  const [keepOrphans, setKeepOrphans] = useState(true)
  const sourceOf = ({ key, sourceId }: NamedText): SourceId | null =>
    key in chosen ? (chosen[key] ?? null) : sourceId
  const sources = records.texts.flatMap((text) => {
    const sourceId = sourceOf(text)
    return sourceId ? [{ key: text.key, sourceId }] : []
  })
  const isSaving = useStore((state) => state.saving > 0)
  const { places, isPlacing } = usePlaces(id, sources, records)
  const { exact, searched, orphan, there } = places?.counts ?? noCounts
  const count = exact + searched + (keepOrphans ? orphan : 0)
  return (
    <DialogFrame
      title={importLabel(records.count) ?? 'Import claims'}
      intro={`${records.format} in “${fileName}”. Nothing is stored until you import it; one Undo takes all of it back.`}
      onClose={skipRecords}
      footer={
        <>
          <Button onPress={skipRecords}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={isPlacing || isSaving || count === 0}
            onPress={() => void commitRecords({ kind: 'claims', id, sources, keepOrphans })}
          >
            {importLabel(count) ?? 'Import'}
          </Button>
        </>
      }
    >
      {records.notices.map((notice) => (
        <p key={notice} className="notice">
          {notice}
        </p>
      ))}
      {records.table && <TableColumns id={id} table={records.table} />}
      <Texts
        texts={records.texts}
        sourceOf={sourceOf}
        onChoose={(key, sourceId) => setChosen({ ...chosen, [key]: sourceId })}
      />
      {isPlacing && <Placing />}
      {places && !isPlacing && <Places places={places} />}
      {orphan > 0 && (
        <TickBox isSelected={keepOrphans} onChange={setKeepOrphans}>
          Keep the claims that are not in the text, to be attached by hand
        </TickBox>
      )}
      {there > 0 && (
        <p>
          {there === 1
            ? 'One is in the case already and stays as it is.'
            : `${there} are in the case already and stay as they are.`}
        </p>
      )}
      <RemarkList
        title="Left out of the file"
        remarks={[...(places?.remarks ?? []), ...records.skipped]}
        count={records.skippedCount + (places?.remarks.length ?? 0)}
      />
    </DialogFrame>
  )
}

/** Null for none. */
function importLabel(count: number): string | null {
  if (count === 0) return null
  return count === 1 ? 'Import one claim' : `Import ${count} claims`
}

const noCounts: PlacesPreview['counts'] = { exact: 0, searched: 0, orphan: 0, there: 0, unplaced: 0 }

/** Finds the places anew whenever another source is chosen or the file is read in another way. */
function usePlaces(id: string, sources: { key: string; sourceId: SourceId }[], records: ClaimsPreview) {
  const [found, setFound] = useState<{ for: string; places: PlacesPreview | null } | null>(null)
  const asked = JSON.stringify(sources)
  useEffect(() => {
    let isWanted = true
    setFound(null)
    void placesOf({ id, sources: JSON.parse(asked) as typeof sources }).then(
      (places) => isWanted && setFound({ for: asked, places }),
    )
    return () => {
      isWanted = false
    }
  }, [id, asked, records])
  return { places: found?.places ?? null, isPlacing: found === null }
}

interface TextsProps {
  texts: readonly NamedText[]
  sourceOf: (text: NamedText) => SourceId | null
  onChoose: (key: string, sourceId: SourceId | null) => void
}

const none = 'none'

const mostShown = 100

const signs: Record<NonNullable<NamedText['knownBy']>, string> = {
  text: 'the same text',
  file: 'read from the same file',
  identifier: 'the same source',
  address: 'the same address',
  title: 'the same title',
}

function Texts({ texts, sourceOf, onChoose }: TextsProps) {
  const sources = useStore((state) => state.records.source)
  const choices = [
    { id: none, label: 'Leave these out' },
    ...[...sources.values()].map(({ id, title }) => ({ id: String(id), label: title })),
  ]
  return (
    <ul className="record-texts" aria-label="Texts of the file">
      {texts.length > mostShown && (
        <li>
          The first {mostShown} of {texts.length} texts; the others are taken for the sources that they are
          known to be.
        </li>
      )}
      {texts.slice(0, mostShown).map((text) => {
        const sourceId = sourceOf(text)
        const isKnown = sourceId !== null && sourceId === text.sourceId && text.knownBy !== null
        return (
          <li key={text.key}>
            <span>
              <b>{excerpt(text.label, 120)}</b>
              <small>
                {text.claims === 0
                  ? 'cited as evidence'
                  : text.claims === 1
                    ? 'one claim'
                    : `${text.claims} claims`}
                {isKnown && text.knownBy && ` · known by ${signs[text.knownBy]}`}
                {sourceId === null && ' · say which source this is'}
              </small>
            </span>
            <ChoiceField
              label="Source in this case"
              of={excerpt(text.label, 120)}
              choices={choices}
              value={sourceId ?? none}
              onChange={(choice) => onChoose(text.key, choice === none ? null : (choice as SourceId))}
            />
          </li>
        )
      })}
    </ul>
  )
}

function Placing() {
  const progress = useStore((state) => state.importProgress)
  return (
    <p role="status" className="placing">
      Finding the places…{progress && ` ${progress.done} of ${progress.total}`}
      <Button onPress={() => void stopPlacing()}>Stop</Button>
    </p>
  )
}

function Places({ places }: { places: PlacesPreview }) {
  const { counts, searched, orphans } = places
  const said = [
    counts.exact && `${counts.exact} found with the same words`,
    counts.searched && `${counts.searched} with other words`,
    counts.orphan && `${counts.orphan} not in the text`,
    counts.unplaced && `${counts.unplaced} without a source`,
  ].filter(Boolean)
  return (
    <section className="record-places">
      <p role="status">{said.length > 0 && `${said.join(', ')}.`}</p>
      <FoldedList title={`Found with other words: ${counts.searched}`} count={counts.searched}>
        {searched.map(({ where, quote, found, source }) => (
          <li key={where} className="found-otherwise">
            <del>{excerpt(quote, 200)}</del>
            <ins>{excerpt(found, 200)}</ins>
            <small>
              {where}, {source}
            </small>
          </li>
        ))}
      </FoldedList>
      <FoldedList title={`Not in the text: ${counts.orphan}`} count={counts.orphan}>
        {orphans.map(({ where, quote, source }) => (
          <li key={where}>
            “{excerpt(quote, 200)}”{' '}
            <small>
              {where}, {source}
            </small>
          </li>
        ))}
      </FoldedList>
    </section>
  )
}
