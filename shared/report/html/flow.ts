import { Html, markup, type HtmlValue } from './escape.js'

/** Finished HTML a stretch at a time, each made when it is asked for; for what has as much in it as the case has. */
export type Flow = Generator<Html, void>

/** HTML from a template whose values may be flows. What else it holds is as in `markup`. */
export function* flow(parts: TemplateStringsArray, ...values: readonly (HtmlValue | Flow)[]): Flow {
  yield new Html(parts[0] ?? '')
  for (const [index, value] of values.entries()) {
    if (isFlow(value)) yield* value
    else yield markup`${value}`
    yield new Html(parts[index + 1] ?? '')
  }
}

/** The HTML of each of some entries. */
export function* each<T>(entries: Iterable<T>, html: (entry: T) => Html | Flow): Flow {
  for (const entry of entries) {
    const written = html(entry)
    if (written instanceof Html) yield written
    else yield* written
  }
}

function isFlow(value: HtmlValue | Flow): value is Flow {
  return typeof value === 'object' && value !== null && 'next' in value
}
