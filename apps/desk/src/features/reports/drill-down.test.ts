import { expect, test } from 'vitest'

import { drillDown } from './drill-down.ts'

const search = new URLSearchParams('basis=invoiced&order=-cost')

test.for([
  ['customer', 'c1', '/reports/profit?basis=invoiced&by=agreement&customer=c1'],
  ['agreement', 'a1', '/reports/profit?basis=invoiced&by=case&agreement=a1'],
  ['employee', 'e1', '/reports/profit?basis=invoiced&by=customer&employee=e1'],
  ['department', 'd1', '/reports/profit?basis=invoiced&by=employee&department=d1'],
  ['settlement', 'voucher', '/reports/profit?basis=invoiced&by=agreement&settlement=voucher'],
  ['month', '2026-02', '/reports/profit?basis=invoiced&from=2026-02-01&to=2026-02-28&by=customer'],
  ['case', 'k1', '/cases/k1'],
  ['case_type', 't1', null],
  ['customer', '', null],
] as const)('below the %s %s lies %s', ([by, key, address]) => {
  expect(drillDown(by, { key }, search)).toBe(address)
})
