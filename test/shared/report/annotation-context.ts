import jsonld from 'jsonld'

const iri = (term: string) => ({ '@id': term, '@type': '@id' })
const vocabulary = (term: string) => ({ '@id': term, '@type': '@vocab' })
const instant = (term: string) => ({ '@id': term, '@type': 'xsd:dateTime' })
const count = (term: string) => ({ '@id': term, '@type': 'xsd:nonNegativeInteger' })

const motivations = ['assessing', 'classifying', 'commenting', 'describing', 'editing', 'linking', 'tagging']

/** The terms of the Web Annotation vocabulary that exports use, as the context of the W3C defines them. */
const annotationTerms = {
  oa: 'http://www.w3.org/ns/oa#',
  as: 'http://www.w3.org/ns/activitystreams#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  dctypes: 'http://purl.org/dc/dcmitype/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: '@id',
  type: '@type',
  ...Object.fromEntries(
    [
      'Annotation',
      'TextualBody',
      'SpecificResource',
      'TextQuoteSelector',
      'TextPositionSelector',
      'TimeState',
    ].map((name) => [name, `oa:${name}`]),
  ),
  AnnotationCollection: 'as:OrderedCollection',
  AnnotationPage: 'as:OrderedCollectionPage',
  Text: 'dctypes:Text',
  Person: 'foaf:Person',
  Software: 'as:Application',
  ...Object.fromEntries(motivations.map((name) => [name, `oa:${name}`])),
  body: iri('oa:hasBody'),
  target: iri('oa:hasTarget'),
  source: iri('oa:hasSource'),
  selector: iri('oa:hasSelector'),
  state: iri('oa:hasState'),
  cached: iri('oa:cachedSource'),
  creator: iri('dcterms:creator'),
  generator: iri('as:generator'),
  first: iri('as:first'),
  last: iri('as:last'),
  partOf: iri('as:partOf'),
  items: { ...iri('as:items'), '@container': '@list' },
  motivation: vocabulary('oa:motivatedBy'),
  purpose: vocabulary('oa:hasPurpose'),
  created: instant('dcterms:created'),
  modified: instant('dcterms:modified'),
  generated: instant('dcterms:issued'),
  sourceDate: instant('oa:sourceDate'),
  start: count('oa:start'),
  end: count('oa:end'),
  startIndex: count('as:startIndex'),
  total: count('as:totalItems'),
  value: 'rdf:value',
  format: 'dc:format',
  language: 'dc:language',
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  name: 'foaf:name',
  label: 'rdfs:label',
}

/** Linked data as a processor expands it. Throws where a term or an address would be dropped; nothing is fetched. */
export async function expanded(document: object): Promise<Record<string, unknown[]>> {
  const documentLoader = async (url: string) => {
    if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`Nothing may be fetched: ${url}`)
    return { contextUrl: undefined, documentUrl: url, document: { '@context': annotationTerms } }
  }
  const [node] = await jsonld.expand(document, { documentLoader, safe: true })
  return node!
}
