import { ArrowDown, ArrowUp, CaseSensitive, Regex, WholeWord, X } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { FindQuery } from '../../../shared/document/find.js'
import { Button, IconButton, IconToggle } from '../../components/controls.js'
import {
  changeQuery,
  changeReplacement,
  closeFind,
  replaceAllFound,
  replaceFound,
  stepFound,
} from '../../store/texts/find.js'
import { isCorrected, useStore, type Find, type Side } from '../../store/store.js'
import './find-bar.css'

/** Finds words in the text of one side, and replaces them while that text is being corrected. */
export function FindBar({ side }: { side: Side }) {
  const find = useStore((state) => (state.find?.side === side ? state.find : null))
  const isCorrecting = useStore((state) => isCorrected(state, side))
  if (!find) return null
  return (
    <search className="find-bar" aria-label="Find in the text" onKeyDown={closeOnEscape}>
      <div className="find-row">
        <input
          type="text"
          data-focus="find"
          aria-label="Find"
          placeholder="Find in this text"
          value={find.query.text}
          maxLength={1000}
          spellCheck={false}
          aria-invalid={find.problem !== null}
          onChange={(event) => changeQuery({ text: event.target.value })}
          onKeyDown={(event) => event.key === 'Enter' && stepFound(event.shiftKey ? -1 : 1)}
        />
        <Option find={find} name="matchCase" label="Match case">
          <CaseSensitive size={16} aria-hidden />
        </Option>
        <Option find={find} name="wholeWord" label="Whole words">
          <WholeWord size={16} aria-hidden />
        </Option>
        <Option find={find} name="isRegExp" label="Regular expression">
          <Regex size={15} aria-hidden />
        </Option>
        <Count {...find} />
        <IconButton label="Previous" command="find-previous" onPress={() => stepFound(-1)}>
          <ArrowUp size={15} aria-hidden />
        </IconButton>
        <IconButton label="Next" command="find-next" onPress={() => stepFound(1)}>
          <ArrowDown size={15} aria-hidden />
        </IconButton>
        <IconButton label="Close (Escape)" onPress={closeFind}>
          <X size={15} aria-hidden />
        </IconButton>
      </div>
      {isCorrecting && <ReplaceRow find={find} />}
    </search>
  )
}

/** Nothing else is let go of by the key that closes the search. */
function closeOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return
  event.stopPropagation()
  closeFind()
}

function ReplaceRow({ find }: { find: Find }) {
  const isEmpty = find.passages.length === 0
  return (
    <div className="find-row">
      <input
        type="text"
        aria-label="Replace by"
        placeholder="Replace by"
        value={find.replacement}
        maxLength={1000}
        spellCheck={false}
        onChange={(event) => changeReplacement(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && replaceFound()}
      />
      <Button isDisabled={isEmpty} onPress={replaceFound}>
        Replace
      </Button>
      <Button isDisabled={isEmpty} onPress={replaceAllFound}>
        Replace all
      </Button>
    </div>
  )
}

interface OptionProps {
  find: Find
  name: 'matchCase' | 'wholeWord' | 'isRegExp'
  label: string
  children: ReactNode
}

function Option({ find, name, label, children }: OptionProps) {
  return (
    <IconToggle
      label={label}
      isSelected={find.query[name]}
      onChange={(isOn) => changeQuery({ [name]: isOn } satisfies Partial<FindQuery>)}
    >
      {children}
    </IconToggle>
  )
}

function Count({ query, passages, at, isComplete, isSearching, problem }: Find) {
  const number = `${passages.length.toLocaleString('en')}${isComplete ? '' : '+'}`
  const count = passages.length === 0 ? 'Not found' : `${at + 1} of ${number}`
  const told = problem ?? (query.text === '' ? '' : isSearching ? 'Searching…' : count)
  return (
    <span className={problem ? 'find-count problem' : 'find-count'} role="status">
      {told}
    </span>
  )
}
