import { useEffect, useRef, useState } from 'react'
import type { VersionInfo } from '../../../shared/domain/text-replacement.js'
import { ChoiceField } from '../../components/controls.js'
import { TextDifference } from '../../components/text-difference.js'
import { readWords, type ReadableText } from '../../store/texts/text-versions.js'

/** Two texts of a source that are compared. */
export interface ComparedPair {
  older: ReadableText
  newer: ReadableText
  /** Whether a person asked to see it just now, so that the focus goes there. */
  isAsked: boolean
}

/** The current text and the one before it; a later one that is not current is compared when it is asked for. */
export function usualPair(list: readonly VersionInfo[]): ComparedPair | null {
  const current = list.find(({ isCurrent }) => isCurrent)
  const others = list.filter((version) => version !== current)
  const before = others.find(({ number }) => current && number < current.number) ?? others[0]
  if (!current || !before) return null
  return { older: { of: before.id, as: 'version' }, newer: { of: current.id, as: 'version' }, isAsked: false }
}

/** What an unfinished correction changes in the version that it was begun on. */
export function correctionPair({ id }: VersionInfo): ComparedPair {
  return { older: { of: id, as: 'version' }, newer: { of: id, as: 'correction' }, isAsked: true }
}

interface ComparisonProps {
  versions: readonly VersionInfo[]
  pair: ComparedPair
  onChange: (pair: ComparedPair) => void
}

/** What differs between two texts of a source, and which two these are. */
export function Comparison({ versions, pair, onChange }: ComparisonProps) {
  const choices = versions.flatMap(choicesOf)
  const choose = (side: 'older' | 'newer', id: string): void => {
    const chosen = choices.find((choice) => choice.id === id)
    if (chosen) onChange({ ...pair, [side]: chosen.text, isAsked: false })
  }
  return (
    <>
      <div className="pair">
        <ChoiceField
          label="From"
          choices={choices}
          value={keyOf(pair.older)}
          onChange={(id) => choose('older', id)}
        />
        <ChoiceField
          label="To"
          choices={choices}
          value={keyOf(pair.newer)}
          onChange={(id) => choose('newer', id)}
        />
      </div>
      <Difference {...pair} />
    </>
  )
}

interface TextChoice {
  id: string
  label: string
  text: ReadableText
}

/** A version, and the unfinished correction of it. */
function choicesOf({ id: of, number, isCurrent, isDrafted }: VersionInfo): TextChoice[] {
  const choice = (text: ReadableText, label: string): TextChoice => ({ id: keyOf(text), label, text })
  const version = choice({ of, as: 'version' }, `Version ${number}${isCurrent ? ' (current)' : ''}`)
  const correction = choice({ of, as: 'correction' }, `Version ${number}, unfinished correction`)
  return isDrafted ? [correction, version] : [version]
}

/** What tells texts apart in a list; nothing is read from it. */
const keyOf = ({ of, as }: ReadableText): string => `${as} ${of}`

function Difference({ older, newer, isAsked }: ComparedPair) {
  const before = useWords(older)
  const after = useWords(newer)
  const section = useRef<HTMLElement>(null)
  const isRead = before !== null && after !== null
  useEffect(() => {
    if (isAsked && isRead) section.current?.focus()
  }, [isAsked, isRead, newer])
  if (!isRead) return <p role="status">Reading…</p>
  return (
    <section ref={section} tabIndex={-1} aria-label="What differs">
      <TextDifference before={before} after={after} />
    </section>
  )
}

/** The words of a text; null until they are read. */
function useWords(wanted: ReadableText): string | null {
  const [words, setWords] = useState<{ of: string; text: string | null } | null>(null)
  const { of, as } = wanted
  const key = keyOf(wanted)
  useEffect(() => {
    let isWanted = true
    void readWords({ of, as }).then((text) => isWanted && setWords({ of: key, text }))
    return () => {
      isWanted = false
    }
  }, [of, as, key])
  return words?.of === key ? words.text : null
}
