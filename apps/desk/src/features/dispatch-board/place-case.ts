import type { DispatchBoard } from '@timedesk/contracts/dispatch-board'
import type { Reference } from '@timedesk/contracts/primitives'
import type { CaseSummary } from '@timedesk/contracts/work-list'

/** Where a case goes: to a person of a department, or to its queue. */
export type Place = { department: Reference; responsible: Reference | null }

export function placeOf({ department, responsible }: CaseSummary): Place {
  return { department, responsible }
}

/** What the place is called in a sentence: the person, or the department of the queue. */
export function nameOfPlace({ department, responsible }: Place): string {
  return responsible?.name ?? department.name
}

/** The board as if a case were there already: what nobody had is gone from that list, people have one more or less. */
export function withCaseAt(board: DispatchBoard, moved: CaseSummary, to: Place): DispatchBoard {
  const row = { ...moved, ...to }
  const step = (personId: string) =>
    Number(personId === to.responsible?.id) - Number(personId === moved.responsible?.id)
  return {
    ...board,
    unassigned: to.responsible === null ? board.unassigned : withoutCase(board.unassigned, moved.id),
    atRisk: { ...board.atRisk, data: board.atRisk.data.map((one) => (one.id === moved.id ? row : one)) },
    people: board.people.map((person) => ({ ...person, openCases: Math.max(0, person.openCases + step(person.id)) })),
  }
}

/** Which row stands where a case stood once it is gone: the one behind it, else the one before; itself outside. */
export function caseAfter(rows: readonly CaseSummary[], id: string): string {
  const at = rows.findIndex((row) => row.id === id)
  return (at === -1 ? undefined : (rows[at + 1] ?? rows[at - 1]))?.id ?? id
}

function withoutCase(list: DispatchBoard['unassigned'], id: string): DispatchBoard['unassigned'] {
  const data = list.data.filter((one) => one.id !== id)
  return { ...list, data, total: list.total - (list.data.length - data.length) }
}

/**
 * What is on the screen, made true in its place: rows keep theirs, what is gone goes, and what is new waits for
 * somebody to ask for it.
 */
export function renewInPlace(shown: DispatchBoard, now: DispatchBoard): { board: DispatchBoard; arrived: number } {
  const unassigned = renewList(shown.unassigned, now.unassigned)
  const atRisk = renewList(shown.atRisk, now.atRisk)
  const fresh = new Set([...unassigned.arrived, ...atRisk.arrived])
  return { board: { ...now, unassigned: unassigned.list, atRisk: atRisk.list }, arrived: fresh.size }
}

function renewList(shown: DispatchBoard['atRisk'], now: DispatchBoard['atRisk']) {
  const rows = new Map(now.data.map((row) => [row.id, row]))
  const kept = shown.data.flatMap(({ id }) => rows.get(id) ?? [])
  const known = new Set(kept.map(({ id }) => id))
  return { list: { ...now, data: kept }, arrived: now.data.filter(({ id }) => !known.has(id)).map(({ id }) => id) }
}
