import { useRef, useState, type KeyboardEvent } from 'react'
import { relationType, relationTypes } from '../../../shared/domain/relation.js'
import { edgeStyles, sourceColours } from '../../../shared/relation-map/edge-styles.js'
import { labelHeight, type MapLayout, type PlacedEdge } from '../../../shared/relation-map/map-layout.js'
import { nodeSize, type PlacedNode } from '../../../shared/relation-map/place-nodes.js'
import { stepOnMap } from '../../../shared/relation-map/steps.js'
import { VerdictBadge } from '../../components/badges.js'

interface MapCanvasProps {
  layout: MapLayout
  /** The claim that Tab leads to first. */
  start: string | null
  onOpen: (id: string) => void
}

/** The map as it is drawn. Arrow keys go from claim to claim, Enter opens one. */
export function MapCanvas({ layout, start, onOpen }: MapCanvasProps) {
  const root = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState<string | null>(start)
  const [marked, setMarked] = useState<string | null>(null)
  const current = layout.nodes.find(({ id }) => id === asked)?.id ?? layout.nodes[0]?.id
  const pressed = (event: KeyboardEvent): void => {
    const next = current && stepOnMap(layout, current, event.key)
    if (!next) return
    event.preventDefault()
    setAsked(next)
    root.current?.querySelector<HTMLElement>(`[data-claim="${next}"]`)?.focus()
  }
  const near = new Set(layout.edges.filter((edge) => edge.from === marked || edge.to === marked))
  // What is drawn later lies on top.
  const edges = [...layout.edges.filter((edge) => !near.has(edge)), ...near]
  const { width, height } = layout
  return (
    <div
      ref={root}
      className={near.size > 0 ? 'map-canvas has-marked' : 'map-canvas'}
      role="group"
      aria-label="Map of the relations: arrow keys go from claim to claim, Enter opens one"
      onKeyDown={pressed}
    >
      <div className="map-sheet" style={{ width, height }}>
        <Columns layout={layout} />
        <svg width={width} height={height} aria-hidden>
          <ArrowHeads />
          {edges.map((edge) => (
            <EdgePath key={edge.id} edge={edge} isNear={near.has(edge)} />
          ))}
        </svg>
        {layout.nodes.map((node) => (
          <NodeButton
            key={node.id}
            node={node}
            layout={layout}
            isTabbable={node.id === current}
            onOpen={onOpen}
            onMark={(isMarked) => {
              setMarked(isMarked ? node.id : null)
              if (isMarked && document.activeElement?.getAttribute('data-claim') === node.id)
                setAsked(node.id)
            }}
          />
        ))}
        <svg className="map-labels" width={width} height={height} aria-hidden>
          {edges.map((edge) => (
            <EdgeLabel key={edge.id} edge={edge} isNear={near.has(edge)} />
          ))}
        </svg>
      </div>
    </div>
  )
}

const colourOf = (place: number): string => `source-${(place % sourceColours) + 1}`

function Columns({ layout }: { layout: MapLayout }) {
  return layout.columns.map(({ sourceId, title, place, x }) => (
    <div
      key={sourceId}
      className={`map-column ${colourOf(place)}`}
      style={{ left: x, width: nodeSize.width }}
    >
      {title}
    </div>
  ))
}

interface NodeButtonProps {
  node: PlacedNode
  layout: MapLayout
  isTabbable: boolean
  onOpen: (id: string) => void
  /** The claim got the pointer or the focus, or lost it. */
  onMark: (isMarked: boolean) => void
}

function NodeButton({ node, layout, isTabbable, onOpen, onMark }: NodeButtonProps) {
  const { id, number, quote, verdict, x, y, column } = node
  const { title, place } = layout.columns[column]!
  return (
    <button
      type="button"
      data-claim={id}
      className={`map-node ${colourOf(place)}`}
      style={{ left: x, top: y, ...nodeSize }}
      tabIndex={isTabbable ? 0 : -1}
      onClick={() => onOpen(id)}
      onFocus={() => onMark(true)}
      onBlur={() => onMark(false)}
      onPointerEnter={() => onMark(true)}
      onPointerLeave={() => onMark(false)}
    >
      <span className="map-node-head">
        <b>
          <span className="visually-hidden">Claim </span>
          {number}
        </b>{' '}
        <VerdictBadge verdict={verdict} />
      </span>
      <q>{quote}</q>
      <span className="visually-hidden">
        {title}. This {inWords(node, layout)}
      </span>
    </button>
  )
}

/** What a claim is to the others on the map: "contradicts claim 4, is corrected by claim 7". */
function inWords({ id }: PlacedNode, { edges, nodes }: MapLayout): string {
  const numberOf = (other: string): number | undefined => nodes.find((node) => node.id === other)?.number
  return edges
    .filter(({ from, to }) => from === id || to === id)
    .map(({ from, to, type }) => {
      const { forth, back } = relationType(type)
      return from === id ? `${forth} claim ${numberOf(to)}` : `${back} claim ${numberOf(from)}`
    })
    .join(', ')
}

function ArrowHeads() {
  return (
    <defs>
      {relationTypes.map(({ id }) => (
        <marker
          key={id}
          id={`relation-arrow-${id}`}
          className={`relation-${id}`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="10"
          markerHeight="10"
          markerUnits="userSpaceOnUse"
          orient="auto-start-reverse"
        >
          <path d="M0 0L8 4L0 8z" fill="currentcolor" />
        </marker>
      ))}
    </defs>
  )
}

function EdgePath({ edge: { type, path, arrow }, isNear }: { edge: PlacedEdge; isNear: boolean }) {
  const { width, dashes } = edgeStyles[type]
  const head = `url(#relation-arrow-${type})`
  return (
    <path
      className={`map-edge relation-${type}${isNear ? ' is-near' : ''}`}
      d={path}
      strokeWidth={isNear ? width + 1 : width}
      strokeDasharray={dashes ?? undefined}
      markerStart={arrow === 'start' ? head : undefined}
      markerEnd={arrow === 'end' ? head : undefined}
    />
  )
}

function EdgeLabel({ edge: { type, label }, isNear }: { edge: PlacedEdge; isNear: boolean }) {
  const { x, y, sign, words, width } = label
  return (
    <g className={`map-label relation-${type}${isNear ? ' is-near' : ''}`} transform={`translate(${x} ${y})`}>
      <rect x={-width / 2} y={-labelHeight / 2} width={width} height={labelHeight} rx={labelHeight / 2} />
      <text y={4}>{words ? `${sign} ${words}` : sign}</text>
    </g>
  )
}
