import { severitySign } from '../../shared/domain/finding.js'
import { gravest, type FindingMark } from './finding-marks.js'

/** A finding at a height of the page, in pixels below the page's upper edge. */
export interface GutterEntry {
  finding: FindingMark
  top: number
  height: number
}

/** Findings that share a line, and so a mark. */
export interface GutterLine {
  top: number
  height: number
  findings: FindingMark[]
}

/** The margin beside the text: one button for each line that has findings, a layer over the page and not in the document. */
export class Gutter {
  readonly dom = document.createElement('div')
  readonly #open: (fingerprint: string) => void
  #lines: GutterLine[] = []
  #last = ''

  constructor(label: string, open: (fingerprint: string) => void) {
    this.#open = open
    this.dom.className = 'text-gutter'
    this.dom.setAttribute('role', 'group')
    this.dom.setAttribute('aria-label', label)
    this.dom.addEventListener('click', (event) => this.#click(event))
    this.dom.addEventListener('mousedown', (event) => event.preventDefault())
  }

  /** Shows these findings, and which of them is open. Keeps the buttons that still serve. */
  show(entries: readonly GutterEntry[], active: string | undefined): void {
    this.#lines = linesOf(entries)
    while (this.dom.childElementCount > this.#lines.length) this.dom.lastElementChild!.remove()
    while (this.dom.childElementCount < this.#lines.length) this.dom.append(newButton())
    this.#lines.forEach((line, place) =>
      showLine(this.dom.children[place] as HTMLButtonElement, line, active),
    )
  }

  /** Several findings on one line take turns. */
  #click(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    const line = button && this.#lines[[...this.dom.children].indexOf(button)]
    if (!line) return
    const place = line.findings.findIndex(({ fingerprint }) => fingerprint === this.#last)
    this.#last = line.findings[(place + 1) % line.findings.length]!.fingerprint
    this.#open(this.#last)
  }
}

/** Merges entries whose lines overlap by more than half, from top to bottom; a finding once a line. */
export function linesOf(entries: readonly GutterEntry[]): GutterLine[] {
  const lines: GutterLine[] = []
  for (const { finding, top, height } of entries.toSorted((one, other) => one.top - other.top)) {
    const line = lines.at(-1)
    if (!line || top - line.top > line.height / 2) lines.push({ top, height, findings: [finding] })
    else if (!line.findings.includes(finding)) line.findings.push(finding)
  }
  return lines
}

function newButton(): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.tabIndex = -1
  return button
}

function showLine(
  button: HTMLButtonElement,
  { top, height, findings }: GutterLine,
  active: string | undefined,
): void {
  const severity = gravest(findings)
  const several = findings.length > 1
  const isActive = findings.some(({ fingerprint }) => fingerprint === active)
  const messages = findings.map(({ message }) => message)
  button.className = `gutter-mark severity-${severity}${several ? ' has-several' : ''}`
  button.style.setProperty('--mark-top', `${top + height / 2}px`)
  button.title = messages.join('\n')
  button.setAttribute(
    'aria-label',
    several ? `${findings.length} findings: ${messages.join('; ')}` : messages[0]!,
  )
  button.setAttribute('aria-current', String(isActive))
  button.replaceChildren(
    ...(several ? [part('count', String(findings.length))] : []),
    part('sign', severitySign(severity)),
  )
}

function part(name: 'sign' | 'count', text: string): HTMLElement {
  const element = document.createElement('span')
  element.className = `gutter-${name}`
  element.textContent = text
  return element
}
