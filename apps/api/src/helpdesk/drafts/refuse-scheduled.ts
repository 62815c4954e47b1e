import { Refusal } from '@timedesk/contracts/refusal'

/** Keeps a draft as it is while it is to go out by itself. Refuses with `draft_scheduled`. */
export function refuseScheduled(draft: { sendAt: Date | null } | undefined | null): void {
  if (draft?.sendAt instanceof Date)
    throw new Refusal('draft_scheduled', { detail: 'Call it back first, or wait until it is out.' })
}
