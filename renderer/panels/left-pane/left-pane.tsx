import { Search } from 'lucide-react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { ViewState } from '../../../shared/domain/preferences.js'
import { openFindings } from '../../store/selections.js'
import { useStore } from '../../store/store.js'
import { showTab } from '../../store/view-actions.js'
import { ClaimList } from './claim-list.js'
import { FindingList } from './finding-list.js'
import { SearchPanel } from './search-panel.js'
import { SourceList } from './source-list.js'
import './left-pane.css'

/** The lists of a case. */
export function LeftPane() {
  const tab = useStore((state) => state.view.leftTab)
  const sources = useStore((state) => state.records.source.size)
  const findings = useStore((state) => openFindings(state.records).length)
  const claims = useStore((state) => state.records.claim.size)
  const digits = `${sources}${findings}${claims}`.length
  return (
    <nav className="left-pane" data-pane="left" aria-label="Lists of the case">
      <Tabs selectedKey={tab} onSelectionChange={(key) => showTab(key as ViewState['leftTab'])}>
        <TabList aria-label="Lists" className={`tab-list ${countsOf(digits)}`}>
          <Tab id="sources">
            Sources <Count of={sources} />
          </Tab>
          <Tab id="findings">
            Findings <Count of={findings} />
          </Tab>
          <Tab id="claims">
            Claims <Count of={claims} />
          </Tab>
          <Tab id="search" aria-label="Search" className="icon-tab">
            <Search size={15} aria-hidden />
          </Tab>
        </TabList>
        <TabPanel id="search">
          <SearchPanel />
        </TabPanel>
        <TabPanel id="sources">
          <SourceList />
        </TabPanel>
        <TabPanel id="findings">
          <FindingList />
        </TabPanel>
        <TabPanel id="claims">
          <ClaimList />
        </TabPanel>
      </Tabs>
    </nav>
  )
}

/** The more digits, the wider the pane must be that shows them. */
function countsOf(digits: number): string {
  if (digits > 6) return 'long-counts'
  return digits > 4 ? 'usual-counts' : 'short-counts'
}

function Count({ of }: { of: number }) {
  return <span className="count">{of}</span>
}
