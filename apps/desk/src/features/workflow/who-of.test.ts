import { StaffRole } from '@timedesk/contracts/access'
import type { TransitionParty } from '@timedesk/contracts/workflow-definition'
import { expect, test } from 'vitest'

import { partiesOf, whoOf } from './who-of.ts'

test.for<[string, TransitionParty[], ReturnType<typeof whoOf>]>([
  ['nobody named is anyone of the staff', [], { staff: 'anyone', parties: [], contact: false }],
  ['the customer alone keeps staff out', ['contact'], { staff: 'nobody', parties: [], contact: true }],
  [
    'all roles and the customer are anyone and the customer',
    [...StaffRole.options, 'contact'],
    { staff: 'anyone', parties: [], contact: true },
  ],
  [
    'some of the staff stay some',
    ['lead', 'responsible', 'contact'],
    { staff: 'some', parties: ['lead', 'responsible'], contact: true },
  ],
])('%s, and comes back as the same parties', ([, parties, who]) => {
  expect(whoOf(parties)).toEqual(who)
  expect(partiesOf(who)).toEqual(parties)
})
