import { isOrphan, type Claim } from '../../../shared/domain/claim.js'
import { Button } from '../../components/controls.js'
import { DateField } from '../../components/date-field.js'
import { editClaim } from '../../store/claims/claim-actions.js'
import { datesWithin } from '../../store/texts/readings-at.js'
import { useStore } from '../../store/store.js'
import { useDateReadings } from '../text/use-date-readings.js'

/** When what a claim tells happened; while nothing is said, the dates that its own words name can be taken. */
export function EventDateField({ claim }: { claim: Claim }) {
  return (
    <>
      <DateField
        label="Event date (EDTF, such as 2022-02-24 or 2022-02?)"
        value={claim.eventDate}
        onCommit={(date) => editClaim(claim.id, { eventDate: date, eventDateInferred: false })}
      />
      {claim.eventDate === null && <DatesOfPassage claim={claim} />}
    </>
  )
}

const mostOffered = 3

function DatesOfPassage({ claim }: { claim: Claim }) {
  const source = useStore((state) => state.records.source.get(claim.sourceId))
  const isInText = source !== undefined && !isOrphan(claim, source)
  const dates = datesWithin(useDateReadings(isInText ? source : undefined), claim.selector)
  if (dates.length === 0) return null
  return (
    <div className="offered-dates" role="group" aria-label="Dates in the passage">
      <span className="hint">In the passage:</span>
      {dates.slice(0, mostOffered).map(({ date, meaning, taken }) => (
        <Button
          key={date}
          aria-label={`Take ${meaning} as the event date`}
          onPress={() => void editClaim(claim.id, { eventDate: date, eventDateInferred: taken.length > 0 })}
        >
          {meaning}
        </Button>
      ))}
    </div>
  )
}
