import { isBlank, linesOf, type TextRange } from './paragraphs.js'

/** One of several texts in a file: [`start`, `end`) in UTF-16 code units, surrounding white space left out. */
export interface TextPart extends TextRange {
  title: string
}

/**
 * The texts of a file that holds several between rules: lines of four or more `_`, `-`, `=`, `*`, `~` or `#`, or three
 * and more of them with spaces between (`* * *`). Not a rule: the underline of a Markdown heading, the fence of front
 * matter, and anything inside a code block. A file without rules is one text; an empty file has none.
 */
export function splitTexts(text: string): TextPart[] {
  const lines = linesOf(text)
  const frontMatter = frontMatterLines(text, lines)
  const body = lines[frontMatter - 1]?.end ?? 0
  const parts: TextPart[] = []
  let from = 0
  const close = (to: number): void => {
    const part = trimmed(text, { start: from, end: to })
    const title =
      statedTitle(text, { start: part.start, end: Math.min(part.end, body) }) ??
      titleOf(text, { start: Math.max(part.start, body), end: part.end }) ??
      titleOf(text, part)
    if (title !== null) parts.push({ ...part, title })
  }
  for (const rule of rulesOf(text, lines, frontMatter)) {
    close(rule.start)
    from = rule.end
  }
  close(text.length)
  return parts
}

/** From the line on that comes after the front matter. */
function rulesOf(text: string, lines: readonly TextRange[], from: number): TextRange[] {
  const rules: TextRange[] = []
  let fenced = false
  lines.forEach((line, index) => {
    if (index < from) return
    if (/^\s{0,3}(```|~~~)\s*[\w-]*\s*$/.test(text.slice(line.start, Math.min(line.end, line.start + 80)))) {
      fenced = !fenced
      return
    }
    if (!fenced && isRule(text, line) && !isUnderline(text, lines, index)) rules.push(line)
  })
  return rules
}

/** A pure line of one rule character, close together or one by one with spaces between. */
function isRule(text: string, line: TextRange): boolean {
  const { start, end } = trimmed(text, line)
  const mark = text.charAt(start)
  if (!mark || !'_-=*~#–—'.includes(mark)) return false
  let marks = 0
  let spaces = 0
  for (let at = start; at < end; at++) {
    const char = text.charAt(at)
    if (char === mark) marks++
    else if (char === ' ' && text.charAt(at - 1) !== ' ') spaces++
    else return false
  }
  return spaces === 0 ? marks >= 4 : marks >= 3 && spaces === marks - 1
}

/** Whether a line of `=` or `-` underlines the short line above it, as a Markdown heading or a table's head. */
function isUnderline(text: string, lines: readonly TextRange[], index: number): boolean {
  const line = lines[index]
  const above = lines[index - 1]
  if (!line || !above || !'-='.includes(text.charAt(trimmed(text, line).start))) return false
  const heading = trimmed(text, above)
  const length = heading.end - heading.start
  if (length === 0 || length > 100 || /[.!?"”]$/.test(text.slice(heading.start, heading.end))) return false
  const own = trimmed(text, line)
  const ruleLength = own.end - own.start
  const before = lines[index - 2]
  const standsAlone = !before || isBlank(text, before)
  return Math.abs(ruleLength - length) <= 2 || (standsAlone && ruleLength <= length)
}

/** How many lines the front matter takes that opens a text between two equal rules; 0 without any. */
function frontMatterLines(text: string, lines: readonly TextRange[]): number {
  const first = lines[0]
  if (!first) return 0
  const fence = text.slice(first.start, first.end).trim()
  if (!/^(-{3,}|\+{3,})$/.test(fence)) return 0
  for (let index = 1; index < Math.min(lines.length, 100); index++) {
    const line = lines[index]
    if (!line) return 0
    const content = text.slice(line.start, line.end)
    if (content.trim() === fence) return index > 1 ? index + 1 : 0
    if (!isBlank(text, line) && !/^([\w-]+\s*[:=]|\s+|- |#)/.test(content)) return 0
  }
  return 0
}

const longestTitle = 120

/** The title that front matter states; null without one. */
function statedTitle(text: string, { start, end }: TextRange): string | null {
  const stated = /^title\s*[:=]\s*(["']?)(.*[\p{L}\p{N}].*?)\1\s*$/imu.exec(
    text.slice(start, Math.max(start, end)),
  )
  return stated && shortened(stated[2]!.trim())
}

/** The first line of a text that says something, cut at a word when it is long; null for one without a letter or digit. */
function titleOf(text: string, { start, end }: TextRange): string | null {
  const saying = /^.*[\p{L}\p{N}].*$/mu.exec(text.slice(start, end))
  if (!saying) return null
  return shortened(saying[0].trim().replace(/^#{1,6}\s+/, ''))
}

function shortened(line: string): string {
  if (line.length <= longestTitle) return line
  const cut = line.lastIndexOf(' ', longestTitle)
  return `${line.slice(0, cut > 0 ? cut : longestTitle)}…`
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return { start, end }
}
