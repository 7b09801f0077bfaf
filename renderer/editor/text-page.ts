/** The elements of a text view: `scroller` fills the mount and scrolls `page`, which holds the text and its layers. */
export interface TextPage {
  scroller: HTMLElement
  page: HTMLElement
}

export function createTextPage(mount: HTMLElement, layers: readonly HTMLElement[]): TextPage {
  const scroller = document.createElement('div')
  const page = document.createElement('div')
  scroller.className = 'text-view'
  scroller.tabIndex = -1
  page.className = 'text-page'
  page.dataset.numbers = 'none'
  page.append(...layers)
  scroller.append(page)
  mount.append(scroller)
  return { scroller, page }
}
