import { makeId } from '../make-id.ts'
import type { Random } from '../random.ts'
import { activityId, dispatchOf, isBillable, priorityId } from '../settings.ts'
import { statusId } from '../workflow/statuses.ts'
import type { PriorityKey } from '../settings.ts'
import type { Effort } from '../scenarios/steps.ts'
import type { DemoActor, DemoFact, DemoHappening, DemoMessage } from '../shape.ts'
import { departmentId, employeeId, takers } from '../staff.ts'
import type { DepartmentKey, EmployeeKey } from '../staff.ts'
import { dayOf } from '../working-time.ts'
import type { WorkingTime } from '../working-time.ts'
import type { StatusCategory } from '@timedesk/domain/helpdesk/status'
import type { CasePlan } from './plan.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const OVERTIME_MINUTES_MAX = 120
const GOODWILL_SHARE = 0.05

/** A case while it is being told. */
export type Story = {
  readonly plan: CasePlan
  readonly random: Random
  readonly time: WorkingTime
  readonly happenings: DemoHappening[]
  position: number
  at: number
  status: StatusCategory
  department: DepartmentKey
  responsible: EmployeeKey | null
  priority: PriorityKey
}

export const byEmployee = (key: EmployeeKey): DemoActor => ({ kind: 'employee', id: employeeId(key) })

/** A story in which nothing has happened yet. */
export function openStory(plan: CasePlan, random: Random, time: WorkingTime): Story {
  const { department, responsible } = dispatchOf(plan.scenario.type)
  return {
    plan,
    random,
    time,
    happenings: [],
    position: plan.start,
    at: time.instantAt(plan.start) + random.between(0, 59) * SECOND_MS,
    status: 'new',
    department,
    responsible,
    priority: plan.priority,
  }
}

/** Lets the office's clock run; on a critical case people stay until it is done. */
export function passTime(story: Story, minutes: number): void {
  const isNextDay = story.position + minutes >= story.time.nextDay(story.position)
  if (isNextDay && story.priority === 'Critical' && story.status !== 'solved' && minutes < OVERTIME_MINUTES_MAX) {
    moveTo(story, story.at + minutes * MINUTE_MS)
    return
  }
  story.position += Math.max(1, Math.round(minutes))
  moveTo(story, story.time.instantAt(story.position))
}

/** Moves to an instant, but never back. */
export function moveTo(story: Story, at: number): void {
  story.at = Math.max(at, story.at + 7 * SECOND_MS) + story.random.between(1, 50) * SECOND_MS
}

/** Appends what happens now. */
export function append(story: Story, actor: DemoActor, fact: DemoFact): void {
  story.happenings.push({ at: new Date(story.at), actor, ...fact })
}

/** Somebody of the queue takes the case, unless somebody has it. */
export function ensureTaken(story: Story): EmployeeKey {
  if (story.responsible !== null) return story.responsible
  const taker = story.random.pick(takers[story.department] ?? [])
  const isHandedOut = story.department === 'firstLine' && story.random.chance(0.25)
  append(story, byEmployee(isHandedOut ? 'jonas' : taker), {
    kind: 'dispatch',
    departmentId: departmentId(story.department),
    responsibleId: employeeId(taker),
  })
  story.responsible = taker
  passTime(story, story.random.between(2, story.priority === 'Critical' ? 6 : 40))
  return taker
}

/** To another queue, or to a person of the same one. */
export function handOver(story: Story, from: EmployeeKey, to: DepartmentKey | EmployeeKey, comment: string): void {
  const isPerson = !(to in takers)
  if (!isPerson) story.department = to as DepartmentKey
  story.responsible = isPerson ? (to as EmployeeKey) : null
  append(story, byEmployee(from), {
    kind: 'dispatch',
    departmentId: departmentId(story.department),
    responsibleId: isPerson ? employeeId(to as EmployeeKey) : null,
    comment,
  })
}

/** A change of status that comes without a message. */
export function changeStatus(story: Story, actor: DemoActor, to: StatusCategory, reason?: string): void {
  story.status = to
  append(story, actor, { kind: 'status', statusId: statusId(to), ...(reason !== undefined && { reason }) })
}

/** A new priority; the one it has is no change. */
export function changePriority(story: Story, by: EmployeeKey, to: PriorityKey): void {
  if (story.priority === to) return
  append(story, byEmployee(by), {
    kind: 'changed',
    field: 'priority',
    fromId: priorityId(story.priority),
    toId: priorityId(to),
  })
  story.priority = to
}

/** The effort with some scatter, in minutes that people write down. */
export function minutesOf(story: Story, effort: Effort): number {
  const minutes = effort.minutes * (0.7 + story.random.next() * 0.7)
  return Math.min(180, Math.max(5, Math.round(minutes / 5) * 5))
}

/** Registers time at this moment, with a message or alone. */
export function registerTime(
  story: Story,
  by: EmployeeKey,
  minutes: number,
  effort: Effort & { customerText: string },
  message: { kind: 'reply' | 'note'; id: string } | null,
): void {
  const isGoodwill = isBillable(effort.activity) && story.random.chance(GOODWILL_SHARE)
  append(story, byEmployee(by), {
    kind: 'time',
    entry: {
      id: makeId(story.at, story.random),
      employeeId: employeeId(by),
      message,
      activityTypeId: activityId(effort.activity),
      workDate: dayOf(story.at),
      bookedOn: dayOf(story.at),
      startedAt: null,
      endedAt: null,
      minutes,
      isBillable: isBillable(effort.activity) && !isGoodwill,
      customerText: effort.customerText,
      internalText: isGoodwill ? 'Goodwill, took us longer than it should.' : '',
    },
  })
}

/** A message without files. */
export function messageOf(story: Story, body: string): DemoMessage {
  return { id: makeId(story.at, story.random), body, attachments: [] }
}
