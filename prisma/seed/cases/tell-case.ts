import { chosenAgreement } from '../agreements/time-spent.ts'
import { customerId } from '../customers.ts'
import { makeId } from '../make-id.ts'
import type { PlacedProject } from '../projects.ts'
import { createRandom } from '../random.ts'
import { caseTypeId, dispatchOf, priorityId } from '../settings.ts'
import { statusId } from '../workflow/statuses.ts'
import { silence } from '../workflow/workflows.ts'
import type { CaseTypeKey } from '../settings.ts'
import type { DemoCaseWork } from '../desk-shape.ts'
import type { DemoActor, DemoCase, DemoHappening } from '../shape.ts'
import { departmentId, employeeId } from '../staff.ts'
import type { WorkingTime } from '../working-time.ts'
import { fillText } from './fill-text.ts'
import type { SlotValues } from './fill-text.ts'
import type { CasePlan } from './plan.ts'
import { placeReadMarks } from './read-marks.ts'
import { append, byEmployee, openStory } from './story.ts'
import type { Story } from './story.ts'
import { setDeadline, takeIfPlanned, tellStep } from './tell-step.ts'
import { logFile, slotsOf, withPicture, wordContact } from './word-message.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const SECOND_MS = 1000
/** How often silence is looked at. */
const JOB_EVERY_SECONDS = 290
const REFERENCE_SHARE = 0.12
const PROJECT_SHARE = 0.6
const UNCONFIRMED_SHARE = 0.35
const hostingTypes = new Set<CaseTypeKey>(['hosting', 'incident', 'backup', 'domain'])
const changeTypes = new Set<CaseTypeKey>(['change', 'changeLedger', 'changeWeb'])

/** A case as planned, without its number; null when its story would not be over by `today`. */
export function tellCase(
  plan: CasePlan,
  time: WorkingTime,
  projects: readonly PlacedProject[],
  today: Date,
): Omit<DemoCase, 'number' | keyof DemoCaseWork> | null {
  const story = openStory(plan, createRandom(plan.seed), time)
  const values = slotsOf(story)
  const id = makeId(story.at, story.random)
  const subject = fillText(plan.scenario.subject, values, story.random).trim()
  const createdAt = story.at
  tellOpening(story, values)
  tellSteps(story, values)
  if (story.at > today.getTime()) return null
  endSilence(story, today)

  const project = projects.find(
    (one) =>
      one.customerId === customerId(plan.customer) &&
      one.product === plan.product &&
      one.from <= createdAt &&
      createdAt <= one.to,
  )
  const deadline = setDeadline(story, today)
  return {
    id,
    customerId: customerId(plan.customer),
    contactId: plan.contact.id,
    subject,
    typeId: caseTypeId(plan.scenario.type),
    priorityId: priorityId(story.priority),
    product: plan.product,
    tags: [...(plan.scenario.tags ?? [])],
    projectId: project !== undefined && story.random.chance(PROJECT_SHARE) ? project.id : null,
    agreementId: chosenAgreement(plan.customer, hostingTypes.has(plan.scenario.type)),
    isOutsideContract: plan.customer === 'jysktag' && changeTypes.has(plan.scenario.type),
    externalReference: story.random.chance(REFERENCE_SHARE) ? `INC-${String(story.random.between(1200, 9800))}` : null,
    deadline,
    createdVia: viaOf(story),
    happenings: story.happenings,
    readMarks: placeReadMarks(story, today),
  }
}

function viaOf(story: Story): DemoCase['createdVia'] {
  if (story.plan.scenario.byPhone === true) return 'desk'
  return story.random.chance(0.7) ? 'extranet' : 'mail'
}

function tellOpening(story: Story, values: SlotValues): void {
  const { scenario, contact, hasPicture, hasLog } = story.plan
  const isByPhone = scenario.byPhone === true
  const taker = isByPhone ? story.random.pick(['mette', 'sofie'] as const) : null
  const actor: DemoActor = taker === null ? { kind: 'contact', id: contact.id } : byEmployee(taker)
  const body = isByPhone
    ? fillText(scenario.opening, values, story.random)
    : wordContact(story, scenario.opening, values, true)
  const plain = { id: makeId(story.at, story.random), body, attachments: [] }
  const reply =
    hasPicture && scenario.screenshot !== undefined ? withPicture(story, body, scenario.screenshot, values) : plain
  if (hasLog && scenario.log !== undefined)
    reply.attachments = [...reply.attachments, logFile(story, scenario.log, values)]

  if (taker !== null) story.responsible = taker
  const { department } = dispatchOf(scenario.type)
  append(story, actor, {
    kind: 'created',
    reply,
    statusId: statusId('new'),
    departmentId: departmentId(department),
    responsibleId: story.responsible === null ? null : employeeId(story.responsible),
    rule: taker === null ? 'by_type' : 'by_hand',
  })
}

function tellSteps(story: Story, values: SlotValues): void {
  const { steps } = story.plan.scenario
  const count = story.plan.stopAfter ?? steps.length
  const isUnconfirmed = story.random.chance(UNCONFIRMED_SHARE)
  for (const [index, step] of steps.slice(0, count).entries()) {
    if (step.kind === 'confirm' && isUnconfirmed) continue
    tellStep(story, step, steps.slice(index + 1), values)
  }
  if (count === 0) takeIfPlanned(story)
}

/** A silent case is warned of, and then moves, as its workflow has it; no case has waited for its customer so long. */
function endSilence(story: Story, today: Date): void {
  if (story.status !== 'solved' && story.status !== 'waiting_customer') return
  const { warnAfterDays, moveAfterDays, to } = silence[story.status]
  const grace = (moveAfterDays - warnAfterDays) * DAY_MS
  const since = story.happenings.findLast(isSeenByBoth)?.at ?? new Date(story.at)
  const hoped = since.getTime() + warnAfterDays * DAY_MS + story.random.between(5, JOB_EVERY_SECONDS) * SECOND_MS
  const isLate = story.status === 'waiting_customer' && hoped + grace <= today.getTime()
  const warnedAt = isLate ? today.getTime() - grace / 2 : hoped
  if (warnedAt > today.getTime()) return
  const movesAt = warnedAt + grace
  const system: DemoActor = { kind: 'system', id: null }
  story.at = Math.max(story.at, warnedAt)
  append(story, system, { kind: 'close_warned', since, movesAt: new Date(movesAt), toStatusId: statusId(to) })
  const movedAt = movesAt + story.random.between(5, JOB_EVERY_SECONDS) * SECOND_MS
  if (movedAt > today.getTime()) return
  story.at = Math.max(story.at + 1, movedAt)
  story.status = to
  append(story, system, { kind: 'status', statusId: statusId(to), cause: 'silence' })
}

/** What both parties can see breaks the silence. */
function isSeenByBoth({ kind }: DemoHappening): boolean {
  return kind === 'created' || kind === 'reply' || kind === 'status' || kind === 'changed'
}
