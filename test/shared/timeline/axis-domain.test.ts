import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../../shared/checks/extract/calendar.js'
import {
  axisTicks,
  domainShowing,
  fittingDomain,
  panned,
  zoomed,
} from '../../../shared/timeline/axis-domain.js'
import { farthestDay } from '../../../shared/timeline/edtf-span.js'
import { entry } from './timeline-records.js'

const year = (from: number, to = from) => ({ lo: dayNumber(from, 1, 1), hi: dayNumber(to + 1, 1, 1) })
const labels = (domain: { lo: number; hi: number }, width = 800): string[] =>
  axisTicks(domain, width).map(({ label }) => label)

describe('an axis of time', () => {
  it('fits all ends that are not open, with room for labels', () => {
    const { lo, hi } = fittingDomain([entry(0, 100), entry(1, 900, 950), entry(2, -Infinity, 500)], 1000)
    expect(lo).toBeLessThan(100)
    expect(hi).toBeGreaterThan(951)
    expect(hi - 951).toBeGreaterThan(100 - lo)
  })

  it('shows some days even of one day, of none, and of what is open at both ends', () => {
    for (const entries of [[entry(0, 5)], [], [entry(0, -Infinity, Infinity)]]) {
      const { lo, hi } = fittingDomain(entries, 600)
      expect(hi - lo).toBeGreaterThan(6.9)
    }
  })

  it('zooms around a day, which stays where it is', () => {
    const { lo, hi } = zoomed({ lo: 0, hi: 1000 }, 0.5, 250)
    expect([lo, hi]).toEqual([125, 625])
  })

  it('moves no farther than it must to show some days', () => {
    const domain = { lo: 0, hi: 1000 }
    expect(domainShowing(domain, { lo: 400, hi: 420 })).toBe(domain)
    expect(domainShowing(domain, { lo: 1100, hi: 1100 }).hi).toBeGreaterThan(1101)
    expect(domainShowing(domain, { lo: -50, hi: -50 }).lo).toBeLessThan(-50)
    expect(domainShowing(domain, { lo: 990, hi: 9000 }).lo).toBeLessThan(990)
  })

  it('never leaves the days that dates reach, nor shows fewer than a week', () => {
    const days = fc.double({ min: -farthestDay, max: farthestDay, noNaN: true })
    const factors = fc.double({ min: 1e-6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(days, days, factors, days, (a, b, factor, by) => {
        const start = { lo: Math.min(a, b), hi: Math.max(a, b) + 10 }
        const { lo, hi } = panned(zoomed(start, factor), by)
        expect(lo).toBeGreaterThanOrEqual(-farthestDay)
        expect(hi).toBeLessThanOrEqual(farthestDay)
        expect(hi - lo).toBeGreaterThan(6.9)
        expect(axisTicks({ lo, hi }, 900).length).toBeLessThan(40)
      }),
    )
  })

  it('has ticks at round units, the first one in full', () => {
    expect(labels(year(2000, 2010), 660)).toEqual(['2000', '2002', '2004', '2006', '2008', '2010'])
    expect(labels(year(2011)).slice(0, 4)).toEqual(['2011', 'Apr', 'Jul', 'Oct'])
    expect(labels({ lo: dayNumber(2011, 5, 2), hi: dayNumber(2011, 5, 9) }, 700)[0]).toMatch(/May 2011$/)
    expect(labels(year(-400, -100))).toContain('301 BC')
  })
})
