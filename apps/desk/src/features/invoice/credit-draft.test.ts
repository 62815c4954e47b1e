import { expect, test } from 'vitest'

import { creditBody, type CreditDraft, type CreditPart } from './credit-draft.ts'

const time: CreditPart = {
  id: 'time',
  kind: 'source',
  text: 'Reset',
  left: '475.00',
  dispositions: ['rebill', 'write_off', 'return_to_voucher'],
}
const own: CreditPart = { id: 'own', kind: 'line', text: 'Travel', left: '200.00', dispositions: [] }
const draft: CreditDraft = { reason: ' Twice ', isWhole: false, disposition: 'rebill', parts: {} }

test('all that is left is credited by its reason and one disposition', () => {
  const body = creditBody({ ...draft, isWhole: true, disposition: 'write_off' }, [time, own], 'DKK')
  expect(body).toEqual({ reason: 'Twice', disposition: 'write_off' })
})

test('chosen parts are named, with an amount only where it is not all that is left', () => {
  const parts = {
    time: { isChosen: true, disposition: 'write_off', amount: '75,50' },
    own: { isChosen: true, disposition: 'rebill', amount: '200.00' },
  } as const
  expect(creditBody({ ...draft, parts }, [time, own], 'DKK')).toEqual({
    reason: 'Twice',
    sources: [{ id: 'time', disposition: 'write_off', amount: { amount: '75.50', currency: 'DKK' } }],
    lines: [{ id: 'own' }],
  })
})

test('a part that nobody chose is left alone', () => {
  expect(creditBody(draft, [time, own], 'DKK')).toEqual({ reason: 'Twice', sources: [], lines: [] })
})
