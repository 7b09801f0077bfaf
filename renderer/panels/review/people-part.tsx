import { Trash2 } from 'lucide-react'
import { personRoles, type Person } from '../../../shared/domain/review.js'
import { ChoiceField, IconButton } from '../../components/controls.js'
import { TextField } from '../../components/text-field.js'
import {
  addPerson,
  refuseName,
  removePerson,
  renamePerson,
  setRole,
} from '../../store/review/review-actions.js'
import { myself, peopleInOrder } from '../../store/review/review.js'
import { useStore } from '../../store/store.js'
import { AddPerson } from './add-person.js'
import { Part } from './part.js'

/** The people who take part: their names and what they do, and a field for one more. */
export function PeoplePart() {
  const person = useStore((state) => state.records.person)
  const me = useStore(myself)
  const people = peopleInOrder({ person })
  return (
    <Part title="People" count={people.length} area="people">
      {people.length > 0 && (
        <ul className="people">
          {people.map((one) => (
            <PersonRow key={one.id} person={one} isMe={one.id === me?.id} />
          ))}
        </ul>
      )}
      <AddPerson
        label="Somebody else"
        role={people.some(({ role }) => role === 'second-reader') ? 'editor' : 'second-reader'}
        adds="Add"
        onAdd={addPerson}
      />
    </Part>
  )
}

function PersonRow({ person, isMe }: { person: Person; isMe: boolean }) {
  return (
    <li>
      <TextField
        label="Name"
        value={person.name}
        refuse={(typed) => refuseName(typed, person.id)}
        onCommit={(name) => renamePerson(person, name)}
      />
      <ChoiceField
        label="Role"
        choices={personRoles}
        value={person.role}
        onChange={(role) => setRole(person, role)}
      />
      <span className="person-end">
        {isMe && <span className="tag">you</span>}
        <IconButton label={`Remove ${person.name}`} onPress={() => void removePerson(person)}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </span>
    </li>
  )
}
