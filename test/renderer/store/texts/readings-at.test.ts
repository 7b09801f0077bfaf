import { describe, expect, it } from 'vitest'
import { datesWithin, readingAt } from '../../../../renderer/store/texts/readings-at.js'
import type { DateReading } from '../../../../shared/checks/date-readings.js'

const reading = (start: number, end: number, date: string | null): DateReading => ({
  start,
  end,
  date,
  meaning: `${date} in words`,
  taken: [],
})

const readings = [
  reading(4, 14, '2024-03-14'),
  reading(20, 30, '2024-03-15'),
  reading(40, 47, '2024-03-14'),
  reading(50, 60, null),
]

describe('how the dates of a text were read', () => {
  it('is asked for a place: within a date and at its ends, not beside it', () => {
    expect([3, 4, 14, 15, 25].map((offset) => readingAt(readings, offset)?.date)).toEqual([
      undefined,
      '2024-03-14',
      '2024-03-14',
      undefined,
      '2024-03-15',
    ])
    expect(readingAt([], 3)).toBeNull()
  })

  it('is offered for a passage: each date that lies whole in it once, and none that has no form of its own', () => {
    const datesIn = (start: number, end: number) =>
      datesWithin(readings, { start, end }).map(({ date }) => date)
    expect(datesIn(0, 100)).toEqual(['2024-03-14', '2024-03-15'])
    expect(datesIn(20, 30)).toEqual(['2024-03-15'])
    expect(datesIn(21, 46)).toEqual([])
  })

  it('is offered in words that say all of it, where both stand there', () => {
    const [friday, march] = [reading(0, 6, '2022-03-04'), reading(10, 22, '2022-03-04')]
    const offered = datesWithin([{ ...friday, taken: ['The week is not said.'] }, march], {
      start: 0,
      end: 30,
    })
    expect(offered).toEqual([march])
  })
})
