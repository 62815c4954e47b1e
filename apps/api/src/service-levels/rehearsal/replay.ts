import type { Rehearsal, RehearsedDifference } from '@timedesk/contracts/rehearsals'

/** What a replay of one kind of change found. */
export type Replay = {
  figures: Rehearsal['figures']
  /** By case. Cases in which nothing differs are left out. */
  differences: ReadonlyMap<string, RehearsedDifference[]>
}

/** The cases of the past that are replayed, latest first. */
export type Window = { caseIds: readonly string[]; now: Date; from: Date }
