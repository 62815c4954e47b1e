import { useRef, useState, type KeyboardEvent } from 'react'

import type { Ends } from './edit-definition.ts'
import type { GraphLayout } from './graph-layout.ts'
import { isSamePlace, type Chosen } from './place-problems.ts'

export type Stop = {
  tabIndex: 0 | -1
  ref: (element: SVGGElement | null) => void
  onFocus: () => void
  onBlur: () => void
}

type GraphFocus = {
  /** What has the focus of the keyboard now. */
  focused: Chosen | null
  stopProps: (place: Chosen) => Stop
  /** Goes on by an arrow key; true when it did. */
  walk: (event: KeyboardEvent, place: Chosen) => boolean
}

/** One tab stop for the whole drawing, which is walked along its moves: out of a status, along one, to where it leads. */
export function useGraphFocus(layout: GraphLayout): GraphFocus {
  const [stop, setStop] = useState<Chosen | null>(null)
  const [focused, setFocused] = useState<Chosen | null>(null)
  const elements = useRef(new Map<string, SVGGElement>())
  const places = placesOf(layout)
  const current = places.find((place) => isSamePlace(place, stop)) ?? places[0] ?? null

  return {
    focused,
    stopProps: (place) => ({
      tabIndex: isSamePlace(place, current) ? 0 : -1,
      ref: (element) => {
        if (element === null) elements.current.delete(keyOf(place))
        else elements.current.set(keyOf(place), element)
      },
      onFocus: () => {
        setStop(place)
        setFocused(place)
      },
      onBlur: () => setFocused(null),
    }),
    walk: (event, place) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return false
      const next = nextPlace(layout, place, event.key)
      if (next === undefined) return false
      event.preventDefault()
      elements.current.get(keyOf(next))?.focus()
      return true
    },
  }
}

/** Where a key leads to from a place; undefined when it leads nowhere. */
export function nextPlace({ nodes, routes }: GraphLayout, place: Chosen, key: string): Chosen | undefined {
  const statuses = nodes.map(({ id }): Chosen => ({ kind: 'status', statusId: id }))
  if (key === 'Home') return statuses[0]
  if (key === 'End') return statuses.at(-1)
  if (place.kind === 'status') {
    const at = statuses.findIndex((status) => isSamePlace(status, place))
    if (key === 'ArrowDown') return statuses[at + 1]
    if (key === 'ArrowUp') return at > 0 ? statuses[at - 1] : undefined
    return key === 'ArrowRight' ? movesFrom(place.statusId)[0] : undefined
  }
  if (key === 'ArrowRight') return { kind: 'status', statusId: place.toId }
  if (key === 'ArrowLeft') return { kind: 'status', statusId: place.fromId }
  const beside = movesFrom(place.fromId)
  const at = beside.findIndex((move) => isSamePlace(move, place))
  if (key === 'ArrowDown') return beside[at + 1]
  return key === 'ArrowUp' && at > 0 ? beside[at - 1] : undefined

  function movesFrom(fromId: string): Chosen[] {
    const targets = new Map(nodes.map(({ id }, order) => [id, order]))
    return routes
      .filter((route) => route.fromId === fromId)
      .toSorted((one, other) => (targets.get(one.toId) ?? 0) - (targets.get(other.toId) ?? 0))
      .map(moveAt)
  }
}

function placesOf({ nodes, routes }: GraphLayout): Chosen[] {
  return [...nodes.map(({ id }): Chosen => ({ kind: 'status', statusId: id })), ...routes.map(moveAt)]
}

export function moveAt({ fromId, toId }: Ends): Chosen {
  return { kind: 'move', fromId, toId }
}

function keyOf(place: Chosen): string {
  return place.kind === 'status' ? place.statusId : `${place.fromId} ${place.toId}`
}
