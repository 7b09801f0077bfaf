import type { SectionView } from '../check-context.js'
import type { Place } from '../explain.js'
import { namesOfSection, type SectionName } from './name-forms.js'
import { spellings } from './same-name.js'
import { SpellingIndex } from './spelling-index.js'

/** A name in one spelling, with how often and where it stands in the case. */
export interface NameForm {
  words: readonly string[]
  count: number
  /** Its first place. */
  place: Place
  /** Ids of the sources that have it, joined: equal for names of the same sources. */
  sources: string
  /** Whether it mostly stands after a word of place ("in Bergen"). */
  isPlace: boolean
  /** Whether its last word also stands in lower case somewhere: "Apache License" beside "license". */
  endsPlain: boolean
}

/** Every spelling of every name of a case, kept from one run to the next: only sections that came or went are counted. */
export class NameIndex {
  readonly #spellings = new SpellingIndex(spellings)
  readonly #sections = new Map<string, Map<SectionView, SectionName>>()
  /** How many sections have a word in lower case. */
  readonly #plain = new Map<string, number>()
  readonly #forms = new Map<string, NameForm>()
  #order: ReadonlyMap<SectionView, number> = new Map()

  /** Takes in what changed since the last call. */
  update(sections: readonly SectionView[]): void {
    const before = this.#order
    this.#order = new Map(sections.map((section, index) => [section, index]))
    if (isReordered(sections, before)) this.#forms.clear()
    for (const section of before.keys()) if (!this.#order.has(section)) this.#remove(section)
    for (const section of this.#order.keys()) if (!before.has(section)) this.#add(section)
  }

  /** All forms, in the order of their first places. Single words that also stand uncapitalised are none. */
  forms(): NameForm[] {
    const forms: NameForm[] = []
    for (const [key, sections] of this.#sections) {
      const form = this.#forms.get(key) ?? this.#formOf(sections)
      this.#forms.set(key, form)
      const last = form.words.at(-1) ?? ''
      const endsPlain = this.#plain.has(last)
      if (form.words.length > 1) forms.push(form.endsPlain === endsPlain ? form : { ...form, endsPlain })
      else if (!endsPlain) forms.push(form)
    }
    return forms.sort((a, b) => this.compare(a, b))
  }

  /** Words of names that are spelt like one. */
  near(word: string): ReadonlySet<string> {
    return this.#spellings.near(word)
  }

  /** The order of two forms by their first places. */
  compare({ place: a }: NameForm, { place: b }: NameForm): number {
    const [x, y] = [this.#order.get(a.section) ?? 0, this.#order.get(b.section) ?? 0]
    return x - y || a.start - b.start
  }

  #formOf(sections: ReadonlyMap<SectionView, SectionName>): NameForm {
    const inOrder = [...sections].sort(([a], [b]) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0))
    const names = inOrder.map(([, name]) => name)
    const count = names.reduce((all, name) => all + name.count, 0)
    const places = names.reduce((all, name) => all + name.places, 0)
    const [first] = names as [SectionName]
    return {
      words: first.words,
      count,
      place: first.place,
      sources: [...new Set(inOrder.map(([{ source }]) => source))].join(' '),
      isPlace: places * 2 > count,
      endsPlain: false,
    }
  }

  #add(section: SectionView): void {
    const { names, plain } = namesOfSection(section)
    for (const word of plain) this.#plain.set(word, (this.#plain.get(word) ?? 0) + 1)
    for (const [key, name] of names) {
      const sections = this.#sections.get(key)
      if (sections) sections.set(section, name)
      else this.#sections.set(key, new Map([[section, name]]))
      for (const word of name.words) this.#spellings.add(word)
      this.#forms.delete(key)
    }
  }

  #remove(section: SectionView): void {
    const { names, plain } = namesOfSection(section)
    for (const word of plain) {
      const count = (this.#plain.get(word) ?? 0) - 1
      if (count > 0) this.#plain.set(word, count)
      else this.#plain.delete(word)
    }
    for (const [key, name] of names) {
      const sections = this.#sections.get(key)
      sections?.delete(section)
      if (sections?.size === 0) this.#sections.delete(key)
      for (const word of name.words) this.#spellings.remove(word)
      this.#forms.delete(key)
    }
  }
}

/** Whether the sections that stayed stand in another order than before. */
function isReordered(sections: readonly SectionView[], before: ReadonlyMap<SectionView, number>): boolean {
  let last = -1
  for (const section of sections) {
    const index = before.get(section)
    if (index === undefined) continue
    if (index < last) return true
    last = index
  }
  return false
}
