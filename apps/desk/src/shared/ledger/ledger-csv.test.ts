import type { LedgerRow } from '@timedesk/contracts/vouchers'
import { expect, test } from 'vitest'

import { ledgerCsv } from './ledger-csv.ts'

const ID = '019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'
const money = (amount: string) => ({ amount, currency: 'DKK' })
const sale: LedgerRow = {
  ...{ id: ID, kind: 'sale', bookedOn: '2026-01-05', workDate: null, case: null, employee: null, minutes: null },
  ...{
    units: 600,
    balanceAfter: 600,
    revenue: money('0.00'),
    credited: money('0.00'),
    liabilityAfter: money('9000.00'),
  },
  ...{ counterpart: null, reason: '', approvedBy: null, actorName: 'Karen Bech', at: '2026-01-05T09:00:00.000Z' },
}
const draw: LedgerRow = {
  ...{
    ...sale,
    kind: 'draw',
    bookedOn: '2026-01-07',
    workDate: '2026-01-06',
    minutes: 30,
    units: -30,
    balanceAfter: 570,
  },
  ...{ case: { id: ID, number: 1042, subject: '=cmd; "now"' }, employee: { id: ID, name: 'Mette Holm' } },
  ...{ revenue: money('450.00'), liabilityAfter: money('8550.00') },
}
const words = (key: string) => key

test.for([
  [
    'en',
    `2026-01-05,,kind_sale,,,,,10,10,0.00,0.00,9000.00,DKK,,,Karen Bech\r\n2026-01-07,2026-01-06,kind_draw,1042,"'=cmd; ""now""",Mette Holm,30,-0:30,9:30,450.00,0.00,8550.00,DKK,,,Karen Bech`,
  ],
  [
    'da',
    `2026-01-05;;kind_sale;;;;;10;10;0,00;0,00;9000,00;DKK;;;Karen Bech\r\n2026-01-07;2026-01-06;kind_draw;1042;"'=cmd; ""now""";Mette Holm;30;-0:30;9:30;450,00;0,00;8550,00;DKK;;;Karen Bech`,
  ],
] as const)('a ledger is a file for spreadsheets in %s, oldest first and without formulas', ([language, lines]) => {
  const units = { unit: 'minutes', currency: 'DKK' } as const

  const [head = '', ...rest] = ledgerCsv([draw, sale], { units, words, language }).split('\r\n')

  expect(head.startsWith('\uFEFFcsvBooked')).toBe(true)
  expect(rest.join('\r\n')).toBe(lines)
})
