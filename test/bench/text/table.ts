/** A Markdown table of a head and lines, all cells but the first to the right. */
export function tableOf([head = [], ...lines]: readonly (readonly string[])[]): string {
  const rule = head.map((_, place) => (place ? '---:' : '---'))
  const rows = [head, rule, ...lines]
  const widths = head.map((_, place) => Math.max(...rows.map((row) => row[place]!.length)))
  return rows
    .map((row) => row.map((cell, place) => (place ? cell.padStart(widths[place]!) : cell.padEnd(widths[0]!))))
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

/** A number with as many digits as it is worth. */
export function readable(value: number): string {
  if (Number.isNaN(value)) return '-'
  if (!Number.isFinite(value)) return 'never'
  return value < 10 ? value.toFixed(Number.isInteger(value) ? 0 : 2) : value.toFixed(0)
}
