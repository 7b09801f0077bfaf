/** The part of `edtf` (which ships no types) that Stet uses. */
declare module 'edtf' {
  /** Throws on a string that is not EDTF. `min` and `max` are milliseconds since 1970 in UTC. */
  export default function edtf(value: string): { readonly min: number; readonly max: number }
}
