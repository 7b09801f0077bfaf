import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { AfterPaint } from '../../components/after-paint.js'
import { focusOn } from '../../store/focus.js'
import { useStore } from '../../store/store.js'
import { ClaimsTableView } from '../claims-table/claims-table-view.js'
import { ReportView } from '../report/report-view.js'
import { ReviewView } from '../review/review-view.js'
import { TextPane } from '../text/text-pane.js'
import { TimelineView } from '../timeline/timeline-view.js'
import { TriageView } from '../triage/triage-view.js'
import './centre.css'

/** The middle of the window: the texts, or a view of the whole case. The texts stay as they are behind a view. */
export function Centre() {
  const centre = useStore((state) => state.view.centre)
  const texts = useRef<HTMLDivElement>(null)
  const isBehind = centre !== 'text'
  // A text that is hidden with the focus in it would go on getting what is typed into any field of the window.
  useLayoutEffect(() => {
    const { activeElement } = document
    if (isBehind && activeElement instanceof HTMLElement && texts.current?.contains(activeElement))
      activeElement.blur()
    // What had the focus in a view that gave way to the text is gone with it.
    if (!isBehind && activeElement === document.body) focusOn('pane-text')
  }, [isBehind])
  return (
    <>
      <div ref={texts} className={isBehind ? 'centre behind' : 'centre'}>
        <TextPane />
      </div>
      {centre === 'claims' && (
        <View label="Claims">
          <ClaimsTableView />
        </View>
      )}
      {centre === 'triage' && (
        <View label="Triage">
          <TriageView />
        </View>
      )}
      {centre === 'timeline' && (
        <View label="Timeline">
          <AfterPaint>
            <TimelineView />
          </AfterPaint>
        </View>
      )}
      {centre === 'review' && (
        <View label="Review">
          <ReviewView />
        </View>
      )}
      {centre === 'report' && (
        <View label="Report">
          <ReportView />
        </View>
      )}
    </>
  )
}

function View({ label, children }: { label: string; children: ReactNode }) {
  return (
    <main className="centre" data-pane="text" data-focus="centre" tabIndex={-1} aria-label={label}>
      {children}
    </main>
  )
}
