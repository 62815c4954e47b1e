import { expect, test } from 'vitest'
import { move, standardStatus, standardWorkflow } from '../../test/standard-workflow.ts'
import { closedGatesInto } from './gates-into.ts'

const workflow = standardWorkflow({
  transitions: [
    move('new', 'solved'),
    move('open', 'solved', { gates: ['resolution', 'checklist_done'] }),
    move('waiting_customer', 'solved', { gates: ['resolution'] }),
    move('solved', 'closed', { gates: ['time_registered'] }),
    move('open', 'cancelled', { gates: ['children_closed'] }),
    move('closed', 'open', { gates: ['time_registered'] }),
  ],
})

test.for([
  ['open', [], []],
  ['solved', [], ['resolution', 'checklist_done']],
  ['solved', ['checklist_done'], ['resolution']],
  ['closed', ['checklist_done'], ['resolution', 'time_registered']],
  ['closed', ['checklist_done', 'resolution', 'time_registered'], []],
  ['cancelled', [], ['children_closed']],
] as const)('a case that is %s and has %j met these on its way: %j', ([category, open, closed]) => {
  const facts = { filled: new Set<string>(), openGates: new Set<string>(open) }
  expect(closedGatesInto(workflow, standardStatus(category), facts)).toEqual(closed)
})

test('a solved status that the workflow lacks counts as the one that the case gets', () => {
  const gone = { id: 'id of gone', name: 'Gone', category: 'solved' as const }
  const facts = { filled: new Set<string>(), openGates: new Set(['resolution']) }
  expect(closedGatesInto(workflow, gone, facts)).toEqual(['checklist_done'])
})
