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

/** The address that a person meant: with `https://` before a bare host. Null when it is none. */
export function webAddressOf(typed: string): string | null {
  const address = typed.trim()
  if (isWebAddress(address)) return address
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:]\S*)?$/u.test(address) ? `https://${address}` : null
}
