import { webAddressOf } from '../../shared/domain/web-address.js'

/** Why something typed is no address; null when it is one, or nothing. */
export function refuseAddress(typed: string): string | null {
  if (!typed.trim() || webAddressOf(typed)) return null
  return 'An address begins with https:// or http:// or mailto:, or is a DOI'
}
