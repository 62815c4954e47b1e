import { Gate, StandardRequirement } from '@timedesk/contracts/workflow-definition'
import { Refusal } from '@timedesk/contracts/refusal'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyWorkflow, startOf } from '../../test/any-workflow.ts'
import { decideReply } from '../helpdesk/decide-reply.ts'
import type { ReplyProgress } from '../helpdesk/decide-reply.ts'
import { decideStatusChange } from '../helpdesk/decide-status-change.ts'
import type { MoveDecision } from '../helpdesk/decide-status-change.ts'
import { isEnded } from '../helpdesk/status.ts'
import { mayMake } from './may-make.ts'
import type { Mover } from './may-make.ts'
import { isFree, movesFrom } from './moves-from.ts'
import { transitionBetween } from './workflow.ts'
import type { Workflow } from './workflow.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const start = Date.UTC(2026, 2, 1)

const anyMover: fc.Arbitrary<Mover> = fc.constantFrom(
  { kind: 'staff', role: 'agent', isResponsible: false },
  { kind: 'staff', role: 'agent', isResponsible: true },
  { kind: 'staff', role: 'lead', isResponsible: false },
  { kind: 'contact' },
  { kind: 'system' },
)

const anyStep = fc.record({
  days: fc.nat(3),
  by: anyMover,
  /** Seven is none: the reply decides. */
  to: fc.nat(7),
  isReply: fc.boolean(),
  filled: fc.subarray([...StandardRequirement.options], { minLength: 5 }),
  openGates: fc.subarray([...Gate.options], { minLength: 2 }),
  hasOverride: fc.boolean(),
})
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never

function begin(workflow: Workflow): ReplyProgress {
  const none = {
    solvedAt: null,
    closedAt: null,
    firstRepliedAt: null,
    lastStaffReplyAt: null,
    lastContactReplyAt: null,
  }
  return { status: startOf(workflow), reopenedCount: 0, ...none, lastActivityAt: new Date(start) }
}

/** What a step decides; null when it is refused. */
function take(before: ReplyProgress, workflow: Workflow, step: Step, now: Date): MoveDecision | null {
  const { by, hasOverride } = step
  const facts = { filled: new Set<string>(step.filled), openGates: new Set<string>(step.openGates) }
  const to = workflow.statuses[step.to] ?? null
  const intent = { by, workflow, facts, now, ...(hasOverride && { override: 'On purpose' }) }
  try {
    if (step.isReply) return decideReply(before, { ...intent, statusAfter: to })
    return to === null ? null : decideStatusChange(before, { ...intent, to })
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal)
    return null
  }
}

test('no walk leaves the workflow, nor passes what a move asks for without the log saying so', () => {
  let moves = 0
  fc.assert(
    fc.property(anyWorkflow, fc.array(anyStep, { maxLength: 40 }), (workflow, steps) => {
      let before = begin(workflow)
      let at = start
      for (const step of steps) {
        at += step.days * DAY_MS
        const decision = take(before, workflow, step, new Date(at))
        if (decision === null) continue
        const after = { ...before, ...decision.changes }
        expect(workflow.statuses).toContain(after.status)
        if (after.status !== before.status) {
          moves += 1
          expectAllowed(before, after, workflow, step, decision)
        }
        before = after
      }
    }),
    { numRuns: 400 },
  )
  expect(moves).toBeGreaterThan(200)
})

function expectAllowed(
  before: ReplyProgress,
  after: ReplyProgress,
  workflow: Workflow,
  step: Step,
  { events }: MoveDecision,
): void {
  const told = events.find((event) => event.type === 'case.status_changed')
  expect(told).toMatchObject({ fromId: before.status.id, toId: after.status.id })
  if (told?.cause === 'reply') {
    expect([after.status.category, isEnded(before.status.category) && step.by.kind !== 'contact']).toEqual([
      'open',
      false,
    ])
    if (step.by.kind === 'staff') expectFree(before, after, workflow, step)
    return
  }
  const transition = transitionBetween(workflow, before.status, after.status)
  expect(transition !== null && mayMake(transition, step.by)).toBe(true)
  const closed = (transition?.gates ?? []).filter((gate) => !step.openGates.includes(gate))
  const override = events.find((event) => event.type === 'case.gate_overridden')
  const passed = (override?.gates ?? []).filter((gate) => gate !== 'reopen_expired')
  expect(passed).toEqual(closed)
  if (passed.length > 0) expect(step.hasOverride).toBe(true)
}

/** A staff reply by itself makes no move that whoever replies could not make by hand. */
function expectFree(before: ReplyProgress, after: ReplyProgress, workflow: Workflow, step: Step): void {
  const transition = transitionBetween(workflow, before.status, after.status)
  expect(transition !== null && mayMake(transition, step.by)).toBe(true)
  expect(transition?.gates.filter((gate) => !step.openGates.includes(gate))).toEqual([])
  expect(transition?.requires.filter((one) => !step.filled.some((filled) => filled === one))).toEqual([])
}

test('a move that is offered and free is never refused, and no other is made', () => {
  fc.assert(
    fc.property(anyWorkflow, fc.array(anyStep, { minLength: 1, maxLength: 20 }), (workflow, steps) => {
      let before = begin(workflow)
      for (const step of steps) {
        const now = new Date(start + step.days * DAY_MS)
        const facts = { filled: new Set<string>(step.filled), openGates: new Set<string>(step.openGates) }
        const offered = movesFrom(before, step.by, { workflow, facts, now }).filter(isFree)
        const taken = workflow.statuses.filter((to, index) => {
          if (to.id === before.status.id) return false
          return take(before, workflow, { ...step, isReply: false, hasOverride: false, to: index }, now) !== null
        })
        // A reason belongs to the move itself; where one is required, the offer says that it is missing.
        expect(taken).toEqual(offered.map(({ to }) => to))
        const next = take(before, workflow, step, now)
        before = { ...before, ...next?.changes }
      }
    }),
  )
})
