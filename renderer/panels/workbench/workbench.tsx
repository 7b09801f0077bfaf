import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { AfterPaint } from '../../components/after-paint.js'
import { Centre } from './centre.js'
import { DamagedNotice } from './damaged-notice.js'
import { Inspector } from '../inspector/inspector.js'
import { LeftPane } from '../left-pane/left-pane.js'
import { StatusBar } from './status-bar.js'
import { useStore } from '../../store/store.js'
import { hasInspector } from '../../store/view-state.js'
import { TopBar } from './top-bar.js'
import { Tour } from '../help/tour.js'
import './workbench.css'

/** The three panes of an open case. The text can be read before the rest is drawn. */
export function Workbench() {
  const isInspecting = useStore((state) => hasInspector(state.view.centre))
  const panelIds = isInspecting ? ['left', 'text', 'inspector'] : ['left', 'text']
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: 'panes',
    panelIds,
    storage: localStorage,
  })
  return (
    <div className="workbench">
      <AfterPaint place={<div className="top-bar" />}>
        <TopBar />
      </AfterPaint>
      <DamagedNotice />
      <div className="panes-port">
        <Group
          className={isInspecting ? 'panes' : 'panes of-two'}
          orientation="horizontal"
          {...(defaultLayout ? { defaultLayout } : {})}
          onLayoutChanged={onLayoutChanged}
        >
          <Panel id="left" defaultSize="21%" minSize="220px" collapsible>
            <AfterPaint place={<div className="left-pane" />}>
              <LeftPane />
            </AfterPaint>
          </Panel>
          <Separator className="separator" aria-label="Width of the list" />
          <Panel id="text" minSize="320px">
            <Centre />
          </Panel>
          {isInspecting && (
            <>
              <Separator className="separator" aria-label="Width of the inspector" />
              <Panel id="inspector" defaultSize="27%" minSize="280px" collapsible>
                <AfterPaint place={<div className="inspector" />}>
                  <Inspector />
                </AfterPaint>
              </Panel>
            </>
          )}
        </Group>
      </div>
      <AfterPaint place={<div className="status-bar" />}>
        <StatusBar />
        <Tour />
      </AfterPaint>
    </div>
  )
}
