import { relationType } from '../../../shared/domain/relation.js'
import type { MapNode, RelationMap } from '../../../shared/relation-map/relation-map.js'
import { VerdictBadge } from '../../components/badges.js'
import { excerpt } from '../../components/excerpt.js'
import '../relations/relations.css'

interface RelationTableProps {
  map: RelationMap
  onOpen: (id: string) => void
}

/** The same as the map in words, one relation a row. */
export function RelationTable({ map, onOpen }: RelationTableProps) {
  const nodes = new Map(
    map.columns.flatMap(({ title, nodes: own }) => own.map((node) => [node.id, { ...node, title }] as const)),
  )
  return (
    <div className="relation-table" tabIndex={0} role="region" aria-label="Relations">
      <table>
        <thead>
          <tr>
            <th scope="col">Claim</th>
            <th scope="col">Relation</th>
            <th scope="col">Other claim</th>
          </tr>
        </thead>
        <tbody>
          {map.edges.map(({ id, from, to, type }) => {
            const { sign, forth } = relationType(type)
            return (
              <tr key={id}>
                <ClaimCell node={nodes.get(from)!} onOpen={onOpen} />
                <td className={`relation-${type}`}>
                  <span className="relation-sign" aria-hidden>
                    {sign}
                  </span>{' '}
                  {forth}
                </td>
                <ClaimCell node={nodes.get(to)!} onOpen={onOpen} />
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function ClaimCell({ node, onOpen }: { node: MapNode & { title: string }; onOpen: (id: string) => void }) {
  const { id, number, quote, verdict, title } = node
  return (
    <td>
      <button type="button" className="claim-link" onClick={() => onOpen(id)}>
        <b>{number}</b> <q>{excerpt(quote, 120)}</q>
      </button>
      <small>
        <VerdictBadge verdict={verdict} /> {title}
      </small>
    </td>
  )
}
