import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { DamagedNotice } from './damaged-notice.js'
import { Inspector } from './inspector.js'
import { LeftPane } from './left-pane.js'
import { StatusBar } from './status-bar.js'
import { TextPane } from './text-pane.js'
import { TopBar } from './top-bar.js'
import './workbench.css'

/** The three panes of an open case. */
export function Workbench() {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({ id: 'panes', storage: localStorage })
  return (
    <div className="workbench">
      <TopBar />
      <DamagedNotice />
      <Group
        className="panes"
        orientation="horizontal"
        {...(defaultLayout ? { defaultLayout } : {})}
        onLayoutChanged={onLayoutChanged}
      >
        <Panel id="left" defaultSize="21%" minSize="200px" collapsible>
          <LeftPane />
        </Panel>
        <Separator className="separator" aria-label="Width of the list" />
        <Panel id="text" minSize="320px">
          <TextPane />
        </Panel>
        <Separator className="separator" aria-label="Width of the inspector" />
        <Panel id="inspector" defaultSize="27%" minSize="280px" collapsible>
          <Inspector />
        </Panel>
      </Group>
      <StatusBar />
    </div>
  )
}
