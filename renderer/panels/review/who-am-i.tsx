import { useState } from 'react'
import { Button, ChoiceField } from '../../components/controls.js'
import { addMyself, chooseMyself, roleLabel } from '../../store/review/review-actions.js'
import { authorName, myself, peopleInOrder } from '../../store/review/review.js'
import { setState, useStore } from '../../store/store.js'
import { AddPerson } from './add-person.js'

const byName = 'by-name'

/** Who of the people of the case sits here: found by the author's name, or chosen; whoever is missing can be added. */
export function WhoAmI() {
  const me = useStore(myself)
  const author = useStore(authorName)
  const chosen = useStore((state) => state.view.personId)
  const people = useStore((state) => state.records.person)
  const [adding, setAdding] = useState(false)
  if (people.size === 0 || (me === null && adding)) return <AddMyself author={author} />
  const named = `By name: ${author || 'no name set'}`
  return (
    <div className="who-am-i">
      <ChoiceField
        label="I am"
        choices={[
          ...peopleInOrder({ person: people }).map(({ id, name, role }) => ({
            id: id as string,
            label: `${name}, ${roleLabel(role).toLowerCase()}`,
          })),
          { id: byName, label: named },
        ]}
        value={chosen !== null && people.has(chosen) ? chosen : (me?.id ?? byName)}
        onChange={(id) => chooseMyself(id === byName ? null : id)}
      />
      {me === null && (
        <p className="hint">
          {author ? `“${author}” is not among the people of this case.` : 'Your name is not set.'}{' '}
          <Button onPress={() => setAdding(true)}>Add yourself</Button>
        </p>
      )}
    </div>
  )
}

function AddMyself({ author }: { author: string }) {
  return (
    <div className="who-am-i">
      <AddPerson label="I am" name={author} role="checker" adds="Add myself" onAdd={addMyself} />
      <p className="hint">
        What you do is written into the log as “{author || 'unknown'}”.{' '}
        <Button look="plain" onPress={() => setState({ dialog: 'preferences' })}>
          Change your name…
        </Button>
      </p>
    </div>
  )
}
