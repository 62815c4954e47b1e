import type { CaseStatus } from '@timedesk/contracts/case-settings'
import type { KeyboardEvent } from 'react'

import type { Stop } from './graph-focus.ts'
import { NODE_HEIGHT, NODE_WIDTH, type GraphNode } from './graph-sizes.ts'

type GraphNodeViewProps = {
  node: GraphNode
  status: CaseStatus
  name: string
  /** Its name, and how many moves lead out and in. */
  label: string
  isChosen: boolean
  isWrong: boolean
  stop: Stop
  onHover: (isOver: boolean) => void
  onChoose: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** A status as a box in its colour. Two bars say that clocks stand still in it. */
export function GraphNodeView(props: GraphNodeViewProps) {
  const { node, status, name, label, isChosen, isWrong, stop, onHover, onChoose, onKeyDown } = props
  return (
    <g
      {...stop}
      className="desk-graph-node"
      role="button"
      aria-label={label}
      aria-pressed={isChosen}
      data-chosen={isChosen || undefined}
      data-wrong={isWrong || undefined}
      style={{ fill: `var(--td-${status.color}-fill)`, color: `var(--td-${status.color}-ink)` }}
      onPointerEnter={() => onHover(true)}
      onPointerLeave={() => onHover(false)}
      onClick={onChoose}
      onKeyDown={onKeyDown}
    >
      <rect x={node.x} y={node.y} width={NODE_WIDTH} height={NODE_HEIGHT} rx={10} />
      <foreignObject x={node.x} y={node.y} width={NODE_WIDTH} height={NODE_HEIGHT} aria-hidden="true">
        <div className="desk-graph-name">
          <span>{name}</span>
        </div>
      </foreignObject>
      {status.pausesClock && (
        <path
          className="desk-graph-pause"
          d={`M${node.x + NODE_WIDTH - 11},${node.y + 6} v6 M${node.x + NODE_WIDTH - 7},${node.y + 6} v6`}
        />
      )}
      {isWrong && (
        <text className="desk-graph-wrong" x={node.x + 7} y={node.y + 14} aria-hidden="true">
          !
        </text>
      )}
    </g>
  )
}
