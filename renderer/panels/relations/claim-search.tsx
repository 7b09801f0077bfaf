import { useMemo, useState } from 'react'
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { noTypeahead } from '../../components/no-typeahead.js'
import { claimsLike } from '../../store/claims/claim-search.js'
import { useStore } from '../../store/store.js'
import { ClaimLine } from './claim-line.js'

/** Looks for a claim by its number, words of its quote, or its source. */
export function ClaimSearch({ except, onChoose }: { except: string; onChoose: (id: string) => void }) {
  const records = useStore((state) => state.records)
  const [typed, setTyped] = useState('')
  const found = useMemo(() => claimsLike(records, typed, except), [records, typed, except])
  return (
    <div className="claim-search">
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField className="field" autoFocus>
          <Label>The other claim</Label>
          <Input maxLength={500} placeholder="Its number, words of it, or its source" />
        </SearchField>
        <ListBox
          aria-label="Claims found"
          className="claims-found"
          items={found}
          selectionMode="none"
          onAction={(id) => onChoose(String(id))}
          renderEmptyState={() => <p className="muted">No claim like that.</p>}
        >
          {(claim) => (
            <ListBoxItem id={claim.id} textValue={noTypeahead}>
              <ClaimLine claim={claim} />
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  )
}
