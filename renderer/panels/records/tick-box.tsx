import type { ReactNode } from 'react'
import { Checkbox, type CheckboxProps } from 'react-aria-components'

/** A box to tick with its words beside it. */
export function TickBox({
  children,
  ...props
}: Omit<CheckboxProps, 'children' | 'className'> & { children: ReactNode }) {
  return (
    <Checkbox {...props} className="part">
      <span className="tick" aria-hidden />
      <span>{children}</span>
    </Checkbox>
  )
}
