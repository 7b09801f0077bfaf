import { escapeHtml } from '../../../shared/report/html/escape.js'

/** A page that says the same words as the report, with next to no markup: a card a claim and the texts. */
export function bareHtml(texts: readonly string[]): string {
  return `<!doctype html><meta charset="utf-8">${texts.map((text) => `<p class="card">${escapeHtml(text)}</p>`).join('\n')}`
}

export function bareJson(value: unknown): string {
  return JSON.stringify(value, null, 2)
}

export function bareCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')
}
