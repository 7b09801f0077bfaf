import iconv from 'iconv-lite'
import type { Block, Span } from '../../../../shared/document/from-blocks.js'
import { foundRecord } from '../found-record.js'
import { listsOf, type FlatItem } from '../list-builder.js'
import { changesNotices, datesNotice } from '../notices.js'
import type { FormattedText } from '../read-format.js'
import { damaged, grouped, pastLimit } from '../refusals.js'
import { goesOn, listLabel } from './rtf-list-label.js'
import { codePages, letters, rtfTokens, silent, type RtfToken } from './rtf-tokens.js'

const mostParagraphs = 100_000
const deepest = 2000

/** What holds inside of one pair of braces. */
interface Group {
  /**
   * What becomes of its text: part of the document, of the file's own record, of a link's address, of a list's
   * label, or nothing.
   */
  into: 'text' | 'nothing' | 'fonts' | 'styles' | 'info' | 'link' | 'label'
  strong: boolean
  em: boolean
  hidden: boolean
  deleted: boolean
  href: string | null
  font: number
  /** How many replacement letters follow a `\u`. */
  skip: number
  /** The name of the destination that this group is, or was opened in. */
  name: string
}

/** The text of an RTF document with its structure. */
export function readRtf(bytes: Uint8Array, file: string): FormattedText {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const reader = new RtfReader(file)
  for (const token of rtfTokens(source.slice(source.indexOf('{')))) reader.take(token)
  return reader.end()
}

