import type { StatusColor } from '@timedesk/contracts/case-status'
import type { Transition } from '@timedesk/contracts/workflow-definition'
import type { KeyboardEvent } from 'react'

import type { Stop } from './graph-focus.ts'
import type { Route } from './route-moves.ts'
import { headOf, middleOf, pathOf } from './route-path.ts'

/** How an arrow stands out: as the others do, leading out of what is looked at, leading into it, or kept back. */
export type Tone = 'plain' | 'out' | 'into' | 'faint'

type GraphArrowProps = {
  route: Route
  /** From where to where, and what it asks for. */
  name: string
  transition: Transition | undefined
  tone: Tone
  /** Of the status that it leads out of. */
  color: StatusColor
  isChosen: boolean
  isWrong: boolean
  stop: Stop
  onHover: (isOver: boolean) => void
  onChoose: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** A move as an arrow. */
export function GraphArrow(props: GraphArrowProps) {
  const { route, name, transition, tone, color, isChosen, isWrong, stop, onHover, onChoose, onKeyDown } = props
  const path = pathOf(route)
  const middle = middleOf(route)
  const asks = transition !== undefined && transition.requires.length + transition.gates.length > 0
  const isContactsOnly = transition?.who.length === 1 && transition.who[0] === 'contact'
  return (
    <g
      {...stop}
      className="desk-graph-arrow"
      role="button"
      aria-label={name}
      aria-pressed={isChosen}
      data-tone={isChosen ? 'out' : tone}
      data-chosen={isChosen || undefined}
      data-wrong={isWrong || undefined}
      style={{ color: `var(--td-${color}-ink)` }}
      onPointerEnter={() => onHover(true)}
      onPointerLeave={() => onHover(false)}
      onClick={onChoose}
      onKeyDown={onKeyDown}
    >
      <path className="desk-graph-hit" d={path} />
      <path className="desk-graph-line" d={path} {...(isContactsOnly && { strokeDasharray: '5 4' })} />
      <polygon className="desk-graph-head" points={headOf(route)} />
      {asks && <circle className="desk-graph-asks" cx={middle.x} cy={middle.y} r={3.5} />}
    </g>
  )
}
