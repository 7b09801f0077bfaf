/** The part of it that the tests use; the package brings no types. */
declare module 'jsonld' {
  interface RemoteDocument {
    contextUrl: undefined
    documentUrl: string
    document: object
  }
  interface Options {
    documentLoader: (url: string) => Promise<RemoteDocument>
    /** Throws where something would be dropped. */
    safe?: boolean
  }
  type Expanded = Record<string, unknown[]>
  const jsonld: { expand: (document: object, options: Options) => Promise<Expanded[]> }
  export default jsonld
}
