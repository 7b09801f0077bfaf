import type { ReactNode } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'
import type { CommandId } from '../../shared/commands/command-list.js'
import { useCommandKey } from './command-key.js'

interface HintProps {
  /** What the button does, shown after a while; only the key when left out. */
  label?: ReactNode
  /** The command that does the same: its key, as it is now, is shown beside the label. */
  command?: CommandId | undefined
  /** The button. */
  children: ReactNode
}

/** Tells what a button does, and by which key, once the pointer rests on it or the focus comes to it. */
export function Hint({ label, command, children }: HintProps) {
  const key = useCommandKey(command)
  if (!label && key === null) return children
  return (
    <TooltipTrigger delay={600}>
      {children}
      <Tooltip className="tooltip" offset={6}>
        {label} {key !== null && <kbd>{key}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}
