import type { RecordsPreview } from '../../../shared/domain/record-import.js'
import { setState } from '../store.js'

/** Shows files of records, one after the other, after a dialog that is open. */
export function offerRecords(previews: readonly RecordsPreview[]): void {
  setState(({ recordImports, dialog }) => ({
    recordImports: [...recordImports, ...previews],
    dialog: dialog ?? 'records',
  }))
}
