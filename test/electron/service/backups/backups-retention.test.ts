import fc from 'fast-check'
import { expect, it } from 'vitest'
import { kept, keptBackups } from '../../../../electron/service/backups/backups-retention.js'

const instant = fc
  .integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 0, 1) })
  .map((time) => new Date(time).toISOString())
const many = fc.array(instant, { maxLength: 300 })
const newest = (list: Iterable<string>) => [...list].sort().at(-1)

it('keeps the newest, never more than the three scales have room for, and nothing that was not there', () => {
  fc.assert(
    fc.property(many, (all) => {
      const keep = keptBackups(all)
      expect(keep.size).toBeLessThanOrEqual(kept.newest + kept.hours + kept.days + kept.weeks)
      expect(newest(keep)).toBe(newest(all))
      for (const one of keep) expect(all).toContain(one)
    }),
  )
})

it('keeps all of few, and the newest of every day of the last days that had one', () => {
  fc.assert(
    fc.property(many, (all) => {
      const keep = keptBackups(all)
      const days = [...new Set(all.map((at) => at.slice(0, 10)))].sort().reverse().slice(0, kept.days)
      for (const day of days) {
        expect(keep.has(newest(all.filter((at) => at.startsWith(day)))!)).toBe(true)
      }
      const hours = [...new Set(all.map((at) => at.slice(0, 13)))].sort().reverse().slice(0, kept.hours)
      for (const hour of hours) {
        expect(keep.has(newest(all.filter((at) => at.startsWith(hour)))!)).toBe(true)
      }
    }),
  )
})

it('is settled: what is kept stays kept, also when backups come one by one', () => {
  fc.assert(
    fc.property(many, (all) => {
      const keep = keptBackups(all)
      expect(keptBackups([...keep])).toEqual(keep)
    }),
  )
})

it('a year of hourly backups leaves a day by hours, two weeks by days and ten weeks', () => {
  let list: string[] = []
  for (let hour = 0; hour < 365 * 24; hour++) {
    const made = new Date(Date.UTC(2025, 0, 1, hour)).toISOString()
    list = [...keptBackups(list.concat(made))]
  }
  expect(list.length).toBeGreaterThanOrEqual(24 + 13 + 7)
  const weeks = 7 * 86_400_000
  expect(Date.parse(list.sort()[0]!)).toBeLessThan(Date.UTC(2026, 0, 1) - 8 * weeks)
})
