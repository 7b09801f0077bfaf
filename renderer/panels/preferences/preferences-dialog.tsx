import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { DialogFrame } from '../../components/controls.js'
import { GeneralTab } from './general-tab.js'
import { HouseTab } from './house-tab.js'
import { KeysTab } from './keys-tab.js'
import { TextTab } from './text-tab.js'
import { VerdictsTab } from './verdicts-tab.js'
import './preferences.css'

/** What a person prefers in every case. Changes count at once. */
export function PreferencesDialog({ onClose }: { onClose: () => void }) {
  return (
    <DialogFrame title="Preferences" onClose={onClose}>
      <Tabs className="preferences">
        <TabList aria-label="Preferences" className="tab-list">
          <Tab id="general">General</Tab>
          <Tab id="text">Text</Tab>
          <Tab id="verdicts">Verdicts</Tab>
          <Tab id="house">House rules</Tab>
          <Tab id="keys">Keys</Tab>
        </TabList>
        <TabPanel id="general" className="preferences-panel">
          <GeneralTab />
        </TabPanel>
        <TabPanel id="text" className="preferences-panel">
          <TextTab />
        </TabPanel>
        <TabPanel id="verdicts" className="preferences-panel">
          <VerdictsTab />
        </TabPanel>
        <TabPanel id="house" className="preferences-panel">
          <HouseTab />
        </TabPanel>
        <TabPanel id="keys" className="preferences-panel">
          <KeysTab />
        </TabPanel>
      </Tabs>
    </DialogFrame>
  )
}
