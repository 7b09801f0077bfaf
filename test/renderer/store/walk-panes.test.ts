import './window.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { commandNamed } from '../../../renderer/store/commands.js'
import type { TextView } from '../../../renderer/editor/text-view.js'
import { getState, setState } from '../../../renderer/store/store.js'
import { setTextPlace } from '../../../renderer/store/texts/text-place.js'
import type { SourceId } from '../../../shared/domain/ids.js'

/** A place in a page, as far as walking through the panes looks at it. */
interface Place {
  dataset: Record<string, string>
  focus: () => void
  closest: (selector: string) => Place | null
  getBoundingClientRect: () => { width: number }
  scrollIntoView: () => void
}

function place(dataset: Record<string, string>): Place {
  const it: Place = {
    dataset,
    focus: () => Object.assign(document, { activeElement: it }),
    closest: (selector) =>
      Object.keys(dataset).some((name) => selector.startsWith(`[data-${name}`)) ? it : null,
    getBoundingClientRect: () => ({ width: 300 }),
    scrollIntoView: () => {},
  }
  return it
}

const left = place({ pane: 'left' })
const inspector = place({ pane: 'inspector' })
const first = place({ pane: 'text', side: 'first' })
const beside = place({ pane: 'text', side: 'beside' })

/** What the page has at a selector. */
const found: Record<string, Place> = {
  '[data-pane="left"]': left,
  '[data-pane="text"]': first,
  '[data-pane="inspector"]': inspector,
  '[data-focus="pane-inspector"]': inspector,
  '[data-pane="left"] [role="tab"][aria-selected="true"]': left,
}

const show = (side: 'first' | 'beside', { focus }: Place): void =>
  setTextPlace(side, { sourceId: side as SourceId, view: { focus } as TextView })

/** Where the focus is after each of so many steps. */
function walk(command: 'next-pane' | 'previous-pane', steps: number): unknown[] {
  return Array.from({ length: steps }, () => {
    commandNamed(command)!.run()
    const now = document.activeElement as unknown as Place
    return now.dataset['side'] ?? now.dataset['pane']
  })
}

describe('the walk through the panes', () => {
  beforeEach(() => {
    Object.assign(document, { querySelector: (selector: string) => found[selector] ?? null })
    setTextPlace('first', null)
    setTextPlace('beside', null)
    setState({ view: { ...getState().view, centre: 'text', beside: 'beside' } })
    left.focus()
  })

  it('stops at both of two texts', () => {
    show('first', first)
    show('beside', beside)
    expect(walk('next-pane', 4)).toEqual(['first', 'beside', 'inspector', 'left'])
    expect(walk('previous-pane', 4)).toEqual(['inspector', 'beside', 'first', 'left'])
  })

  it('goes past a text that is still being read', () => {
    show('first', first)
    expect(walk('next-pane', 3)).toEqual(['first', 'inspector', 'left'])
    expect(walk('previous-pane', 3)).toEqual(['inspector', 'first', 'left'])
    setTextPlace('first', null)
    expect(walk('next-pane', 2)).toEqual(['inspector', 'left'])
  })
})
