/** A node of linked data, written with the terms of `context`. */
export type LinkedNode = Record<string, unknown>

/** The datatype of dates in the Extended Date/Time Format. */
const edtf = 'http://id.loc.gov/datatypes/edtf/EDTF'

/**
 * The context of an exported collection: that of the Web Annotation Data Model, and what it has no terms for from public
 * vocabularies (Dublin Core, schema.org, SKOS, PROV, the Citation Typing Ontology).
 */
export const context = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    dcterms: 'http://purl.org/dc/terms/',
    schema: 'http://schema.org/',
    skos: 'http://www.w3.org/2004/02/skos/core#',
    prov: 'http://www.w3.org/ns/prov#',
    cito: 'http://purl.org/spar/cito/',
    title: 'dcterms:title',
    author: 'schema:author',
    publisher: 'dcterms:publisher',
    published: { '@id': 'schema:datePublished', '@type': edtf },
    accessed: { '@id': 'dcterms:date', '@type': edtf },
    eventDate: { '@id': 'dcterms:temporal', '@type': edtf },
    address: 'schema:url',
    identifier: 'dcterms:identifier',
    sources: 'dcterms:references',
    sha256: 'schema:sha256',
    version: 'schema:version',
    status: 'schema:creativeWorkStatus',
    notation: 'skos:notation',
    prefLabel: 'skos:prefLabel',
    scale: 'dcterms:conformsTo',
    verdicts: { '@id': 'skos:memberList', '@container': '@list' },
    verdict: { '@id': 'dcterms:type', '@type': '@id' },
    comment: 'http://www.w3.org/2000/01/rdf-schema#comment',
    claimant: 'prov:wasAttributedTo',
    related: { '@id': 'dcterms:relation', '@type': '@id' },
    properties: 'schema:additionalProperty',
    propertyName: 'schema:propertyID',
    propertyValue: 'schema:value',
  },
]

/** The IRI of a record of a case. */
export function iriOf(id: string): string {
  return `urn:uuid:${id}`
}

/** A web address that may stand as an IRI; null for one with characters that no IRI has. */
export function iriOfAddress(address: string): string | null {
  return /^[^\s<>"{}|\\^`\p{Cc}\p{Surrogate}]+$/u.test(address) ? address : null
}

const base64Url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The named information URI (RFC 6920) of what has this SHA-256 digest, given in 64 hexadecimal digits. */
export function digestUri(sha256: string): string {
  const triples = `${sha256}00`.match(/.../g) ?? []
  const letters = triples.map((triple) => {
    const bits = parseInt(triple, 16)
    return base64Url.charAt(bits >> 6) + base64Url.charAt(bits & 63)
  })
  return `ni:///sha-256;${letters.join('').slice(0, 43)}`
}

/** What no vocabulary has a term for, by name; values that are null are left out. */
export function propertiesOf(values: Record<string, string | null>): LinkedNode {
  const properties = Object.entries(values).flatMap(([name, value]) =>
    value === null ? [] : [{ type: 'schema:PropertyValue', propertyName: name, propertyValue: value }],
  )
  return properties.length ? { properties } : {}
}

/** A node without the terms that say nothing: null, and lists that are empty. */
export function saying(node: LinkedNode): LinkedNode {
  return Object.fromEntries(
    Object.entries(node).filter(([, value]) => value !== null && !(Array.isArray(value) && !value.length)),
  )
}
