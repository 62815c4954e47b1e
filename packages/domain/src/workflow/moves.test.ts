import type { Transition } from '@timedesk/contracts/workflow-definition'
import { expect, test } from 'vitest'
import { agent, contact, move, standardStatus, standardWorkflow, system } from '../../test/standard-workflow.ts'
import { decideStatusChange } from '../helpdesk/decide-status-change.ts'
import type { StatusIntent } from '../helpdesk/decide-status-change.ts'
import type { Mover } from './may-make.ts'
import { isFree, movesFrom } from './moves-from.ts'
import { noMoveFacts } from './move-terms.ts'

const closedAt = new Date('2026-03-01T09:00:00Z')
const now = new Date('2026-03-31T09:00:00Z')
const fieldId = '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'
const lead: Mover = { kind: 'staff', role: 'lead', isResponsible: false }
const responsible: Mover = { kind: 'staff', role: 'agent', isResponsible: true }

const before = { status: standardStatus('open'), solvedAt: null, closedAt: null, reopenedCount: 0 }

function solving(terms: Partial<Transition>, intent: Partial<StatusIntent> = {}) {
  const workflow = standardWorkflow({ transitions: [move('open', 'solved', terms)] })
  return decideStatusChange(before, {
    to: standardStatus('solved'),
    by: agent,
    workflow,
    facts: noMoveFacts,
    now,
    ...intent,
  })
}

test.for([
  ['an agent', agent, [], true],
  ['an agent', agent, ['lead'], false],
  ['an agent', agent, ['agent', 'contact'], true],
  ['an agent', agent, ['contact'], false],
  ['a lead', lead, ['lead'], true],
  ['a lead', lead, ['agent', 'responsible'], false],
  ['the agent who has the case', responsible, ['responsible'], true],
  ['a contact', contact, [], false],
  ['a contact', contact, ['agent', 'contact'], true],
  ['the system', system, ['administrator'], true],
] as const)('%s makes a move for %j: %s', ([, by, who, isMade]) => {
  const made = () => solving({ who: [...who] }, { by })
  if (isMade) expect(made().events).toHaveLength(1)
  else expect(made).toThrow(expect.objectContaining({ code: 'status_move_refused' }))
})

test('what is missing is refused for everybody, each field with a pointer at where it may come', () => {
  const requires = ['reason', 'resolution', 'type', 'responsible', `field:${fieldId}`] as const
  for (const by of [agent, system])
    expect(() => solving({ requires: [...requires] }, { by, override: 'I may' })).toThrow(
      expect.objectContaining({
        code: 'field_required',
        details: {
          fields: [
            '/body/reason',
            '/body/resolution',
            '/body/fill/typeId',
            '/body/fill/responsibleId',
            `/body/fill/fields/${fieldId}`,
          ].map((pointer) => expect.objectContaining({ pointer, code: 'field_required' }) as unknown),
        },
      }),
    )
})

test('what is missing is named in words', () => {
  const facts = { ...noMoveFacts, fieldNames: new Map([[fieldId, 'Environment']]) }
  const requires = ['reason', `field:${fieldId}`] as const
  const refused = (given = facts) => {
    try {
      return solving({ requires: [...requires] }, { facts: given })
    } catch (error) {
      return error
    }
  }
  const messages = (named: string) => ({
    details: { fields: [{ message: 'The move needs a reason.' }, { message: `The move needs ${named}.` }] },
  })
  expect(refused()).toMatchObject(messages('Environment'))
  expect(refused({ ...facts, fieldNames: new Map() })).toMatchObject(messages('a field of its type'))
})

test('what is filled in, and the reason of the move, is enough', () => {
  const facts = { filled: new Set(['resolution', `field:${fieldId}`]), openGates: new Set<string>() }
  const requires = ['reason', 'resolution', `field:${fieldId}`] as const
  expect(solving({ requires: [...requires] }, { facts, reason: 'Done' }).events).toMatchObject([{ reason: 'Done' }])
})

