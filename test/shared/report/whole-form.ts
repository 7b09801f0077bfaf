import { wholeOf } from '../../../shared/report/pieces.js'
import type { PackagePart } from '../../../shared/report/office/package-part.js'
import type { buildForm } from '../../../shared/report/build-form.js'

/** The texts of the parts of a package, by their names. */
export function wholeParts(parts: readonly PackagePart[]): Map<string, string> {
  return new Map(
    parts.map(({ name, content }) => [name, typeof content === 'string' ? content : wholeOf(content)]),
  )
}

/** The text of a form; of a package, that of all its parts. */
export function wholeForm(form: ReturnType<typeof buildForm>): string {
  return Array.isArray(form) ? [...wholeParts(form).values()].join('\n') : wholeOf(form)
}
