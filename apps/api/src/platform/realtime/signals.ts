import type { WrittenEvent } from '../context.ts'

/** Tells every process that events were committed. */
export type Signals = {
  /** Announces committed events; never fails and never waits. */
  publish: (events: readonly WrittenEvent[]) => void
  /** Calls back for each event that any process announced. Returns the way to stop. */
  subscribe: (listener: (event: WrittenEvent) => void) => () => void
}
