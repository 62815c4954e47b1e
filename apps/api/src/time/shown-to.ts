import type { StaffActor } from '../platform/context.ts'

/** What a reader sees of time, and may do with it. */
export type Shows = {
  readerId: string
  /** Prices belong to agreements: who may not read those sees minutes only. */
  showsAmounts: boolean
  showsCost: boolean
  writesOwn: boolean
  writesOthers: boolean
  overridesLock: boolean
  decidesOverage: boolean
}

export function shownTo({ id, permissions }: StaffActor): Shows {
  return {
    readerId: id,
    showsAmounts: permissions.has('agreement:read'),
    showsCost: permissions.has('cost:read'),
    writesOwn: permissions.has('time:write'),
    writesOthers: permissions.has('time:write') && permissions.has('time:write_others'),
    overridesLock: permissions.has('period:override'),
    decidesOverage: permissions.has('overage:decide'),
  }
}