test('fields that have to be filled to solve a case are asked for by every move that ends the work, and by no other', () => {
  const facts = { ...noMoveFacts, missingToSolve: [`field:${fieldId}` as const] }
  expect(() => solving({}, { facts })).toThrow(expect.objectContaining({ code: 'field_required' }))
  expect(
    solving({}, { facts, workflow: standardWorkflow(), to: standardStatus('waiting_customer') }).events,
  ).toHaveLength(1)
})

test('closed gates are refused for everybody, each by its name', () => {
  const facts = { filled: new Set<string>(), openGates: new Set(['resolution']) }
  for (const by of [agent, system])
    expect(() => solving({ gates: ['resolution', 'time_registered', 'checklist_done'] }, { by, facts })).toThrow(
      expect.objectContaining({
        code: 'gate_closed',
        details: {
          fields: [
            expect.objectContaining({ pointer: '/body/override', code: 'time_registered' }),
            expect.objectContaining({ pointer: '/body/override', code: 'checklist_done' }),
          ],
        },
      }),
    )
})

test('an override passes them, and tells which it passed; one that was not needed tells nothing', () => {
  const override = 'The customer insists'
  expect(solving({ gates: ['checklist_done'] }, { override }).events).toMatchObject([
    { type: 'case.gate_overridden', to: 'Name of solved', gates: ['checklist_done'], reason: override },
    { type: 'case.status_changed' },
  ])
  expect(solving({}, { override }).events).toMatchObject([{ type: 'case.status_changed' }])
})

test.for([
  ['closed', 30, null],
  ['closed', 29, 'reopen_expired'],
  ['closed', null, null],
  ['cancelled', 0, null],
] as const)('a %s case of 30 days ago, with %s days to reopen: %s', ([category, reopenDays, code]) => {
  const workflow = standardWorkflow({ reopenDays })
  const ended = { ...before, status: standardStatus(category), closedAt }
  const intent = { to: standardStatus('open'), by: agent, workflow, facts: noMoveFacts, now }
  const [offered] = movesFrom(ended, agent, { workflow, facts: noMoveFacts, now })
  expect(offered?.isReopenExpired).toBe(code !== null)

  if (code === null) expect(decideStatusChange(ended, intent).events).toHaveLength(1)
  else {
    expect(() => decideStatusChange(ended, intent)).toThrow(expect.objectContaining({ code }))
    expect(decideStatusChange(ended, { ...intent, override: 'By the manager' }).events).toMatchObject([
      { type: 'case.gate_overridden', gates: ['reopen_expired'] },
      { type: 'case.status_changed' },
    ])
  }
})

test('a case in a status that its workflow does not have moves from the nearest one', () => {
  const gone = { id: 'id of gone', name: 'Gone', category: 'closed' as const }
  const ended = { ...before, status: gone, closedAt: now }
  const workflow = standardWorkflow()
  const intent = { by: agent, workflow, facts: noMoveFacts, now }

  expect(decideStatusChange(ended, { ...intent, to: standardStatus('open') }).events).toHaveLength(1)
  expect(decideStatusChange(ended, { ...intent, to: standardStatus('closed') }).events).toHaveLength(1)
  expect(() => decideStatusChange(ended, { ...intent, to: standardStatus('solved') })).toThrow(
    expect.objectContaining({ code: 'status_move_refused' }),
  )
})

test('an offered move says what it takes', () => {
  const workflow = standardWorkflow({
    transitions: [
      move('open', 'solved', { requires: ['resolution', 'type'], gates: ['resolution', 'checklist_done'] }),
      move('open', 'cancelled'),
      move('open', 'closed', { who: ['contact'] }),
    ],
  })
  const facts = { filled: new Set(['type']), openGates: new Set(['checklist_done']) }
  const offered = movesFrom(before, agent, { workflow, facts, now })

  expect(offered).toEqual([
    {
      to: standardStatus('solved'),
      requires: ['resolution'],
      gates: [
        { gate: 'resolution', isOpen: false },
        { gate: 'checklist_done', isOpen: true },
      ],
      isReopenExpired: false,
    },
    { to: standardStatus('cancelled'), requires: [], gates: [], isReopenExpired: false },
  ])
  expect(offered.map(isFree)).toEqual([false, true])
})
