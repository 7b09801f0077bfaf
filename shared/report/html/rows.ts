import { markup, type Html, type HtmlValue } from './escape.js'

/** The head of a table: a column that holds numbers is given as `amounts(label)`. */
export function columns(...labels: readonly (string | Html)[]): Html {
  const cells = labels.map((label) =>
    typeof label === 'string' ? markup`<th scope="col">${label}</th>` : label,
  )
  return markup`<thead><tr>${cells}</tr></thead>`
}

export function amounts(label: string): Html {
  return markup`<th scope="col" class="number">${label}</th>`
}

/** A cell with a number. */
export function amount(count: number): Html {
  return markup`<td class="number">${count}</td>`
}

/** A row of a table of counts; one that counts nothing stands back. */
export function countRow(count: number, cells: HtmlValue): Html {
  return count === 0 ? markup`<tr class="none">${cells}</tr>` : markup`<tr>${cells}</tr>`
}

/** A term and what it says, for a `dl`; nothing at all when there is nothing to say. */
export function entry(term: string, value: HtmlValue): Html | null {
  if (value === null || value === false || value === '') return null
  return markup`<div><dt>${term}</dt><dd>${value}</dd></div>`
}
