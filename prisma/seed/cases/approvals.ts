import { changeTypeIds } from '../fields/fill-fields.ts'
import { createRandom, seedOf } from '../random.ts'
import type { DemoCase, DemoHappening } from '../shape.ts'
import { employeeId } from '../staff.ts'
import { statusId } from '../workflow/statuses.ts'
import type { StatusKey } from '../workflow/statuses.ts'

const MINUTE_MS = 60_000
const GAP_MS = 90 * MINUTE_MS
/** The same of a case that is worked on now. */
const FRESH_GAP_MS = 20 * MINUTE_MS
/** A decision, and the way to the test, are made within this share of the time that there was. */
const ASKED_SHARE = 0.1
const DECIDED_SHARE = 0.5
const TESTED_SHARE = 0.8

type Told = Omit<DemoCase, 'number'>
type Stretch = { from: number; to: number; after: number }

/**
 * Changes go by their own workflow: while work on one was open, a lead or a manager approved it, and it was tested. What
 * was open then stays in the status of the workflow until it moves on. Nothing happens after `now`.
 */
export function withApprovals(cases: readonly Told[], now: Date): Told[] {
  return cases.map((one) => (changeTypeIds.includes(one.typeId) ? withApproval(one, now) : one))
}

function withApproval(one: Told, now: Date): Told {
  const stretch = openStretch(one.happenings, now)
  if (stretch === null) return one
  const random = createRandom(seedOf(`approval ${one.id}`))
  const isOver = stretch.after < one.happenings.length
  // Of those that are worked on, some wait for the approval and some for the test.
  const stages: readonly StatusKey[] = ['approval', 'approved', 'test']
  const told = isOver ? stages : stages.slice(0, random.between(1, stages.length))
  const span = stretch.to - stretch.from
  const shares: Partial<Record<StatusKey, number>> = {
    approval: ASKED_SHARE,
    approved: DECIDED_SHARE,
    test: TESTED_SHARE,
  }
  const approver = employeeId(random.chance(0.7) ? 'jonas' : 'henrik')
  const worker = one.happenings.slice(0, stretch.after).findLast(isByStaff)?.actor.id ?? approver
  const added = told.map((key): DemoHappening => ({
    at: new Date(Math.floor(stretch.from + span * (shares[key] ?? 0))),
    actor: { kind: 'employee', id: key === 'approved' ? approver : worker },
    kind: 'status',
    statusId: statusId(key),
  }))
  const before = one.happenings.slice(0, stretch.after)
  return { ...one, happenings: staying([...before, ...added, ...one.happenings.slice(stretch.after)]) }
}

/** The first time in which the case was open and nothing else happened for long enough. */
function openStretch(happenings: readonly DemoHappening[], now: Date): Stretch | null {
  let status = statusId('new')
  for (const [index, it] of happenings.entries()) {
    if ('statusId' in it) status = it.statusId
    const next = happenings[index + 1]
    const from = it.at.getTime()
    const to = (next?.at ?? now).getTime()
    if (
      status === statusId('open') &&
      to - from > (next === undefined ? FRESH_GAP_MS : GAP_MS) &&
      happenings.slice(0, index + 1).some(isByStaff)
    )
      return { from, to, after: index + 1 }
  }
  return null
}

function isByStaff(it: DemoHappening): it is DemoHappening & { actor: { kind: 'employee'; id: string } } {
  return it.actor.kind === 'employee'
}

/** A reply that left the case open leaves it in the open status that it has by then. */
function staying(happenings: readonly DemoHappening[]): DemoHappening[] {
  const open: readonly string[] = (['open', 'approval', 'approved', 'test'] as const).map(statusId)
  let status = statusId('new')
  return happenings.map((it) => {
    if (!('statusId' in it)) return it
    const isKept = it.kind === 'reply' && it.statusId === statusId('open') && open.includes(status)
    if (!isKept) status = it.statusId
    return isKept ? { ...it, statusId: status } : it
  })
}
