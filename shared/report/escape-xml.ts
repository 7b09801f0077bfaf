/** Text as XML content or attribute value; what XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  // Most text has nothing in it to escape, and one look is cheaper than two replacements.
  if (!/[^\t\n\r !#-%'-;=?-\uD7FF\uE000-\uFFFD]/.test(text)) return text
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
