/** How much of a span is seen at shares of its length, by what its ends are: not sure, or open to a side. */
export const spanFades: readonly {
  name: string
  stops: readonly (readonly [at: number, opacity: number])[]
}[] = [
  {
    name: 'soft',
    stops: [
      [0, 0],
      [0.25, 1],
      [0.75, 1],
      [1, 0],
    ],
  },
  {
    name: 'left',
    stops: [
      [0, 0],
      [0.35, 1],
    ],
  },
  {
    name: 'right',
    stops: [
      [0.65, 1],
      [1, 0],
    ],
  },
  {
    name: 'left-right',
    stops: [
      [0, 0],
      [0.3, 1],
      [0.7, 1],
      [1, 0],
    ],
  },
]
