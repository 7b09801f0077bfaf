import { labelOf, statuses } from '../../../shared/domain/verdicts.js'
import { roleLabel } from '../../store/review/review-actions.js'
import { progressByStatus, progressOfPeople } from '../../store/review/review.js'
import { useStore } from '../../store/store.js'
import { Part } from './part.js'

/** How far the work is: claims by status, and what each person has done. */
export function ProgressPart() {
  const records = useStore((state) => state.records)
  const byStatus = progressByStatus(records)
  const total = byStatus.reduce((sum, { count }) => sum + count, 0)
  const people = progressOfPeople(records)
  return (
    <Part title="Progress" area="progress">
      {total === 0 ? (
        <p className="hint">There are no claims yet.</p>
      ) : (
        <dl className="statuses">
          {byStatus.map(({ status, count }) => (
            <div key={status}>
              <dt>{labelOf(statuses, status)}</dt>
              <dd>
                <span className="share" aria-hidden>
                  <span
                    className={`share-of status-${status}`}
                    style={{ width: `${(100 * count) / total}%` }}
                  />
                </span>
                <span className="share-count">
                  {count.toLocaleString('en')}
                  <span className="muted"> of {total.toLocaleString('en')}</span>
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {people.length > 0 && (
        <table className="people-progress">
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col" title="Of the claims that they are to check">
                Checked
              </th>
              <th scope="col" title="Claims of others that they judged">
                Read
              </th>
              <th scope="col" title="Judgements that differ and are not settled">
                Differ
              </th>
              <th scope="col" title="Claims that they signed">
                Signed
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ person, assigned, checked, read, differs, signed }) => (
              <tr key={person.id}>
                <th scope="row">
                  {person.name} <small>{roleLabel(person.role)}</small>
                </th>
                <td>{assigned === 0 ? '–' : `${checked} of ${assigned}`}</td>
                <td>{read}</td>
                <td>{differs}</td>
                <td>{signed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  )
}
