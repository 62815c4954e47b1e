import { statusId } from '../workflow/statuses.ts'
import type { Effort, Step } from '../scenarios/steps.ts'
import { firstNameOf, nameOf, takers } from '../staff.ts'
import type { EmployeeKey } from '../staff.ts'
import { WORKING_DAY_MINUTES } from '../working-time.ts'
import { fillText } from './fill-text.ts'
import type { SlotValues } from './fill-text.ts'
import {
  append,
  byEmployee,
  changePriority,
  changeStatus,
  ensureTaken,
  handOver,
  messageOf,
  minutesOf,
  moveTo,
  passTime,
  registerTime,
} from './story.ts'
import type { Story } from './story.ts'
import { withPicture, wordContact, wordEmployee } from './word-message.ts'

const SUBSTITUTE_SHARE = 0.05
const EVENING_SHARE = 0.08
const EVENING_FROM_MINUTE = 19 * 60
const EVENING_TO_MINUTE = 22 * 60
const VISIT_AFTER_DAYS = 5
const CLOSING_MINUTE = 16 * 60
const MINUTE_MS = 60_000
const SOON_MINUTES = { from: 20, to: 50 }
const DEADLINE_REASONS = ['Promised on the phone', 'They go live then', 'Their month ends', 'Agreed with their manager']
const URGENT = { Critical: 0.25, High: 0.6, Normal: 1, Low: 1.6 } as const

/** Tells one step, at its own time after the one before. `after` are the steps that follow. */
export function tellStep(story: Story, step: Step, after: readonly Step[], values: SlotValues): void {
  if (step.kind === 'answer') {
    tellAnswer(story, step, values)
    return
  }
  if (step.kind === 'confirm') {
    passTime(story, story.random.between(20, 700))
    changeStatus(story, { kind: 'contact', id: story.plan.contact.id }, 'closed')
    return
  }
  const by = comeToIt(story)
  switch (step.kind) {
    case 'reply':
      tellReply(story, by, isAwaitingThanks(step, after) ? { ...step, to: 'waiting_customer' } : step, values)
      return
    case 'note':
      tellNote(story, by, step, values)
      return
    case 'hand':
      handOver(story, by, step.to, fillText(step.comment, values, story.random))
      return
    case 'priority':
      changePriority(story, by, step.to)
      return
    case 'solve':
      if (step.effort !== undefined) spendAlone(story, by, step.effort, values)
      changeStatus(story, byEmployee(by), 'solved')
      return
    case 'cancel':
      changeStatus(story, byEmployee(by), 'cancelled', step.reason)
  }
}

/** A case that nobody has answered may have been taken already. */
export function takeIfPlanned(story: Story): void {
  if (!story.plan.isTaken || story.responsible !== null) return
  passTime(story, story.random.between(3, 25))
  ensureTaken(story)
}

/** A planned deadline: for an active case the end of a working day, passed or ahead, set by whoever has it. */
export function setDeadline(story: Story, today: Date): Date | null {
  const { plan, time } = story
  const taken = story.happenings.find((one) => one.actor.kind === 'employee' && one.kind !== 'created')
  if (plan.deadline === 'none' || taken === undefined || story.responsible === null) return null
  const soon = () => new Date(today.getTime() + story.random.between(SOON_MINUTES.from, SOON_MINUTES.to) * MINUTE_MS)
  const endOf = (days: number) => new Date(time.instantOn(time.now + days * WORKING_DAY_MINUTES, CLOSING_MINUTE))
  const hoped =
    plan.deadline === 'soon'
      ? soon()
      : endOf(plan.deadline === 'passed' ? -story.random.between(1, 4) : story.random.between(1, 4))
  const to = hoped <= taken.at ? endOf(-1) : hoped
  const at = new Date(taken.at.getTime() + 3000)
  if (at > today || to <= taken.at) return null
  const place = story.happenings.indexOf(taken) + 1
  const next = story.happenings[place]
  if (next !== undefined && next.at <= at) return null
  const reason = story.random.pick(DEADLINE_REASONS)
  story.happenings.splice(place, 0, {
    at,
    actor: taken.actor,
    kind: 'changed',
    field: 'deadline',
    from: null,
    to,
    reason,
  })
  story.at = Math.max(story.at, at.getTime())
  return to
}

