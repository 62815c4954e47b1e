import type { Reference } from '@timedesk/contracts/primitives'

/** A reference to what may be missing. */
export function reference(id: string | null, name: string | null): Reference | null {
  return id === null || name === null ? null : { id, name }
}
