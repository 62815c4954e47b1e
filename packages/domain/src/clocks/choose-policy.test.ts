import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choosePolicy, type PolicyScope } from './choose-policy.ts'

const subject = { agreementId: 'a1', customerId: 'c1', typeLine: ['printers', 'hardware'], priorityId: 'high' }
const policy = (id: string, given: Partial<PolicyScope> = {}): PolicyScope => ({
  ...{ id, agreementId: null, customerId: null, typeId: null, position: 0, isActive: true, priorityIds: ['high'] },
  ...given,
})
const general = policy('general')
const ofType = policy('hardware', { typeId: 'hardware' })
const ofNearType = policy('printers', { typeId: 'printers' })
const ofCustomer = policy('customer', { customerId: 'c1' })
const ofAgreement = policy('agreement', { agreementId: 'a1' })

test.for([
  ['agreement', [general, ofType, ofNearType, ofCustomer, ofAgreement], 'agreement'],
  ['customer', [general, ofType, ofCustomer, ofNearType], 'customer'],
  ['printers', [general, ofType, ofNearType], 'type'],
  ['hardware', [general, ofType], 'type'],
  ['general', [general], 'general'],
  [null, [], 'none'],
  [
    'customer and type',
    [ofCustomer, policy('customer and type', { customerId: 'c1', typeId: 'hardware' })],
    'customer',
  ],
  ['first', [policy('second', { position: 2 }), policy('first', { position: 1 })], 'general'],
] as const)('%s is nearest to the case', ([id, policies, why]) => {
  const choice = choosePolicy(policies, subject)

  expect(choice.chosen?.id ?? null).toBe(id)
  expect(choice.why).toBe(why)
})

test.for([
  ['inactive', { agreementId: 'a1', isActive: false }],
  ['agreement', { agreementId: 'a2' }],
  ['customer', { customerId: 'c2' }],
  ['type', { typeId: 'phones' }],
  ['priority', { priorityIds: ['low'] }],
  ['less_specific', {}],
] as const)('one that loses by %s says so', ([lostBy, given]) => {
  const loser = policy('loser', given)

  expect(choosePolicy([loser, ofNearType], subject)).toEqual({
    chosen: ofNearType,
    why: 'type',
    others: [{ policy: loser, lostBy }],
  })
})

test('among equals the position decides, and the other says that it did', () => {
  const second = policy('second', { position: 2 })

  expect(choosePolicy([second, general], subject).others).toEqual([{ policy: second, lostBy: 'position' }])
})

test('the order in which policies are given makes no difference', () => {
  const all = [general, ofType, ofNearType, ofCustomer, ofAgreement, policy('other', { customerId: 'c2' })]
  fc.assert(
    fc.property(fc.shuffledSubarray(all), (policies) => {
      expect(choosePolicy(policies, subject)).toEqual(choosePolicy(policies.toReversed(), subject))
    }),
  )
})
