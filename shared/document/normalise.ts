/**
 * The text of a version from decoded file content: line breaks as `\n`, white space on blank lines and a byte order mark
 * left out. Nothing else is changed; the original bytes are kept beside it.
 */
export function normaliseText(decoded: string): string {
  return decoded
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/^(?:[^\S\n]|\u200b)+$/gm, '')
    .replace(/^\n+|\n+$/g, '')
}
