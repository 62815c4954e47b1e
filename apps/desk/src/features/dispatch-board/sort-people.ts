import type { BoardPerson } from '@timedesk/contracts/dispatch-board'

/** Whoever fits best first: who is there before who is away, then who has most time left beside what is to do. */
export function sortByFit(people: readonly BoardPerson[]): BoardPerson[] {
  return people.toSorted(
    (one, other) =>
      Number(one.absence !== null) - Number(other.absence !== null) ||
      roomOf(other) - roomOf(one) ||
      one.name.localeCompare(other.name),
  )
}

function roomOf({ workingMinutesLeft, loadMinutes }: BoardPerson): number {
  return workingMinutesLeft - loadMinutes
}
