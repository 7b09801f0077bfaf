import { createTextAnnotator, type TextAnnotationLike } from '@recogito/text-annotator'
import type { BenchClaim } from '../text-data.js'
import type { Material, TextDesign } from './design.js'

/** Only for this design, because it has rules for the whole page. */
const styles = document.createElement('link')
styles.rel = 'stylesheet'
styles.href = new URL(
  '../../../../node_modules/@recogito/text-annotator/dist/text-annotator.css',
  import.meta.url,
).href
document.head.append(styles)

/** Recogito's annotator over plain paragraphs, with its default way of drawing (spans). It has no caret. */
export function openRecogito(mount: HTMLElement, { text, claims }: Material): TextDesign {
  const scroller = document.createElement('div')
  const page = document.createElement('div')
  scroller.className = 'bench-scroller'
  page.className = 'bench-page is-annotated'
  page.append(...text.split('\n').flatMap((line) => [paragraphOf(line), '\n']))
  scroller.append(page)
  mount.append(scroller)
  const annotator = createTextAnnotator(page)
  annotator.setAnnotations(claims.map(annotationOf) as never)
  return {
    scroller,
    setClaims(next) {
      const shown = new Set(next.map(({ id }) => id))
      annotator.setFilter(({ id }) => shown.has(id))
    },
    addClaim: (claim) => annotator.addAnnotation(annotationOf(claim) as never),
    // Not by the library's own scrolling, which glides for half a second.
    jumpTo({ start }) {
      scroller.scrollTop += topOf(page, start) - scroller.clientHeight / 2
    },
    elementOf: (id) => page.querySelector(`.r6o-annotation[data-annotation="${id}"]`),
  }
}

/** The upper edge of the line at an offset, in client coordinates. */
function topOf(page: HTMLElement, offset: number): number {
  let before = 0
  for (const { firstChild, textContent } of page.querySelectorAll('p')) {
    const length = textContent.length
    if (firstChild && offset < before + length) {
      const range = document.createRange()
      range.setStart(firstChild, offset - before)
      return range.getBoundingClientRect().top
    }
    before += length + 1
  }
  return 0
}

function paragraphOf(line: string): HTMLElement {
  const paragraph = document.createElement('p')
  paragraph.textContent = line
  return paragraph
}

/** An annotation as it comes from a file: by offsets, which the library makes ranges of. */
function annotationOf({
  id,
  start,
  end,
}: BenchClaim): Omit<TextAnnotationLike, 'target'> & { target: object } {
  return {
    id,
    bodies: [],
    target: { annotation: id, selector: [{ quote: 'q'.repeat(end - start), start, end }] },
  }
}
