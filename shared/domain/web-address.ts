import { z } from 'zod'

const longest = 4000

/** Whether an address is one that Stet keeps and opens: https, http or mailto, with something behind it. */
export function isWebAddress(value: string): boolean {
  return /^(https?:\/\/[^\s/]|mailto:[^\s@]+@)/i.test(value) && !/\s/.test(value) && value.length <= longest
}

export const webAddressSchema = z
  .string()
  .max(longest)
  .refine(isWebAddress, 'Not an address of the web: it begins with https:// or http:// or mailto:')

/** A host and what follows it. Its last part has a letter, or it would be a number with a point in it. */
const bareHost = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.[\p{N}-]*\p{L}[\p{L}\p{N}-]*([/?#:]\S*)?$/u

/** What the registry of DOIs hands out: `10.`, a number, a slash and anything. */
const doi = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i

/** The address that a person meant: with `https://` before a bare host, and that of a DOI. Null when it is none. */
export function webAddressOf(typed: string): string | null {
  const address = typed.trim().replace(/^<(.*)>$/, '$1')
  if (isWebAddress(address)) return address
  const [, number] = doi.exec(address) ?? []
  if (number) return `https://doi.org/${number}`
  return bareHost.test(address) ? `https://${address}` : null
}
