import type { WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import { expect, test } from 'vitest'

import { allowMove, forbidMove, removeStatus, setMovesFrom, setMovesTo, setSilence } from './edit-definition.ts'

const asking = { fromId: 'open', toId: 'solved', who: [], requires: ['resolution' as const], gates: [] }
const back = { fromId: 'solved', toId: 'open', who: ['lead' as const], requires: [], gates: [] }
const definition: WorkflowDefinition = {
  statusIds: ['open', 'solved', 'closed'],
  transitions: [asking, back],
  silence: [{ statusId: 'solved', warnAfterDays: 7, moveAfterDays: 14, toId: 'open' }],
  reopenDays: 30,
}
const plain = (fromId: string, toId: string) => ({ fromId, toId, who: [], requires: [], gates: [] })

test('a move that is there keeps what it asks for when it is allowed once more', () => {
  expect(allowMove(definition, { fromId: 'open', toId: 'solved' })).toEqual(definition)
})

test('moves out of a status are set as a whole, and those that stay keep their terms', () => {
  expect(setMovesFrom(definition, 'open', ['solved', 'closed']).transitions).toEqual([
    asking,
    back,
    plain('open', 'closed'),
  ])
  expect(setMovesFrom(definition, 'open', []).transitions).toEqual([back])
})

test('moves to a status are set as a whole', () => {
  expect(setMovesTo(definition, 'open', ['solved', 'closed']).transitions).toEqual([
    asking,
    back,
    plain('closed', 'open'),
  ])
})

test('a status that is taken out takes its moves and its silence along', () => {
  expect(removeStatus(definition, 'solved')).toEqual({
    statusIds: ['open', 'closed'],
    transitions: [],
    silence: [],
    reopenDays: 30,
  })
})

test('silence that leads to a status goes with it', () => {
  expect(removeStatus(definition, 'open').silence).toEqual([])
})

test('a rule for silence is replaced where there is one, and taken away by none', () => {
  const longer = { warnAfterDays: 10, moveAfterDays: 20, toId: 'open' }
  expect(setSilence(definition, 'solved', longer).silence).toEqual([{ statusId: 'solved', ...longer }])
  expect(setSilence(definition, 'solved', null).silence).toEqual([])
})

test('only the move between the two statuses is forbidden', () => {
  expect(forbidMove(definition, { fromId: 'open', toId: 'solved' }).transitions).toEqual([back])
})
