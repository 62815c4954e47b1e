import { expect, test } from 'vitest'
import type { Workflow } from '../workflow/workflow.ts'
import { noMoveFacts } from '../workflow/move-terms.ts'
import { isRefused, type MadeMove } from './replay-moves.ts'

const fresh = { id: 'new', name: 'New', category: 'new' } as const
const open = { id: 'open', name: 'Open', category: 'open' } as const
const parked = { id: 'parked', name: 'Parked', category: 'open' } as const
const solved = { id: 'solved', name: 'Solved', category: 'solved' } as const
const gone = { id: '', name: 'On hold', category: 'open' } as const
const move = (fromId: string, toId: string, who: Workflow['transitions'][number]['who'] = []) => ({
  ...{ fromId, toId, who, requires: [], gates: [] },
})
const workflow: Workflow = {
  statuses: [fresh, open, parked, solved],
  transitions: [
    move('new', 'open'),
    move('open', 'solved', ['lead', 'contact']),
    move('parked', 'open', ['responsible']),
  ],
  silence: [],
  reopenDays: null,
}
const agent = { kind: 'employee', role: 'agent', isResponsible: false } as const
const lead = { kind: 'employee', role: 'lead', isResponsible: false } as const
const hasLeft = { kind: 'employee', role: null, isResponsible: false } as const
const contact = { kind: 'contact', role: null, isResponsible: false } as const
const job = { kind: 'system', role: null, isResponsible: false } as const

test.for([
  ['a transition for everybody is anybody’s of the staff', fresh, open, agent, false],
  ['a transition that is not there is refused', fresh, solved, lead, true],
  ['a transition for leads is not an agent’s', open, solved, agent, true],
  ['a transition for leads is a lead’s', open, solved, lead, false],
  ['a transition for contacts is a contact’s', open, solved, contact, false],
  ['a transition for staff is not a contact’s', fresh, open, contact, true],
  ['a job makes any transition', open, solved, job, false],
  ['a job makes none that is not there', fresh, solved, job, true],
  ['who had the case may make what is for them', parked, open, { ...agent, isResponsible: true }, false],
  ['who did not have it may not', parked, open, agent, true],
  ['who has left is taken as an agent', open, solved, hasLeft, true],
  ['a status that is no more cannot be moved to', open, gone, lead, true],
  ['from a status that is no more it goes on as from the nearest', gone, solved, lead, false],
  ['going to where it counts as standing already is no move', gone, open, agent, false],
] as const)('%s', ([, from, to, by, refused]) => {
  const made: MadeMove = { at: new Date('2026-03-02T09:00:00.000Z'), from, to, by, facts: noMoveFacts }

  expect(isRefused(workflow, made)).toBe(refused)
})

const asking: Workflow = {
  ...workflow,
  transitions: [
    {
      ...move('open', 'solved', ['agent', 'contact']),
      requires: ['resolution', 'product'],
      gates: ['time_registered'],
    },
  ],
}
const had = (filled: string[], openGates: string[]) => ({ filled: new Set(filled), openGates: new Set(openGates) })

test.for([
  ['with all that is asked for it is made', had(['resolution', 'product'], ['time_registered']), agent, false],
  ['without a field it is refused', had(['resolution'], ['time_registered']), agent, true],
  ['with a closed gate it is refused', had(['resolution', 'product'], []), agent, true],
  ['a job is asked for as much', had([], []), job, true],
  ['a contact is asked for nothing', had([], []), contact, false],
] as const)('a move that asks for something: %s', ([, facts, by, refused]) => {
  const made: MadeMove = { at: new Date('2026-03-02T09:00:00.000Z'), from: open, to: solved, by, facts }

  expect(isRefused(asking, made)).toBe(refused)
})
