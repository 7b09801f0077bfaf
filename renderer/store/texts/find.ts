import type { FindQuery } from '../../../shared/document/find.js'
import type { SourceId } from '../../../shared/domain/ids.js'
import { TextSearch } from '../../editor/text-search.js'
import { placeNamed } from '../focus.js'
import { getState, setState, type Find, type Side } from '../store.js'
import { textPlace } from './text-place.js'
import { tell } from '../toasts.js'

/** More passages than this are neither counted nor drawn. */
const mostFound = 20_000

const nothing = { passages: [], at: -1, isComplete: true, isSearching: false, problem: null }
const noQuery: FindQuery = { text: '', matchCase: false, wholeWord: false, isRegExp: false }

let search: { text: string; engine: TextSearch } | null = null

/** Opens the search within the text that was used last, with what is selected there. */
export function openFind(): void {
  const { find, side } = getState()
  const selected = textPlace()?.view.selectedText() ?? ''
  const words = selected && !selected.includes('\n') && selected.length <= 200 ? selected : null
  const base: Find = find?.side === side ? find : { side, query: noQuery, replacement: '', ...nothing }
  setState({ find: words ? { ...base, query: { ...base.query, text: words, isRegExp: false } } : base })
  void findNow()
  requestAnimationFrame(() => {
    const field = placeNamed('find')
    field?.focus()
    if (field instanceof HTMLInputElement) field.select()
  })
}

export function closeFind(): void {
  const { find } = getState()
  if (!find) return
  letGo(find.side)
  const view = textPlace(find.side)?.view
  const passage = find.passages[find.at]
  if (passage) view?.select(passage.start, passage.end)
  view?.focus()
}

/** The text of a source became another: what was looked for to correct it is looked for no more. */
export function closeFindIn(sourceId: SourceId): void {
  const { find, texts } = getState()
  if (find && texts[find.side]?.sourceId === sourceId) letGo(find.side)
}

function letGo(side: Side): void {
  search?.engine.destroy()
  search = null
  setState({ find: null })
  textPlace(side)?.view.setFound([], -1)
}

/** Searches for something else, or in another way. */
export function changeQuery(patch: Partial<FindQuery>): void {
  setState(({ find }) => ({ find: find && { ...find, query: { ...find.query, ...patch } } }))
  void findNow()
}

export function changeReplacement(replacement: string): void {
  setState(({ find }) => ({ find: find && { ...find, replacement } }))
}

/** How long after an edit it is searched again, in milliseconds. */
const pause = 150
let timer: ReturnType<typeof setTimeout> | undefined

/** The text was edited: what was found is searched anew once the typing pauses. */
export function findSoon(): void {
  clearTimeout(timer)
  if (getState().find) timer = setTimeout(() => void findNow({ reveals: false }), pause)
}

/** Searches again: another text is shown, or it was edited. The passage that was shown stays the one, or the next. */
export async function findNow({ reveals = true } = {}): Promise<void> {
  const { find } = getState()
  const view = find && textPlace(find.side)?.view
  if (!find || !view) return
  if (find.query.text === '') return show(find.side, nothing)
  setState({ find: { ...find, isSearching: true } })
  const { text } = view
  const found = await engineFor(text).find(find.query, mostFound)
  const isStillShown = getState().find && textPlace(find.side)?.view === view && view.text === text
  if (!found || !isStillShown) return
  const from = find.passages[find.at]?.start ?? view.selection().start
  const next = found.passages.findIndex(({ start }) => start >= from)
  const at = found.passages.length === 0 ? -1 : Math.max(next, 0)
  show(find.side, { ...found, at, isSearching: false })
  if (reveals) reveal(find.side)
}

function engineFor(text: string): TextSearch {
  if (search?.text === text) return search.engine
  search?.engine.destroy()
  search = { text, engine: new TextSearch(text) }
  return search.engine
}

function show(
  side: Side,
  result: Pick<Find, 'passages' | 'at' | 'isComplete' | 'isSearching' | 'problem'>,
): void {
  setState(({ find }) => ({ find: find && { ...find, ...result } }))
  const view = textPlace(side)?.view
  view?.setFound(result.passages, result.at)
}

/** Goes to the next (1) or previous (-1) passage, going round at the ends. */
export function stepFound(by: 1 | -1): void {
  const { find } = getState()
  if (!find) return openFind()
  const { length } = find.passages
  if (length === 0) return
  const at = (find.at + by + length) % length
  setState({ find: { ...find, at } })
  textPlace(find.side)?.view.setFound(find.passages, at)
  reveal(find.side)
}

function reveal(side: Side): void {
  const { find } = getState()
  const passage = find?.passages[find.at]
  if (passage) textPlace(side)?.view.scrollTo(passage.start, passage.end, { align: 'center' })
}

/** Replaces the passage that is shown, while the text is corrected, and goes to the next. */
export function replaceFound(): void {
  const { find } = getState()
  const passage = find?.passages[find.at]
  if (!find || !passage) return
  textPlace(find.side)?.view.correction.replace(passage.start, passage.end, find.replacement)
  void findNow()
}

/** Replaces every passage that was found, as one edit. */
export function replaceAllFound(): void {
  const { find } = getState()
  if (!find || find.passages.length === 0) return
  const count = textPlace(find.side)?.view.correction.replaceAll(find.passages, find.replacement) ?? 0
  tell(count === 1 ? 'One place replaced.' : `${count} places replaced.`)
  void findNow()
}
