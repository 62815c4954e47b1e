import { useMemo, useState, type KeyboardEvent } from 'react'

import { transitionOf } from './edit-definition.ts'
import { GraphArrow, type Tone } from './graph-arrow.tsx'
import { moveAt, useGraphFocus } from './graph-focus.ts'
import { GraphLabel } from './graph-label.tsx'
import { layOutGraph } from './graph-layout.ts'
import { GraphNodeView } from './graph-node.tsx'
import { isSamePlace, type Chosen } from './place-problems.ts'
import { middleOf } from './route-path.ts'
import { useMoveWords } from './use-move-words.ts'
import { useWorkflowWords } from './use-workflow-words.ts'
import { useBench } from './workflow-bench.ts'

/** Smaller than this, names could not be read any more; then it is scrolled instead. */
const SHRINK_MAX = 0.82
const STRETCH_MAX = 1.25

/** The statuses as a drawing, with an arrow for each move. Hovering or focusing one brings out what belongs to it. */
export function WorkflowGraph({ hintId }: { hintId: string }) {
  const words = useWorkflowWords()
  const { editor, statuses, fields, problems, chosen, choose } = useBench()
  const moveWords = useMoveWords(statuses, fields)
  const { definition } = editor.draft
  const layout = useMemo(() => {
    const drawn = definition.statusIds.flatMap((id) => statuses.find((status) => status.id === id) ?? [])
    return layOutGraph(drawn, definition.transitions)
  }, [definition, statuses])
  const [hovered, setHovered] = useState<Chosen | null>(null)
  const focus = useGraphFocus(layout)
  const looked = hovered ?? focus.focused
  const active = looked ?? chosen
  // What is chosen is told in the panel beside; a label would only cover the drawing.
  const told = layout.routes.find((route) => isSamePlace(looked, moveAt(route)))
  const termsOf = (ends: { fromId: string; toId: string }) => {
    const transition = transitionOf(definition, ends)
    const silence = definition.silence.find(({ statusId, toId }) => statusId === ends.fromId && toId === ends.toId)
    return [
      ...(transition === undefined ? [] : moveWords.termsOf(transition)),
      ...(silence === undefined ? [] : [words('bySilence', { count: silence.moveAfterDays })]),
    ]
  }
  const common = (place: Chosen) => ({
    isChosen: isSamePlace(chosen, place),
    isWrong: problems.some((placed) => isSamePlace(placed.place, place)),
    stop: focus.stopProps(place),
    onHover: (isOver: boolean) => setHovered(isOver ? place : null),
    onChoose: () => choose(place),
    onKeyDown: (event: KeyboardEvent) => {
      if (focus.walk(event, place) || (event.key !== 'Enter' && event.key !== ' ')) return
      event.preventDefault()
      choose(place)
    },
  })

  return (
    <div className="desk-graph-scroll">
      <div className="desk-graph" style={{ minWidth: layout.width * SHRINK_MAX, maxWidth: layout.width * STRETCH_MAX }}>
        <svg
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          role="group"
          aria-label={words('graph')}
          aria-describedby={hintId}
        >
          {layout.routes.map((route) => (
            <GraphArrow
              key={`${route.fromId} ${route.toId}`}
              route={route}
              name={[moveWords.endsName(route), ...termsOf(route)].join('; ')}
              transition={transitionOf(definition, route)}
              tone={toneOf(active, route)}
              color={statuses.find(({ id }) => id === route.fromId)?.color ?? 'gray'}
              {...common(moveAt(route))}
            />
          ))}
          {layout.nodes.map((node) => {
            const status = statuses.find(({ id }) => id === node.id)
            if (status === undefined) return null
            const name = moveWords.statusName(node.id)
            const out = layout.routes.filter(({ fromId }) => fromId === node.id).length
            const into = layout.routes.filter(({ toId }) => toId === node.id).length
            return (
              <GraphNodeView
                key={node.id}
                {...{ node, status, name }}
                label={words('nodeName', { name, out, into })}
                {...common({ kind: 'status', statusId: node.id })}
              />
            )
          })}
        </svg>
        {told !== undefined && (
          <GraphLabel at={middleOf(told)} size={layout} title={moveWords.endsName(told)} terms={termsOf(told)} />
        )}
      </div>
    </div>
  )
}

function toneOf(active: Chosen | null, route: { fromId: string; toId: string }): Tone {
  if (active === null) return 'plain'
  if (active.kind === 'move') return isSamePlace(active, moveAt(route)) ? 'out' : 'faint'
  if (route.fromId === active.statusId) return 'out'
  return route.toId === active.statusId ? 'into' : 'faint'
}
