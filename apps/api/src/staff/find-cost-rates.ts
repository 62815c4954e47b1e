import type { CostRates } from '@timedesk/contracts/cost-rates'
import { Refusal } from '@timedesk/contracts/refusal'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import type { CostRate } from '../time/cost-of-work.ts'

/** The cost rates of an employee, latest first. Refuses with `not_found` somebody who does not exist. */
export async function findCostRates(reader: Reader, employeeId: string): Promise<CostRates> {
  const { currency, rates } = await readCostRates(reader, employeeId)
  return {
    data: rates.map(({ validFrom, ratePerHour: minor }) => ({ validFrom, ratePerHour: toWire({ minor, currency }) })),
  }
}

/** The same as they are stored, with whose they are. */
export async function readCostRates(
  reader: Reader,
  employeeId: string,
): Promise<{ name: string; currency: string; rates: CostRate[] }> {
  const [row] = await reader.rows<{ name: string; currency: string; rates: CostRate[] }>(Prisma.sql`
    SELECT e.name, co.currency,
           (SELECT coalesce(json_agg(json_build_object('validFrom', r.valid_from::text, 'ratePerHour', r.rate_per_hour) ORDER BY r.valid_from DESC), '[]')
              FROM cost_rate r WHERE r.employee_id = e.id) AS rates
      FROM employee e CROSS JOIN company co WHERE e.id = ${employeeId}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}
