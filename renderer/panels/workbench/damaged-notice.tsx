import { CircleAlert } from 'lucide-react'
import { Button } from '../../components/controls.js'
import { setState, useStore } from '../../store/store.js'

/** Says that some records of the case cannot be trusted and are left out; nothing in a sound case. */
export function DamagedNotice() {
  const damaged = useStore((state) => state.records.damaged)
  if (damaged.length === 0) return null
  return (
    <div className="damaged" role="alert">
      <CircleAlert size={15} aria-hidden />
      <span>
        {damaged.length === 1
          ? 'One record of this case is damaged and not shown.'
          : `${damaged.length} records of this case are damaged and not shown.`}
      </span>
      <Button onPress={() => setState({ dialog: 'verify' })}>See which</Button>
    </div>
  )
}
