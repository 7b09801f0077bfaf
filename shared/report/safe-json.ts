/**
 * A value as JSON that can stand inside a `<script>` of a page as well as in a file: what could end the element or a
 * line of script is written as an escape, which every reader of JSON takes back. Half of a surrogate pair is escaped too.
 */
export function safeJson(value: unknown, indent: 0 | 2 = 2): string {
  const text = JSON.stringify(value, null, indent)
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return `${text.replace(/[<>&\u2028\u2029]/g, escape)}\n`
}
