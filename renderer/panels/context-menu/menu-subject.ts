/** What a context menu is about. Claims, sources and tabs by their ids, findings by their fingerprints. */
export interface MenuSubject {
  kind: 'claim' | 'finding' | 'source' | 'tab' | 'text'
  id: string
}

const places: readonly { kind: MenuSubject['kind']; selector: string; key: string }[] = [
  { kind: 'claim', selector: '.claim-row[data-key], .claims-row[data-key]', key: 'key' },
  { kind: 'finding', selector: '.finding-row[data-key]', key: 'key' },
  { kind: 'source', selector: '.source-row[data-key]', key: 'key' },
  { kind: 'tab', selector: '.text-tab[data-source]', key: 'source' },
  { kind: 'text', selector: '.text-document[aria-readonly="true"]', key: '' },
]

/** What an element belongs to; null where there is no menu of the window's own, as in fields. */
export function subjectAt(target: EventTarget | null): MenuSubject | null {
  if (!(target instanceof Element)) return null
  for (const { kind, selector, key } of places) {
    const found = target.closest<HTMLElement>(selector)
    if (found) return { kind, id: found.dataset[key] ?? '' }
  }
  return null
}
