import { z } from 'zod'
import { Day, HourlyRate, Id, Money, idParams } from './primitives.ts'
import { defineRoute } from './route.ts'

export const CostRates = z
  .object({ data: z.array(z.object({ validFrom: Day, ratePerHour: Money })).meta({ description: 'Latest first.' }) })
  .meta({ id: 'CostRates' })
export type CostRates = z.infer<typeof CostRates>
export const listCostRates = defineRoute({
  method: 'GET',
  path: '/api/v1/employees/:employeeId/cost-rates',
  tag: 'Prices',
  summary: 'List the cost rates of an employee',
  description: 'What an hour costs the company, from a day on (R57).',
  access: { audience: 'staff', permission: 'cost:read' },
  params: idParams('employeeId'),
  responses: { 200: CostRates },
  refusals: ['not_found'],
})
export const setCostRate = defineRoute({
  method: 'PUT',
  path: '/api/v1/employees/:employeeId/cost-rates/:validFrom',
  tag: 'Prices',
  summary: 'Set the cost rate of an employee from a day on',
  description: 'Work from that day on costs anew, except what is booked in a closed period.',
  access: { audience: 'staff', permission: 'cost:write' },
  params: z.strictObject({ employeeId: Id, validFrom: Day }),
  body: z.strictObject({ ratePerHour: HourlyRate }),
  responses: { 200: CostRates },
  refusals: ['not_found', 'invalid_money'],
})
export const removeCostRate = defineRoute({
  method: 'DELETE',
  path: '/api/v1/employees/:employeeId/cost-rates/:validFrom',
  tag: 'Prices',
  summary: 'Remove a cost rate',
  description: 'Work from that day on costs what the rate before says.',
  access: { audience: 'staff', permission: 'cost:write' },
  params: z.strictObject({ employeeId: Id, validFrom: Day }),
  responses: { 204: null },
  refusals: ['not_found'],
})
