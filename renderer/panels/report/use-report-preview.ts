import { useEffect, useState } from 'react'
import type { ReportRequest } from '../../../shared/report/forms.js'
import { ask } from '../../bridge/bridge.js'
import { useStore } from '../../store/store.js'

/** Milliseconds without a change before the page is asked for anew. */
const rest = 350

export interface Preview {
  html: string | null
  failure: string | null
  /** Whether it shows what is chosen and what the case says now. */
  isCurrent: boolean
}

interface Shown {
  html: string | null
  failure: string | null
  /** The request and the records that it is of. */
  of: readonly unknown[]
}

const nothing: Shown = { html: null, failure: null, of: [] }

/**
 * The page of a report as it will be, made anew once nothing has been changed for a moment. It shows the whole report whatever
 * the form, since the forms say the same. While the next one is made the last stays.
 */
export function useReportPreview(request: ReportRequest): Preview {
  const records = useStore((state) => state.records)
  const title = useStore((state) => state.open?.info.title)
  const [shown, setShown] = useState(nothing)
  useEffect(() => {
    let isWanted = true
    const show = (next: Omit<Shown, 'of'>): void => {
      if (isWanted) setShown({ ...next, of: [request, records, title] })
    }
    const timer = setTimeout(() => {
      ask('report.preview', request).then(
        (html) => show({ html, failure: null }),
        (error: unknown) =>
          show({ html: null, failure: error instanceof Error ? error.message : String(error) }),
      )
    }, rest)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [request, records, title])
  const { html, failure, of } = shown
  return { html, failure, isCurrent: of[0] === request && of[1] === records && of[2] === title }
}
