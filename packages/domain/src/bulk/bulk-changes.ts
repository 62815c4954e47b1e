import type { Permission } from '@timedesk/contracts/access'
import type { BulkChange } from '@timedesk/contracts/bulk-changes'
import type { CaseChange } from '@timedesk/contracts/case-changes'
import { repeatedChanges } from '../automation/repeated-changes.ts'

type OwnChange = Exclude<BulkChange, CaseChange>

const own: ReadonlySet<string> = new Set<OwnChange['kind']>(['snooze', 'follow', 'read', 'macro', 'merge'])

/** Whether a change is one that macros and rules make too. */
export function isCaseChange(change: BulkChange): change is CaseChange {
  return !own.has(change.kind)
}

/**
 * The places of changes that cannot go with those before them: what changes the same thing again, and a macro or a
 * merge, which stand alone.
 */
export function unfitChanges(changes: readonly BulkChange[]): number[] {
  const alone = changes.findIndex(({ kind }) => kind === 'macro' || kind === 'merge')
  if (alone >= 0 && changes.length > 1) return changes.flatMap((_, place) => (place === alone ? [] : [place]))
  const places = changes.flatMap((change, place) => (isCaseChange(change) ? [place] : []))
  const repeated = new Set(repeatedChanges(changes.filter(isCaseChange)).map((at) => places[at]))
  const seen = new Set<string>()
  return changes.flatMap(({ kind }, place) => {
    const isAgain = seen.has(kind)
    if (own.has(kind)) seen.add(kind)
    return isAgain || repeated.has(place) ? [place] : []
  })
}

/** What whoever makes the changes has to be allowed: what the same change by hand asks for. */
export function permissionsFor(changes: readonly BulkChange[]): Permission[] {
  const wanted = new Set<Permission>(['case:read'])
  for (const { kind } of changes) {
    if (kind === 'snooze' || kind === 'follow' || kind === 'read') continue
    wanted.add('case:write')
    if (kind === 'assignment') wanted.add('case:dispatch')
  }
  return [...wanted]
}

/** Whether the changes can be taken back: what was said cannot, and what was merged is parted case by case. */
export function isUndoable(changes: readonly BulkChange[], { saysSomething }: { saysSomething: boolean }): boolean {
  return !saysSomething && changes.every(({ kind }) => kind !== 'merge')
}