type Reply = Extract<Step, { kind: 'reply' }>

/** When the customer says thanks and nothing else is wrong, the employee had waited for just that. */
function isAwaitingThanks(step: Reply, [next, last]: readonly Step[]): boolean {
  return step.to === 'solved' && next?.kind === 'answer' && last?.kind === 'solve'
}

function comeToIt(story: Story): EmployeeKey {
  const wait = story.status === 'waiting_third_party' ? story.random.between(480, 1900) : story.random.between(6, 110)
  passTime(story, wait * URGENT[story.priority])
  const by = ensureTaken(story)
  if (story.status === 'new' || !story.random.chance(SUBSTITUTE_SHARE)) return by

  const substitute = (takers[story.department] ?? []).find((one) => one !== by)
  if (substitute === undefined) return by
  handOver(story, by, substitute, `${firstNameOf(nameOf(substitute))} takes over while I am away.`)
  passTime(story, story.random.between(10, 90))
  return substitute
}

function tellAnswer(story: Story, step: Extract<Step, { kind: 'answer' }>, values: SlotValues): void {
  const isSlow = story.random.chance(0.2)
  const wait = isSlow ? story.random.between(480, 1400) : story.random.between(12, 300)
  passTime(story, story.priority === 'Critical' ? wait * URGENT.Critical : wait)
  if (story.random.chance(EVENING_SHARE)) {
    const minute = story.random.between(EVENING_FROM_MINUTE, EVENING_TO_MINUTE)
    moveTo(story, story.time.instantOn(story.position, minute))
    story.position = story.time.nextDay(story.position)
  }
  if (story.status === 'waiting_customer' || story.status === 'solved') story.status = 'open'
  const body = wordContact(story, step.body, values, false)
  const message =
    step.screenshot === undefined ? messageOf(story, body) : withPicture(story, body, step.screenshot, values)
  append(
    story,
    { kind: 'contact', id: story.plan.contact.id },
    { kind: 'reply', statusId: statusId(story.status), ...message },
  )
}

function tellReply(story: Story, by: EmployeeKey, step: Reply, values: SlotValues): void {
  // A visit is agreed for the week after.
  if (step.effort?.activity === 'onSite') passTime(story, VISIT_AFTER_DAYS * WORKING_DAY_MINUTES)
  const minutes = work(story, step.effort)
  story.status = step.to
  const message = messageOf(story, wordEmployee(story, by, step.body, values))
  append(story, byEmployee(by), { kind: 'reply', statusId: statusId(story.status), ...message })
  spend(story, by, step.effort, minutes, { kind: 'reply', id: message.id }, values)
}

function tellNote(story: Story, by: EmployeeKey, step: Extract<Step, { kind: 'note' }>, values: SlotValues): void {
  const minutes = work(story, step.effort)
  const message = messageOf(story, fillText(step.body, values, story.random))
  append(story, byEmployee(by), { kind: 'note', ...message })
  spend(story, by, step.effort, minutes, { kind: 'note', id: message.id }, values)
}

/** The work takes its time before anything can be written about it. */
function work(story: Story, effort: Effort | undefined): number {
  if (effort === undefined) return 0
  const minutes = minutesOf(story, effort)
  passTime(story, minutes * 0.9)
  return minutes
}

function spend(
  story: Story,
  by: EmployeeKey,
  effort: Effort | undefined,
  minutes: number,
  message: { kind: 'reply' | 'note'; id: string },
  values: SlotValues,
): void {
  if (effort === undefined) return
  registerTime(story, by, minutes, { ...effort, customerText: fillText(effort.text, values, story.random) }, message)
}

function spendAlone(story: Story, by: EmployeeKey, effort: Effort, values: SlotValues): void {
  const minutes = work(story, effort)
  const customerText = fillText(effort.text, values, story.random)
  registerTime(story, by, minutes, { ...effort, customerText }, null)
  passTime(story, 1)
}
