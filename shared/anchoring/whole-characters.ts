/** What belongs to the character before it: combining marks, variation selectors, skin tones and joiners. */
const attached = /^(?:\p{M}|\p{Emoji_Modifier}|\u200c|\u200d)/u

/** Whether an offset (UTF-16) lies between the two halves of a surrogate pair. */
export function cutsPair(text: string, offset: number): boolean {
  return isHighSurrogate(text.charCodeAt(offset - 1)) && isLowSurrogate(text.charCodeAt(offset))
}

/** Whether an offset (UTF-16) parts a base character from its combining marks, or cuts a surrogate pair. */
export function cutsCharacter(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  if (cutsPair(text, offset)) return true
  if (text.charCodeAt(offset) < 0x300) return false
  return attached.test(text.slice(offset, offset + 2)) || text.charCodeAt(offset - 1) === 0x200d
}

/** The last offset at or before this one that cuts no character; gives up after 64 units of marks. */
export function wholeFrom(text: string, offset: number): number {
  let at = offset
  while (offset - at < 64 && cutsCharacter(text, at)) at--
  return cutsPair(text, at) ? at - 1 : at
}

/** The first offset at or after this one that cuts no character; gives up after 64 units of marks. */
export function wholeTo(text: string, offset: number): number {
  let at = offset
  while (at - offset < 64 && cutsCharacter(text, at)) at++
  return cutsPair(text, at) ? at + 1 : at
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
