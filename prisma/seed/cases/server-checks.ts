import { addMonths } from '@timedesk/domain/calendar/days'
import { agreementId } from '../agreements/draft.ts'
import type { DemoRecurringCase, DemoRecurringRun } from '../desk-shape.ts'
import { makeId } from '../make-id.ts'
import { instantOf, officeDayFrom } from '../present.ts'
import type { Present } from '../present.ts'
import { createRandom, seedOf } from '../random.ts'
import { activityId, priorityId } from '../settings.ts'
import type { DemoCase, DemoHappening } from '../shape.ts'
import { departmentId, employeeId } from '../staff.ts'
import { checklistTemplates, checklistId } from '../workflow/checklists.ts'
import { statusId } from '../workflow/statuses.ts'
import { caseTemplates, SERVER_CHECK_MINUTES, SERVER_CHECKS, templateId } from '../workflow/templates.ts'
import { silence } from '../workflow/workflows.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const MINUTE_MS = 60_000
/** An hour's check that waits for the office to open begins at half past nine. */
const WORKED_AT = '09:30'
/** One month's check was overtaken by the next, when the computer was off. */
const SKIPPED = 2

type Check = Omit<DemoCase, 'number'>

/** The checks that came back each month, worked on by one person the day the office was open; and what became of each. */
export function serverChecks(
  recurring: DemoRecurringCase,
  { now }: Present,
): { cases: Check[]; runs: DemoRecurringRun[] } {
  const days = Array.from({ length: SERVER_CHECKS }, (_, index) => addMonths(recurring.startsOn, index))
  const due = days.filter((day) => instantOf(day, '08:00') <= now)
  const cases: Check[] = []
  const runs = due.map((dueOn, index): DemoRecurringRun => {
    const at = new Date(instantOf(dueOn, '08:00').getTime() + 20_000)
    if (index === SKIPPED && index < due.length - 1)
      return {
        recurringId: recurring.id,
        dueOn,
        state: 'skipped',
        caseId: null,
        reason: 'overtaken',
        at: later(due[index + 1] ?? dueOn),
      }
    const told = checkOf(recurring, dueOn, at, now)
    cases.push(told)
    return { recurringId: recurring.id, dueOn, state: 'created', caseId: told.id, reason: null, at }
  })
  return { cases, runs }
}

function later(day: string): Date {
  return new Date(instantOf(day, '08:00').getTime() + 20_000)
}

function checkOf({ customerId, contactId }: DemoRecurringCase, day: string, at: Date, now: Date): Check {
  const random = createRandom(seedOf(`server check ${day}`))
  const template = caseTemplates.find(({ id }) => id === templateId('serverCheck'))
  const items = checklistTemplates.find(({ id }) => id === checklistId('serverCheck'))?.items ?? []
  if (template === undefined || contactId === null) throw new RangeError('The check of servers has no template')
  const checklist = items.map((item) => ({ ...item, id: makeId(at.getTime(), random) }))
  const created: DemoHappening = {
    at,
    actor: { kind: 'system', id: null },
    kind: 'created',
    reply: { id: makeId(at.getTime(), random), body: template.description, attachments: [] },
    statusId: statusId('new'),
    departmentId: departmentId('hosting'),
    responsibleId: employeeId('nikolaj'),
    rule: 'by_hand',
  }
  const told = [created, ...workOf(day, checklist, random)].filter((it) => it.at <= now)
  const isDone = told.some((it) => it.kind === 'reply')
  return {
    id: makeId(at.getTime() + 1, random),
    customerId,
    contactId,
    subject: template.subject,
    typeId: template.typeId ?? '',
    priorityId: priorityId('Low'),
    product: 'Hosting',
    tags: template.tags,
    projectId: null,
    agreementId: agreementId('lyngby hosting'),
    isOutsideContract: false,
    externalReference: null,
    deadline: null,
    createdVia: 'recurring',
    fields: {},
    resolution: isDone ? 'Everything is up to date; nothing was found.' : '',
    estimateMinutes: SERVER_CHECK_MINUTES,
    templateId: template.id,
    checklist: { name: 'Monthly check of servers', items: checklist },
    happenings: isDone ? withClosing(told, now) : told,
    readMarks: { employees: [], contacts: [] },
  }
}

function workOf(
  day: string,
  checklist: readonly { id: string; text: string }[],
  random: ReturnType<typeof createRandom>,
): DemoHappening[] {
  const begun = instantOf(officeDayFrom(day), WORKED_AT).getTime()
  const actor = { kind: 'employee', id: employeeId('nikolaj') } as const
  const end = begun + SERVER_CHECK_MINUTES * MINUTE_MS
  const message = makeId(end, random)
  const ticks = checklist.map(({ id, text }, index): DemoHappening => ({
    at: new Date(begun + (index + 1) * 8 * MINUTE_MS),
    actor,
    kind: 'ticked',
    itemId: id,
    text,
  }))
  const workDate = officeDayFrom(day)
  return [
    ...ticks,
    {
      at: new Date(end),
      actor,
      kind: 'reply',
      statusId: statusId('solved'),
      id: message,
      body: 'Your servers are checked: updates are installed, a backup was restored on trial, disks and certificates are fine.',
      attachments: [],
    },
    {
      at: new Date(end),
      actor,
      kind: 'time',
      entry: {
        id: makeId(end, random),
        employeeId: actor.id,
        message: { kind: 'reply', id: message },
        activityTypeId: activityId('operations'),
        workDate,
        bookedOn: workDate,
        startedAt: null,
        endedAt: null,
        minutes: SERVER_CHECK_MINUTES,
        isBillable: true,
        customerText: 'Monthly check of servers',
        internalText: '',
      },
    },
  ]
}

/** Nobody objected: warned, then closed. */
function withClosing(told: readonly DemoHappening[], now: Date): DemoHappening[] {
  const since = told.findLast((it) => it.kind === 'reply')?.at ?? now
  const warnedAt = new Date(since.getTime() + silence.solved.warnAfterDays * DAY_MS + 150_000)
  const movesAt = new Date(warnedAt.getTime() + (silence.solved.moveAfterDays - silence.solved.warnAfterDays) * DAY_MS)
  const closedAt = new Date(movesAt.getTime() + 120_000)
  const nobody = { kind: 'system', id: null } as const
  const happenings: DemoHappening[] = [
    ...told,
    { at: warnedAt, actor: nobody, kind: 'close_warned', since, movesAt, toStatusId: statusId('closed') },
    { at: closedAt, actor: nobody, kind: 'status', statusId: statusId('closed'), cause: 'silence' },
  ]
  return happenings.filter((it) => it.at <= now)
}
