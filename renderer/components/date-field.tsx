import { dateMeant } from '../../shared/domain/typed-date.js'
import { TextField } from './text-field.js'

interface DateFieldProps {
  label: string
  /** A date of EDTF; null when none is known. */
  value: string | null
  /** Called with a date of EDTF, or with null for an empty field. Answers whether it was kept. */
  onCommit: (date: string | null) => Promise<boolean>
}

const refuse = (typed: string): string | null =>
  !typed.trim() || dateMeant(typed) !== null
    ? null
    : 'Not a date. Write it as 2022, 2022-02, 2022-02-24 or 24 February 2022'

/** A field for a date. One that is written out, such as `24 February 2022`, becomes EDTF when the field is left. */
export function DateField({ label, value, onCommit }: DateFieldProps) {
  return (
    <TextField
      label={label}
      value={value ?? ''}
      placeholder="YYYY-MM-DD"
      refuse={refuse}
      settle={(typed) => dateMeant(typed) ?? typed.trim()}
      onCommit={(date) => onCommit(date || null)}
    />
  )
}
