import { Button } from '../../components/controls.js'
import { setState, useStore } from '../../store/store.js'

/** The way to the key sheet. */
export function KeysTab() {
  const changed = useStore((state) => Object.keys(state.preferences.keys).length)
  return (
    <>
      <p>
        Every command can have the keys that suit you.{' '}
        {changed === 0
          ? 'No keys were changed.'
          : `The keys of ${changed} ${changed === 1 ? 'command' : 'commands'} were changed.`}
      </p>
      <div>
        <Button onPress={() => setState({ dialog: 'keys' })}>Show and change keys…</Button>
      </div>
    </>
  )
}
