import type { StaffActor } from '../platform/context.ts'

/** Prices belong to agreements: who may not read those sees minutes only. */
export function shownTo({ permissions }: StaffActor): { showsAmounts: boolean } {
  return { showsAmounts: permissions.has('agreement:read') }
}