class RtfReader {
  readonly #file: string
  readonly #blocks: Block[] = []
  readonly #notes: Block[] = []
  readonly #groups: Group[] = []
  readonly #fonts = new Map<number, string>()
  readonly #headings = new Map<number, number>()
  readonly #info: Record<string, string> = {}
  #group: Group = {
    into: 'text',
    strong: false,
    em: false,
    hidden: false,
    deleted: false,
    href: null,
    font: -1,
    skip: 1,
    name: '',
  }
  #codePage = 'windows-1252'
  #spans: Span[] = []
  #around: Span[][] = []
  #bytes = ''
  #replacements = 0
  #starred = false
  #heading: number | null = null
  #inTable = false
  #rows = 0
  #style = -1
  #styleText = ''
  #counts = { deleted: 0, comments: 0, paragraphs: 0 }
  #link = ''
  #labelText = ''
  /** The label of the paragraph, while it stands among its spans as text. */
  #label: { span: Span; number: number | null | undefined } | null = null
  #level = 0
  #items: FlatItem[] = []

  constructor(file: string) {
    this.#file = file
  }

  take(token: RtfToken): void {
    if (token.kind === 'bytes') return this.#addBytes(token.bytes)
    this.#flushBytes()
    if (token.kind === 'open') this.#open()
    else if (token.kind === 'close') this.#close()
    else if (token.kind === 'symbol') this.#symbol(token.symbol)
    else this.#word(token.word, token.value)
  }

  end(): FormattedText {
    this.#flushBytes()
    this.#endParagraph()
    this.#endList()
    const { title, author, created, changed } = this.#info
    const { deleted, comments } = this.#counts
    const notices = [...changesNotices({ inserted: 0, deleted, comments }), ...datesNotice(created, changed)]
    const blocks: Block[] = this.#notes.length
      ? [...this.#blocks, { kind: 'rule' }, ...this.#notes]
      : this.#blocks
    if (!blocks.length) throw damaged(this.#file, 'no text can be found in it')
    return { blocks, record: foundRecord({ title, author }), notices }
  }

  #open(): void {
    if (this.#groups.length > deepest)
      throw pastLimit(this.#file, `is nested more than ${grouped(deepest)} deep`)
    this.#groups.push(this.#group)
    this.#group = { ...this.#group }
    this.#starred = false
  }

  #close(): void {
    const closed = this.#group
    const around = this.#groups.pop()
    if (!around) return
    if (closed.name === 'footnote' && around.name !== 'footnote') this.#endNote()
    if (closed.into === 'label' && around.into !== 'label') this.#endLabel()
    if (closed.into === 'styles' && closed.into === around.into) this.#endStyle()
    // The address of a link holds for the rest of the field that it stands in.
    if (closed.name === 'fldinst' && around.name !== 'fldinst') {
      const href = /HYPERLINK\s+"?([^"\s]+)/.exec(this.#link)?.[1] ?? null
      const field = this.#groups.length ? around : null
      if (field) field.href = href
      this.#link = ''
    }
    this.#group = around
  }

  #symbol(symbol: string): void {
    if (symbol === '*') this.#starred = true
    else if (symbol === '~') this.#addText('\u00a0')
    else if (symbol === '_') this.#addText('\u2011')
    else if (symbol === '-') this.#addText('\u00ad')
    else if (symbol === '\n' || symbol === '\r') this.#endParagraph()
    else if ('{}\\'.includes(symbol)) this.#addText(symbol)
  }

  #word(word: string, value: number | null): void {
    const group = this.#group
    const starred = this.#starred
    this.#starred = false
    if (this.#destination(word, starred)) return
    if (group.into === 'fonts') return this.#fontWord(word, value)
    if (group.into === 'info') return this.#infoWord(word, value)
    if (group.into === 'styles' && word === 's') this.#style = value ?? -1
    if (word === 'u') this.#unicode(value ?? 0)
    else if (word === 'uc') group.skip = Math.min(Math.max(value ?? 1, 0), 10)
    else if (word === 'ansicpg' || word === 'mac' || word === 'pc' || word === 'pca')
      this.#setCodePage(word, value)
    else if (word === 'b') group.strong = value !== 0
    else if (word === 'i') group.em = value !== 0
    else if (word === 'v') group.hidden = value !== 0
    else if (word === 'deleted') group.deleted = value !== 0 && this.#countDeleted()
    else if (word === 'f') group.font = value ?? -1
    else if (word === 'plain') Object.assign(group, { strong: false, em: false, hidden: false })
    else if (group.into === 'text') this.#layoutWord(word, value)
    else if (group.into === 'label') this.#addText(letters.get(word) ?? '')
  }

  #countDeleted(): boolean {
    this.#counts.deleted++
    return true
  }

  /** Whether a word begins a destination, a group with a use of its own. */
  #destination(word: string, starred: boolean): boolean {
    const group = this.#group
    if (group.into === 'nothing') return true
    if (word === 'fonttbl') group.into = 'fonts'
    else if (word === 'stylesheet') group.into = 'styles'
    else if (word === 'info') group.into = 'info'
    else if (word === 'fldinst') group.into = 'link'
    else if (word === 'footnote') this.#beginNote()
    else if (word === 'listtext' || word === 'pntext') group.into = 'label'
    else if (group.into === 'info' || group.into === 'fonts') return false
    else if (silent.has(word)) group.into = 'nothing'
    else if (starred && !['shppict', 'cs', 'ts', 's', 'ud'].includes(word)) group.into = 'nothing'
    else return false
    if (word === 'annotation') this.#counts.comments++
    group.name = word
    return true
  }

  #fontWord(word: string, value: number | null): void {
    if (word === 'f') this.#group.font = value ?? -1
    const page = word === 'fcharset' ? codePages[value ?? 0] : word === 'cpg' ? `cp${value}` : undefined
    if (page && iconv.encodingExists(page)) this.#fonts.set(this.#group.font, page)
  }

  #infoWord(word: string, value: number | null): void {
    const group = this.#group
    if (word === 'u') return this.#unicode(value ?? 0)
    if (['yr', 'mo', 'dy'].includes(word)) {
      const key = group.name === 'creatim' ? 'created' : group.name === 'revtim' ? 'changed' : 'other'
      const digits = String(value ?? 0).padStart(word === 'yr' ? 4 : 2, '0')
      this.#info[key] = word === 'yr' ? digits : `${this.#info[key] ?? ''}-${digits}`
    } else group.name = word
  }

  #setCodePage(word: string, value: number | null): void {
    const page =
      word === 'mac' ? 'macintosh' : word === 'pc' ? 'cp437' : word === 'pca' ? 'cp850' : `cp${value}`
    if (iconv.encodingExists(page)) this.#codePage = page
  }

  #layoutWord(word: string, value: number | null): void {
    if (word === 'par' || word === 'sect' || word === 'page') this.#endParagraph()
    else if (word === 'pard') this.#resetParagraph()
    else if (word === 'intbl') this.#inTable = true
    else if (word === 'cell' || word === 'nestcell') this.#addText('\t')
    else if (word === 'row' || word === 'nestrow') this.#endRow()
    else if (word === 'ilvl') this.#level = Math.min(Math.max(value ?? 0, 0), 8)
    else if (word === 'outlinelevel') this.#heading = value !== null && value < 9 ? value + 1 : null
    else if (word === 's') this.#heading = this.#headings.get(value ?? -1) ?? null
    else if (word === 'chftn') this.#noteMark()
    else if (letters.has(word)) this.#addText(letters.get(word)!)
  }

  #resetParagraph(): void {
    this.#heading = null
    this.#inTable = false
    this.#level = 0
  }

  #unicode(value: number): void {
    const code = value < 0 ? value + 65536 : value
    this.#addText(code <= 0xffff && code >= 0 ? String.fromCharCode(code) : '\ufffd')
    this.#replacements = this.#group.skip
  }

  #addBytes(bytes: string): void {
    const skipped = Math.min(this.#replacements, bytes.length)
    this.#replacements -= skipped
    this.#bytes += bytes.slice(skipped)
  }

  /** Letters of several bytes may come in several pieces, so bytes are decoded when something else follows. */
  #flushBytes(): void {
    if (!this.#bytes) return
    const bytes = Buffer.from(this.#bytes, 'latin1')
    this.#bytes = ''
    if (this.#group.into === 'nothing') return
    this.#addText(iconv.decode(bytes, this.#fonts.get(this.#group.font) ?? this.#codePage))
  }

  #addText(text: string): void {
    const { into, strong, em, hidden, deleted, href, name } = this.#group
    if (into === 'link') this.#link += text
    else if (into === 'styles') this.#styleText += text
    else if (into === 'label') this.#labelText += text
    else if (into === 'info' && (name === 'title' || name === 'author')) {
      this.#info[name] = (this.#info[name] ?? '') + text
    } else if (into === 'text' && !hidden && !deleted) this.#spans.push({ text, strong, em, href })
  }

  /** Ends an entry of the style sheet, such as `{\s1 heading 1;}`. */
  #endStyle(): void {
    const level = /^\s*(?:heading ([1-9])|title)\s*;/i.exec(this.#styleText)
    if (level && this.#style >= 0) this.#headings.set(this.#style, Math.min(Number(level[1] ?? 1), 6))
    this.#styleText = ''
    this.#style = -1
  }

  #endParagraph(): void {
    // Paragraphs inside of a cell do not end the row.
    if (this.#inTable) {
      if (this.#spans.length) this.#spans.push({ text: ' ' })
      return
    }
    const spans = this.#spans
    const label = this.#label?.span === spans[0] ? this.#label : null
    const said = label ? spans.slice(1) : spans
    this.#spans = []
    this.#label = null
    this.#rows = 0
    if (!said.some(({ text }) => text.trim())) return
    this.#count()
    if (this.#heading) this.#add({ kind: 'heading', level: this.#heading, spans })
    else if (label?.number === undefined) this.#add({ kind: 'paragraph', spans })
    else this.#addItem(label.number, { kind: 'paragraph', spans: said })
  }

  #add(block: Block): void {
    this.#endList()
    this.#blocks.push(block)
  }

  #addItem(number: number | null, block: Block): void {
    const item = { level: this.#level, number, block }
    if (!goesOn(this.#items, item)) this.#endList()
    this.#items.push(item)
  }

  #endList(): void {
    this.#blocks.push(...listsOf(this.#items))
    this.#items = []
  }

  /** The label stays among the spans as text wherever it does not begin an item of a list. */
  #endLabel(): void {
    const { text, number } = listLabel(this.#labelText)
    this.#labelText = ''
    if (!text) return
    const span = { text: `${text} ` }
    this.#spans.push(span)
    this.#label = { span, number }
  }

  #endRow(): void {
    const spans = this.#spans.map((span) => ({ ...span, text: span.text.replaceAll('\n', ' ') }))
    this.#spans = []
    if (!spans.some(({ text }) => text.trim())) return
    this.#count()
    this.#add({ kind: 'paragraph', spans, tight: this.#rows++ > 0 })
  }

  #count(): void {
    if (++this.#counts.paragraphs <= mostParagraphs) return
    throw pastLimit(this.#file, `has more than ${grouped(mostParagraphs)} paragraphs, which is the limit`)
  }

  #noteMark(): void {
    if (this.#group.name !== 'footnote') this.#addText(`[${this.#notes.length + 1}]`)
  }

  #beginNote(): void {
    this.#around.push(this.#spans)
    this.#spans = []
  }

  #endNote(): void {
    const spans = this.#spans
    this.#spans = this.#around.pop() ?? []
    const [first, ...rest] = spans
    const start = first ? [{ ...first, text: first.text.trimStart() }] : []
    this.#notes.push({
      kind: 'paragraph',
      spans: [{ text: `[${this.#notes.length + 1}] ` }, ...start, ...rest],
    })
  }
}
