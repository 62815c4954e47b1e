import type { DemoCase } from '../shape.ts'
import type { DemoDispatchRule } from '../desk-shape.ts'
import { idOf } from '../make-id.ts'
import { customerId } from '../customers.ts'
import { caseTypeId, priorityId } from '../settings.ts'
import { departmentId, employeeId } from '../staff.ts'
import { skillId } from './people.ts'

const ON_CALL = 'Incidents to hosting, day and night'

type Told = Omit<DemoCase, 'number'>
type RuleRow = Omit<DemoDispatchRule, 'id' | 'position'>
const is = (field: DemoDispatchRule['conditions'][number]['field'], ...values: string[]) => ({
  field,
  op: 'is' as const,
  values,
})
const rows: RuleRow[] = [
  {
    name: ON_CALL,
    conditions: [is('type', caseTypeId('incident'))],
    target: { kind: 'queue', departmentId: departmentId('hosting') },
    lastEmployeeId: null,
  },
  {
    name: 'Questions about invoices to Karen',
    conditions: [
      is('type', caseTypeId('question')),
      { field: 'words', op: 'contains', values: ['invoice', 'faktura'] },
    ],
    target: { kind: 'person', employeeId: employeeId('karen'), departmentId: departmentId('administration') },
    lastEmployeeId: null,
  },
  {
    name: 'Critical errors in Ledger to who knows it best',
    conditions: [is('type', caseTypeId('errorLedger')), is('priority', priorityId('Critical'))],
    target: { kind: 'skilled', departmentId: departmentId('fjordbyte'), skillIds: [skillId('Ledger and VAT')] },
    lastEmployeeId: null,
  },
  {
    name: 'Large orders of Baltic Shipping in turn',
    conditions: [is('customer', customerId('balticshipping')), is('type', caseTypeId('howTo'))],
    target: { kind: 'round_robin', departmentId: departmentId('firstLine'), skillIds: [] },
    lastEmployeeId: employeeId('mette'),
  },
  {
    name: 'Evening mail to whoever has least',
    conditions: [is('via', 'mail'), { field: 'hour', op: 'between', values: ['18:00', '06:00'] }],
    target: { kind: 'least_loaded', departmentId: departmentId('firstLine'), skillIds: [] },
    lastEmployeeId: null,
  },
]

export const dispatchRules: DemoDispatchRule[] = rows.map((row, index) => ({
  ...row,
  id: idOf(`dispatch rule ${row.name}`),
  position: index + 1,
}))

/** Cases of the latest weeks that the rule sent where their type would have sent them too. */
export function withRules(cases: readonly Told[], since: Date): Told[] {
  return cases.map((one) => {
    const [created, ...later] = one.happenings
    if (created?.kind !== 'created' || created.at < since || created.rule !== 'by_type') return one
    if (one.typeId !== caseTypeId('incident') || created.departmentId !== departmentId('hosting')) return one
    return { ...one, happenings: [{ ...created, rule: 'by_rule', ruleName: ON_CALL }, ...later] }
  })
}
