import type { Transition, WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyWorkflow } from '../../test/any-workflow.ts'
import { move, standardDefinition, standardStatus, standardStatuses } from '../../test/standard-workflow.ts'
import { isEnded } from '../helpdesk/status.ts'
import { compareTransitions, removedStatusIds } from './compare-definitions.ts'
import { definitionProblems } from './definition-problems.ts'
import { isForStaff } from './may-make.ts'

const fieldId = '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'
const ground = { statuses: standardStatuses, fieldIds: new Set([fieldId]) }
const { statusIds, transitions } = standardDefinition
const id = (category: Parameters<typeof standardStatus>[0]) => standardStatus(category).id

function problemsOf(changes: Partial<WorkflowDefinition>) {
  return definitionProblems({ ...standardDefinition, ...changes }, ground)
}

test('the standard workflow has none', () => {
  expect(problemsOf({})).toEqual([])
})

test.for([
  ['statusIds/7', 'status_unknown', { statusIds: [...statusIds, 'unknown'] }],
  ['statusIds/7', 'status_repeated', { statusIds: [...statusIds, id('open')] }],
  ['statusIds', 'category_missing', { statusIds: statusIds.filter((one) => one !== id('solved')) }],
  ['transitions/0/fromId', 'status_outside', { transitions: [move('nowhere', 'open')] }],
  ['transitions/0/toId', 'status_outside', { transitions: [move('open', 'nowhere')] }],
  ['transitions/0/toId', 'transition_to_itself', { transitions: [move('open', 'open')] }],
  ['transitions/1', 'transition_repeated', { transitions: [move('new', 'open'), move('new', 'open')] }],
  [
    'transitions/0/requires/1',
    'field_unknown',
    { transitions: [move('new', 'open', { requires: [`field:${fieldId}`, 'field:unknown'] })] },
  ],
  ['silence/0/moveAfterDays', 'silence_order', { silence: [silence('solved', 'closed', 7, 7)] }],
  ['silence/0/statusId', 'silence_of_ended', { silence: [silence('closed', 'open', 7, 9)] }],
  ['silence/0/toId', 'transition_missing', { silence: [silence('open', 'closed', 7, 9)] }],
  [
    'silence/1/statusId',
    'silence_repeated',
    { silence: [silence('solved', 'closed', 7, 9), silence('solved', 'open', 7, 9)] },
  ],
  ['transitions/0/who/1', 'term_repeated', { transitions: [move('new', 'open', { who: ['lead', 'lead'] })] }],
  ['transitions/0/requires/1', 'term_repeated', { transitions: [move('new', 'open', { requires: ['type', 'type'] })] }],
  [
    'transitions/0/gates/1',
    'term_repeated',
    { transitions: [move('new', 'open', { gates: ['resolution', 'resolution'] })] },
  ],
  ['silence/0/toId', 'silence_needs_reason', silenceWith({ requires: ['reason'] })],
  ['transitions/0/who', 'contact_never', { transitions: [move('new', 'open', { who: ['agent', 'contact'] })] }],
  ['transitions/0/who', 'contact_never', { transitions: [move('closed', 'open', { who: ['contact'] })] }],
  ['transitions/0/who', 'nobody_may', { transitions: [move('new', 'open', { who: ['finance'] })] }],
  [
    'statusIds/3',
    'status_unreachable',
    { transitions: transitions.filter(({ toId }) => toId !== id('waiting_third_party')) },
  ],
  [
    'statusIds/3',
    'status_without_way_out',
    { transitions: transitions.filter(({ fromId }) => fromId !== id('waiting_third_party')) },
  ],
] as const)('%s is pointed at for %s', ([path, code, changes]) => {
  expect(problemsOf(changes as Partial<WorkflowDefinition>)).toContainEqual(
    expect.objectContaining({ pointer: `/body/definition/${path}`, code }),
  )
})

function silence(from: string, to: string, warnAfterDays: number, moveAfterDays: number) {
  return { statusId: `id of ${from}`, toId: `id of ${to}`, warnAfterDays, moveAfterDays }
}

/** A silent solved case is closed, by a move of those terms. */
function silenceWith(terms: Partial<Transition>) {
  return { transitions: [move('solved', 'closed', terms)], silence: [silence('solved', 'closed', 7, 9)] }
}

test('a contact may be named where a case gets solved, and where a solved one is told to be or not to be so', () => {
  const own = [...transitions, move('closed', 'solved', { who: ['contact'] })]
  expect(problemsOf({ transitions: own })).toEqual([])
})

test('a way that only the contact may go is no way out for staff', () => {
  const own = transitions
    .filter(({ fromId, toId }) => fromId !== id('solved') || toId !== id('cancelled'))
    .map((transition) =>
      transition.fromId === id('solved') ? { ...transition, who: ['contact' as const] } : transition,
    )
  expect(problemsOf({ transitions: own }).map(({ code }) => code)).toContain('status_without_way_out')
})

test('a definition without problems brings every case from its beginning to an end', () => {
  let sound = 0
  fc.assert(
    fc.property(anyWorkflow, ({ statuses, transitions: moves, ...rules }) => {
      const definition = { statusIds: statuses.map((status) => status.id), transitions: [...moves], ...rules }
      if (definitionProblems({ ...definition, silence: [] }, { statuses, fieldIds: new Set() }).length > 0) return
      sound += 1
      for (const status of statuses) {
        if (isEnded(status.category)) continue
        expect(canEnd(status.id, moves, statuses)).toBe(true)
      }
    }),
    { numRuns: 1_000 },
  )
  expect(sound).toBeGreaterThan(50)
})

/** Slow and apart from the rule: step by step, until nothing new is reached. */
function canEnd(
  from: string,
  moves: readonly WorkflowDefinition['transitions'][number][],
  statuses: readonly { id: string; category: string }[],
) {
  let here = [from]
  let known = 0
  while (known < here.length) {
    known = here.length
    const next = moves.filter((one) => here.includes(one.fromId) && isForStaff(one)).map(({ toId }) => toId)
    here = [...new Set([...here, ...next])]
  }
  return statuses.some((status) => status.category === 'closed' && here.includes(status.id))
}

test('what differs between two definitions is told, however it is ordered', () => {
  const before = {
    transitions: [move('new', 'open', { who: ['lead', 'agent'] }), move('open', 'solved'), move('solved', 'closed')],
  }
  const gated = move('solved', 'closed', { gates: ['resolution'] })
  const after = { transitions: [gated, move('new', 'solved'), move('new', 'open', { who: ['agent', 'lead'] })] }

  expect(compareTransitions(before, after)).toEqual({
    added: [move('new', 'solved')],
    removed: [move('open', 'solved')],
    changed: [{ before: move('solved', 'closed'), after: gated }],
  })
  expect(removedStatusIds({ statusIds: ['a', 'b'] }, { statusIds: ['b', 'c'] })).toEqual(['a'])
  expect(removedStatusIds(null, { statusIds: ['a'] })).toEqual([])
})
