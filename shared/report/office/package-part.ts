/** One part of a package: its name in it and its text. */
export interface PackagePart {
  name: string
  content: string
  /** Whether it is stored as it is, where others are compressed. */
  isStored?: true
}
