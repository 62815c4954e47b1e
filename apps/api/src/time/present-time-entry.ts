import type { TimeEntry } from '@timedesk/contracts/time'
import { toWire } from '@timedesk/domain/money/money'
import type { PeriodLocks } from '@timedesk/domain/time/first-open-day'
import type { StoredStep } from '../agreements/stored-step.ts'
import { closedThrough } from './closed-period.ts'
import { presentPiece, type PieceRow } from './present-piece.ts'
import { presentSteps, withoutAmounts } from './present-steps.ts'
import type { Shows } from './shown-to.ts'

/** A row of `timeEntrySelection`. Amounts in minor units of `currency`, cost of the company's. */
export type TimeEntryRow = PeriodLocks & {
  id: string
  employeeId: string
  employeeName: string
  caseId: string | null
  caseNumber: number | null
  caseSubject: string | null
  customerId: string | null
  customerName: string | null
  projectId: string | null
  projectName: string | null
  taskId: string | null
  taskName: string | null
  activityTypeId: string
  activityTypeName: string
  priceClassId: string | null
  priceClassName: string | null
  agreementId: string | null
  agreementHeading: string | null
  workDate: string
  bookedOn: string
  isLate: boolean
  startedAt: Date | null
  endedAt: Date | null
  minutes: number
  isBillable: boolean
  billableMinutes: number
  amount: number | null
  currency: string
  cost: number | null
  companyCurrency: string
  explanation: StoredStep[]
  pieces: PieceRow[]
  state: TimeEntry['state']
  correction: 'reversal' | 'replacement' | null
  correctsId: string | null
  correctionReason: string
  isCorrected: boolean
  settled: TimeEntry['settled']
  overlaps: boolean
  customerText: string
  internalText: string
  createdAt: Date
  version: number
  replyId: string | null
  noteId: string | null
}

/** A time entry as the API shows it. Without the right to see agreements, prices and what led to them stay out. */
export function presentTimeEntry(row: TimeEntryRow, shows: Shows): TimeEntry {
  const { showsAmounts } = shows
  const steps = presentSteps(row.explanation, row.currency)
  return {
    id: row.id,
    employee: { id: row.employeeId, name: row.employeeName },
    case:
      row.caseId === null || row.caseNumber === null || row.caseSubject === null
        ? null
        : { id: row.caseId, number: row.caseNumber, subject: row.caseSubject },
    customer: reference(row.customerId, row.customerName),
    project: reference(row.projectId, row.projectName),
    task: reference(row.taskId, row.taskName),
    activityType: { id: row.activityTypeId, name: row.activityTypeName },
    priceClass: reference(row.priceClassId, row.priceClassName),
    workDate: row.workDate,
    bookedOn: row.bookedOn,
    isLate: row.isLate,
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    minutes: row.minutes,
    isBillable: row.isBillable,
    billableMinutes: row.billableMinutes,
    amount: showsAmounts && row.amount !== null ? toWire({ minor: row.amount, currency: row.currency }) : null,
    cost: shows.showsCost && row.cost !== null ? toWire({ minor: row.cost, currency: row.companyCurrency }) : null,
    pieces: showsAmounts ? row.pieces.map((piece) => presentPiece(piece, row.currency)) : [],
    explanation: showsAmounts ? steps : withoutAmounts(steps),
    agreement: showsAmounts ? reference(row.agreementId, row.agreementHeading) : null,
    state: row.state,
    correction:
      row.correction === null || row.correctsId === null
        ? null
        : { kind: row.correction, entryId: row.correctsId, reason: row.correctionReason },
    settled: row.settled,
    isCorrected: row.isCorrected,
    overlaps: row.overlaps,
    can: abilitiesOn(row, shows),
    customerText: row.customerText,
    internalText: row.internalText,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  }
}

/**
 * Open time is edited; once its week or period is closed, or a posted document charges it, it is corrected, and so is what
 * corrects, once that is decided on. A draft has to let go of it first, and so has a write-off (R9).
 */
function abilitiesOn(row: TimeEntryRow, shows: Shows): TimeEntry['can'] {
  const mayWrite = row.employeeId === shows.readerId ? shows.writesOwn : shows.writesOthers
  const isClosed = row.state !== 'open' || closedThrough(row.bookedOn, row, shows.overridesLock) !== null
  const mayTouch = mayWrite && !row.isCorrected
  const settledAs = row.settled?.as ?? null
  const isInvoiced = settledAs === 'invoiced'
  return {
    edit: mayTouch && !isClosed && row.correction === null && settledAs === null,
    correct:
      mayTouch && (settledAs === null ? isClosed : isInvoiced) && !isWaiting(row) && row.correction !== 'reversal',
    decideOverage:
      shows.decidesOverage &&
      settledAs === null &&
      !row.isCorrected &&
      row.correction !== 'reversal' &&
      row.pieces.some(isUndecided),
  }
}

/** A correction that nobody decided on yet. */
function isWaiting({ correction, state }: TimeEntryRow): boolean {
  return correction !== null && state === 'submitted'
}

function isUndecided({ hold }: PieceRow): boolean {
  return hold === 'approval' || hold === 'blocked'
}

function reference(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null || name === null ? null : { id, name }
}
