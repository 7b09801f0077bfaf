import { Fragment } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { readableDate } from '../../components/readable-date.js'
import { activateSide } from '../../store/texts/shown-texts.js'
import { useStore, type Side } from '../../store/store.js'
import { CorrectionBar } from './correction-bar.js'
import { CoverageBar } from '../coverage/coverage-bar.js'
import { FindBar } from './find-bar.js'
import { SelectionBar } from './selection-bar.js'
import { SourceText } from './source-text.js'
import { TextTabs } from './text-tabs.js'
import './text-pane.css'

/** The texts that are open, and the one or two that are shown. */
export function TextPane() {
  const isEmpty = useStore((state) => state.records.source.size === 0)
  const isSplit = useStore((state) => state.view.beside !== null)
  const sides: readonly Side[] = isSplit ? ['first', 'beside'] : ['first']
  return (
    <main className="text-pane" data-pane="text" aria-label="Text">
      <TextTabs>
        <Group className="text-sides" orientation="horizontal">
          {sides.map((side) => (
            <Fragment key={side}>
              {side === 'beside' && <Separator className="separator" aria-label="Width of the first text" />}
              <Panel id={side} minSize="220px">
                <TextSide side={side} />
              </Panel>
            </Fragment>
          ))}
        </Group>
      </TextTabs>
      {isEmpty && <p className="text-none">Add a text to begin. What you open is kept exactly as it is.</p>}
      <SelectionBar />
    </main>
  )
}

function TextSide({ side }: { side: Side }) {
  const version = useStore((state) => state.texts[side])
  const isActive = useStore((state) => state.side === side && state.view.beside !== null)
  if (!version) return null
  const activate = (): void => activateSide(side)
  return (
    <section
      className={isActive ? 'text-side active' : 'text-side'}
      data-side={side}
      aria-label={side === 'first' ? 'First text' : 'Text beside it'}
      onFocusCapture={activate}
      onPointerDownCapture={activate}
    >
      <SourceHeading sourceId={version.sourceId} />
      <CorrectionBar sourceId={version.sourceId} />
      <FindBar side={side} />
      <CoverageBar side={side} sourceId={version.sourceId} />
      <SourceText key={version.id} side={side} version={version} />
    </section>
  )
}

function SourceHeading({ sourceId }: { sourceId: string }) {
  const source = useStore((state) => state.records.source.get(sourceId))
  if (!source) return null
  const about = [source.author, source.publisher, source.published && readableDate(source.published)].filter(
    Boolean,
  )
  return (
    <header className="text-heading">
      <h2 title={source.title}>{source.title}</h2>
      <span title={about.join(' · ')}>
        {about.length ? about.join(' · ') : 'Author, publisher and date unknown'}
      </span>
      {source.kind !== 'unspecified' && <span className="text-kind">{source.kind} source</span>}
    </header>
  )
}
