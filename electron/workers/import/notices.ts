import type { ChangesReading } from '../../../shared/domain/import-preview.js'

/** `1 comment`, `2 comments`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** What was done with the traces of others' work on a document; empty when there are none. */
export function changesNotices(
  counts: { inserted: number; deleted: number; comments: number },
  read: ChangesReading = 'accepted',
): string[] {
  const { inserted, deleted, comments } = counts
  const notices: string[] = []
  const isIn = (kept: boolean): string => (kept ? 'in the text' : 'left out')
  const changes = [
    inserted && `${counted(inserted, 'insertion')} (${isIn(read === 'accepted')})`,
    deleted && `${counted(deleted, 'deletion')} (${isIn(read === 'rejected')})`,
  ].filter(Boolean)
  if (changes.length) notices.push(`It has tracked changes: ${changes.join(', ')}.`)
  if (comments) notices.push(`Not part of the text: ${counted(comments, 'comment')}.`)
  return notices
}

/**
 * One sentence on the days, as ISO dates, that a file says it was made and last changed on. They are no publication dates,
 * but a person wants to know them.
 */
export function datesNotice(created: string | undefined, changed: string | undefined): string[] {
  if (!created && !changed) return []
  const said = [created && `made on ${created}`, changed && `last changed on ${changed}`].filter(Boolean)
  return [`The file says that it was ${said.join(' and ')}.`]
}
