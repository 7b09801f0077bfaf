import { webAddressOf } from './web-address.js'

/** Where something can be read, and the copy of it in an archive of the web, where it is that which was given. */
export interface CitedAddress {
  url: string
  archivedUrl: string | null
}

/** The copies that name in their own address what they are copies of: the archive, the moment, then the address. */
const copy =
  /^https?:\/\/(?:web\.archive\.org\/web|archive\.(?:today|ph|is|li|vn|fo|md))\/(?:newest|o\/\w+|\d{4}[\d.-]*(?:[a-z]{2}_)?)\/(\S+)$/i

/**
 * The address that a person meant, as `webAddressOf` reads it. Of an archived copy it is the original's, with the copy beside
 * it. Null when it is no address.
 */
export function citedAddressOf(typed: string): CitedAddress | null {
  const address = webAddressOf(typed)
  if (address === null) return null
  const original = webAddressOf(copy.exec(address)?.[1] ?? '')
  return original === null ? { url: address, archivedUrl: null } : { url: original, archivedUrl: address }
}

/** A host, which may be a number in brackets, and its port. */
const host = /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?(\[[^/?#\]]*\]|[^/?#:[\]]+)(:\d+)?/i

/** The site that an address is on, such as `example.org`, without its `www.`; null for one that is on none. */
export function siteOf(address: string): string | null {
  return host.exec(address)?.[1]?.toLowerCase() ?? null
}

/** An address in the registry of DOIs, of a length that a title can have. Whatever it leads to, its host is the same. */
const ofDoi = /^https?:\/\/(?:www\.|dx\.)?doi\.org\/(10\.\d{4,9}\/[^\s?#]{1,500})(?:[?#]|$)/i

/**
 * What can stand for the title of a page of which only the address is known: a DOI as `doi:10.1000/182`, or else the site.
 * Null for an address that has neither.
 */
export function nameOfAddress(address: string): string | null {
  const number = ofDoi.exec(address)?.[1]
  return number ? `doi:${number}` : siteOf(address)
}

/** Whether two addresses lead to the same page, whatever place on it they name. */
export function isSamePage(one: string, other: string): boolean {
  return pageOf(one) === pageOf(other)
}

function pageOf(address: string): string {
  const site = siteOf(address)
  if (site === null) return address
  const port = host.exec(address)?.[2] ?? ''
  const [, rest = ''] = /^https?:\/\/[^/?#]*([^#]*)/i.exec(address) ?? []
  return site + port + rest.replace(/\/$/, '')
}
