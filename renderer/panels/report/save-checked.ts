import { useState } from 'react'
import type { ReportRequest } from '../../../shared/report/forms.js'
import { neededFor } from '../../../shared/report/review-details.js'
import { saveReport } from '../../store/case/case-actions.js'

/** Saving that is held back while a form needs to be told more: `save` answers whether it was begun. */
export function useCheckedSave(request: ReportRequest): { heldBack: number; save: () => boolean } {
  const [heldBack, setHeldBack] = useState(0)
  const save = (): boolean => {
    const isComplete = Object.keys(neededFor(request)).length === 0
    if (isComplete) void saveReport(request)
    setHeldBack((times) => (isComplete ? 0 : times + 1))
    return isComplete
  }
  return { heldBack, save }
}
