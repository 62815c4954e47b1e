import type { EventPayload } from '@timedesk/contracts/events'

/** What the log tells of a deadline by hand (R81); nothing where none was set or it stays the same. */
export function deadlineEvents(from: string | null, to: string | null, reason: string): EventPayload[] {
  const was = from === null ? null : new Date(from).toISOString()
  const is = to === null ? null : new Date(to).toISOString()
  return was === is ? [] : [{ type: 'case.deadline_set', from: was, to: is, reason }]
}
