/** What a bare page draws. */
export interface FloorPage {
  /** A list of which only the rows in sight are there, written anew as it scrolls. */
  list: (texts: readonly string[], rowHeight: number, cells: number) => void
  /** Shows the rows that have a word, or others in another order. */
  relist: (texts: readonly string[]) => void
  /** So many marks in an SVG, drawn anew. */
  marks: (count: number, shift: number) => void
  /** So many elements with a word in each, in place of what was there. */
  elements: (count: number) => void
}

export interface FloorWindow extends Window {
  floor: FloorPage
}

/** Puts the floors into an empty page, as `floor`. Handed over as its source text. */
export function installFloorPage(): void {
  document.body.style.margin = '0'
  const scroller = document.createElement('div')
  scroller.className = 'floor-list'
  scroller.style.cssText = 'height:100vh;overflow:auto;contain:strict'
  const body = document.createElement('div')
  body.style.position = 'relative'
  scroller.append(body)
  let rows: readonly string[] = []
  let [height, cellCount] = [34, 1]
  const draw = (): void => {
    const most = Math.ceil(scroller.clientHeight / height) + 16
    const first = Math.max(0, Math.min(Math.floor(scroller.scrollTop / height) - 8, rows.length - most))
    const count = Math.min(rows.length - first, most)
    while (body.children.length < count) {
      const row = document.createElement('div')
      row.style.cssText = `position:absolute;left:0;right:0;height:${height}px;display:grid;overflow:hidden;grid-template-columns:repeat(${cellCount},1fr)`
      for (let cell = 0; cell < cellCount; cell++) row.append(document.createElement('span'))
      body.append(row)
    }
    while (body.children.length > count) body.lastElementChild!.remove()
    for (let at = 0; at < count; at++) {
      const row = body.children[at] as HTMLElement
      row.style.top = `${(first + at) * height}px`
      for (const cell of row.children) cell.textContent = rows[first + at]!
    }
  }
  scroller.addEventListener('scroll', draw, { passive: true })
  const floor: FloorPage = {
    list(texts, rowHeight, cells) {
      document.body.replaceChildren(scroller)
      body.replaceChildren()
      height = rowHeight
      cellCount = cells
      floor.relist(texts)
    },
    relist(texts) {
      rows = texts
      body.style.height = `${texts.length * height}px`
      draw()
    },
    marks(count, shift) {
      const mark = (_: unknown, number: number): string =>
        `<g transform="translate(${((number * 37) % 900) + shift} ${(number * 13) % 700})"><rect width="20" height="10"/></g>`
      document.body.innerHTML = `<svg width="1000" height="800">${Array.from({ length: count / 2 }, mark).join('')}</svg>`
    },
    elements(count) {
      const place = document.createElement('div')
      for (let number = 0; number < count; number++) {
        const element = document.createElement('span')
        element.textContent = `word ${number} `
        place.append(element)
      }
      document.body.replaceChildren(place)
    },
  }
  Object.assign(window, { floor })
}
