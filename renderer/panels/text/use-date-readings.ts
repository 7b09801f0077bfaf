import { useEffect, useState } from 'react'
import type { DateReading } from '../../../shared/checks/date-readings.js'
import type { Source } from '../../../shared/domain/source.js'
import { dateReadingsOf } from '../../store/texts/date-readings.js'

const none: readonly DateReading[] = []

/** How the dates of a source were read; none until that is known, and where it cannot be. */
export function useDateReadings(source: Source | undefined): readonly DateReading[] {
  const [known, setKnown] = useState<{ source: Source; readings: readonly DateReading[] } | null>(null)
  useEffect(() => {
    let isWanted = true
    if (!source) return
    dateReadingsOf(source)
      .catch(() => none)
      .then((readings) => isWanted && setKnown({ source, readings }))
    return () => {
      isWanted = false
    }
  }, [source])
  return known && known.source === source ? known.readings : none
}
