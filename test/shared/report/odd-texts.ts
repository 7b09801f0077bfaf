import fc from 'fast-check'

/** Words that break writers and readers of files: markup, formulas, escapes, edges of Unicode, other directions. */
export const oddTexts = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  ']]>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "' OR 1=1 --",
  '&lt;already&gt; &amp; escaped',
  '{"@context": "https://example.org/", "@id": "x"}',
  '@type',
  '__proto__',
  'constructor',
  '=HYPERLINK("https://example.org")',
  '\\u003cscript\\u003e',
  '\\ back\\slashes\\\\ {and} {{braces} $100 & 50% #1 _a_ ~b^c',
  '}, @misc{other, title = {x',
  'TY  - BOOK\r\nER  - ',
  'line one\nline two\r\nline three\u2028four\u2029five',
  '\tTab and\u00A0no-break space ',
  'Zoë, naïve café; e\u0301 combined',
  '𝒜 👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 𝔘',
  'שלום עולם and back',
  '\u202Eright to left\u202C',
  'zero\u200Bwidth\uFEFFmarks',
  'nul\0 bell\u0007 escape\u001B delete\u007F',
  '\uFFFE\uFFFF',
  'half a pair \uD83D alone',
  '',
  ' ',
] as const

/** Any of them, any string, and the two put together. */
export const anyText = fc
  .array(
    fc.oneof(fc.constantFrom(...oddTexts), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(''))
