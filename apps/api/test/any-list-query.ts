import { statusCategories } from '@timedesk/domain/helpdesk/status'
import type { Query, QueryNode, QueryTerm, QueryValue } from '@timedesk/domain/query/query'
import fc from 'fast-check'
import type { ListWorld } from './list-world.ts'

const is = (text: string): QueryValue => ({ kind: 'is', text })
const oneOf = (...texts: string[]) => fc.constantFrom(...texts).map(is)
const distance = fc.constantFrom('2h', '9h', '20h', '1d', '3d')

/** Values of a key that can be told apart: a distance is never exactly met. */
const near = fc.oneof(
  fc.record({ kind: fc.constantFrom('below' as const, 'above' as const), text: distance }),
  fc.constant<QueryValue>({ kind: 'range', from: '2h', to: '1d' }),
)

function valuesOf({ cases, customers }: ListWorld): Record<string, fc.Arbitrary<QueryValue>> {
  const numbers = cases.map(({ number }) => number)
  const number = fc.constantFrom(...numbers)
  return {
    status: oneOf(...statusCategories),
    is: oneOf('active', 'unread', 'unassigned', 'mine', 'breached'),
    responsible: oneOf('me', 'none', 'Bo Friis', 'Anna Holm'),
    department: oneOf('mine', 'Support', 'hosting'),
    type: oneOf('none', 'Incident', 'outage'),
    customer: oneOf('Acme', 'Nordlys Software', ...customers.map((one) => `#${String(one.number)}`)),
    tag: oneOf('printing', 'vpn', 'urgent', 'nothing'),
    subject: oneOf('printer', 'SLOW', '1'),
    created: near,
    due: fc.oneof(near, oneOf('none'), fc.constant<QueryValue>({ kind: 'range', from: '', to: '3d' })),
    number: fc.oneof(
      number.map((one) => is(String(one))),
      number.map((one): QueryValue => ({ kind: 'above', text: String(one) })),
      number.map((one): QueryValue => ({ kind: 'range', from: '', to: String(one) })),
    ),
  }
}

/** Any query without words over what a world of cases holds, negated and nested. */
export function anyListQuery(world: ListWorld): fc.Arbitrary<Query> {
  const values = valuesOf(world)
  const term: fc.Arbitrary<QueryTerm> = fc.constantFrom(...Object.keys(values)).chain((key) =>
    fc.record({
      kind: fc.constant('term' as const),
      key: fc.constant(key),
      isNegated: fc.boolean(),
      values: fc.array(values[key] ?? fc.constant(is('none')), { minLength: 1, maxLength: 2 }),
    }),
  )
  const branch = fc.array(term, { minLength: 1, maxLength: 2 }).map((all): Query => ({ all }))
  const group = fc.record({
    kind: fc.constant('group' as const),
    isNegated: fc.boolean(),
    any: fc.array(branch, { minLength: 2, maxLength: 3 }),
  })
  const node: fc.Arbitrary<QueryNode> = fc.oneof({ weight: 3, arbitrary: term }, { weight: 1, arbitrary: group })
  return fc.array(node, { maxLength: 3 }).map((all) => ({ all }))
}
