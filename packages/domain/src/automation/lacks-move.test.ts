import type { RuleAction } from '@timedesk/contracts/automation-rules'
import { expect, test } from 'vitest'
import type { CaseFacts } from '../conditions/facts.ts'
import type { CaseStatus } from '../helpdesk/status.ts'
import type { Workflow } from '../workflow/workflow.ts'
import { lacksMove } from './lacks-move.ts'

const statuses: CaseStatus[] = [
  { id: 'new', name: 'New', category: 'new' },
  { id: 'open', name: 'Open', category: 'open' },
  { id: 'solved', name: 'Solved', category: 'solved' },
  { id: 'tested', name: 'Tested', category: 'solved' },
]
const workflow = (moves: [string, string][]): Workflow => ({
  statuses: statuses.filter(({ id }) => id !== 'tested'),
  transitions: moves.map(([fromId, toId]) => ({ fromId, toId, who: ['lead'], requires: ['reason'], gates: [] })),
  silence: [],
  reopenDays: null,
})
const strict = workflow([['new', 'open']])
const free = workflow([
  ['new', 'open'],
  ['new', 'solved'],
  ['open', 'solved'],
  ['solved', 'open'],
])
const book = {
  workflowOf: (typeId: string | null) => (typeId === 'free' ? free : strict),
  statuses: new Map(statuses.map((status) => [status.id, status])),
}
const facts = (statusId: string, typePath: string[] = []) => ({ statusId, typePath }) as unknown as CaseFacts
const to = (statusId: string): RuleAction => ({ kind: 'status', statusId })
const typed: RuleAction = { kind: 'type', typeId: 'free' }

test.for([
  ['a move that the workflow has', [to('open')], facts('new'), false],
  ['a move that it does not have', [to('solved')], facts('new'), true],
  ['a move that the workflow of its type has', [to('solved')], facts('new', ['free', 'root']), false],
  ['a move that the workflow of the type it gets has', [typed, to('solved')], facts('new'), false],
  ['a status that it has already', [to('solved')], facts('solved'), false],
  ['a status that the workflow does not have', [to('tested')], facts('new'), true],
  ['a move from a status that counts as another one', [to('open')], facts('tested', ['free']), false],
  ['no move at all', [typed], facts('new'), false],
] as const)('%s', ([, actions, of, lacks]) => {
  expect(lacksMove(actions, of, book)).toBe(lacks)
})
