import { useEffect, useMemo } from 'react'
import type { Coverage } from '../../../shared/coverage/coverage.js'
import { coverageBy, readCheckables, useCheckables } from '../../store/texts/coverage.js'
import { useStore } from '../../store/store.js'

/** What the claims on a source cover; null while its text is read or corrected. */
export function useCoverage(sourceId: string): Coverage | null {
  const source = useStore((state) => state.records.source.get(sourceId))
  const claims = useStore((state) => state.records.claim)
  const isCorrected = useStore((state) => state.correction?.sourceId === sourceId)
  const checkables = useCheckables(({ byVersion }) => byVersion.get(source?.currentVersionId ?? ''))
  useEffect(() => {
    if (source) void readCheckables(source)
  }, [source])
  return useMemo(
    () => (source && checkables && !isCorrected ? coverageBy(claims, source, checkables) : null),
    [source, claims, checkables, isCorrected],
  )
}
