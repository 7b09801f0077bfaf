/** Whether a text has double quotation marks of its own at an end, so that single ones go around it. */
export function hasDoubleMarks(text: string): boolean {
  return /^["“”„«»]|["“”„«»]$/.test(text)
}

/** A quote in quotation marks that are not those it begins or ends with. */
export function inQuotationMarks(quote: string): string {
  return hasDoubleMarks(quote) ? `‘${quote}’` : `“${quote}”`
}
