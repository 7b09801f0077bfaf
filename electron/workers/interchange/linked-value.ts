/** An object of linked data from outside; its values can be anything. */
export type LinkedValue = Readonly<Record<string, unknown>>

/** The value as a list: JSON-LD writes a single value without one. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value as unknown[]
  return value === undefined || value === null ? [] : [value]
}

export function isObject(value: unknown): value is LinkedValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The objects of a value that may be one or a list. */
export function objectsOf(value: unknown): LinkedValue[] {
  return listOf(value).filter(isObject)
}

/** The first text of a value, also of one with a language (`{"@value": "…"}`); null when there is none. */
export function textOf(value: unknown): string | null {
  for (const one of listOf(value)) {
    const text = isObject(one) ? (one['@value'] ?? one.value) : one
    if (typeof text === 'string' && text.trim()) return text
  }
  return null
}

/** The IRI of a thing, given as such or as an object that has one; null for neither. */
export function iriIn(value: unknown): string | null {
  const [first] = listOf(value)
  const iri = isObject(first) ? (first.id ?? first['@id']) : first
  return typeof iri === 'string' && iri ? iri : null
}

/** The types of a thing without their vocabulary: `oa:Annotation` is `Annotation`. */
export function typesOf(thing: LinkedValue): string[] {
  return listOf(thing.type ?? thing['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[#/:]/, ''))
}

/** Terms such as purposes and motivations, likewise. */
export function termsIn(value: unknown): string[] {
  return listOf(value).flatMap((one) => {
    const iri = iriIn(one)
    return iri === null ? [] : [iri.replace(/^.*[#/:]/, '')]
  })
}

/** The name of a person or agent, given as a text or as an object with a name. */
export function nameIn(value: unknown): string | null {
  for (const one of listOf(value)) {
    const name = isObject(one) ? (textOf(one.name) ?? textOf(one.nickname)) : one
    if (typeof name === 'string' && name.trim()) return name.trim().slice(0, 200)
  }
  return null
}

/** What an exported thing says by `schema:PropertyValue`, by the property's name. */
export function propertiesIn(thing: LinkedValue): ReadonlyMap<string, string> {
  return new Map(
    objectsOf(thing.properties).flatMap(({ propertyName, propertyValue }): [string, string][] =>
      typeof propertyName === 'string' && typeof propertyValue === 'string'
        ? [[propertyName, propertyValue]]
        : [],
    ),
  )
}

/** An instant in UTC with milliseconds; null for what is none. */
export function instantIn(value: unknown): string | null {
  const text = textOf(value)
  if (text === null || !/^\d{4}-\d\d-\d\dT/.test(text)) return null
  const time = new Date(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`)
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() > 9999 ? null : time.toISOString()
}
