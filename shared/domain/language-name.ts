import { languageTagOf } from './source.js'

/** The languages that can be given by name; any other is given by its tag. */
const named =
  'af am ar az be bg bn bs ca cs cy da de de-AT de-CH el en en-AU en-CA en-GB en-US eo es es-MX et eu fa fi fil fr fr-CA ' +
  'fr-CH ga gd gl gu he hi hr hu hy id is it ja ka kk km kn ko ku ky la lb lo lt lv mk ml mn mr ms mt my nb ne nl nn no pa ' +
  'pl ps pt pt-BR pt-PT ro ru si sk sl so sq sr sv sw ta te tg th tk tl tr uk ur uz vi yi zh zh-Hans zh-Hant zu'

/** Tags by the English name of the language and by its own, in lower case. */
let tags: ReadonlyMap<string, string> | null = null

function tagsByName(): ReadonlyMap<string, string> {
  const english = new Intl.DisplayNames('en', { type: 'language' })
  const entries = named.split(' ').flatMap((tag): [string, string][] => {
    const own = new Intl.DisplayNames(tag, { type: 'language' })
    return [english, own].map((names) => [(names.of(tag) ?? tag).toLowerCase(), tag])
  })
  // Of two languages of one name the first that is listed is meant.
  return new Map(entries.reverse())
}

/**
 * The language tag (BCP 47) that a person meant by a tag or by the name of a language, such as `en` for `English` and `de`
 * for `Deutsch`. Null for what is neither: a word of four letters or more is well formed, but begins no tag that there is.
 */
export function languageMeant(typed: string): string | null {
  tags ??= tagsByName()
  const tag = tags.get(typed.trim().toLowerCase()) ?? languageTagOf(typed)
  return tag !== null && /^[a-z]{2,3}(?:-|$)/.test(tag) ? tag : null
}
