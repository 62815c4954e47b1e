import type { SetupStepName, SetupSteps } from '@timedesk/contracts/setup-steps'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

type Facts = Record<Exclude<SetupStepName, 'mail'>, boolean>

/** What a new help desk still needs, told by what is there. The calendar and the company that come with it count once somebody has seen to them. */
export async function findSetupSteps(reader: Reader, hasMailServer: boolean): Promise<SetupSteps['data']> {
  const [facts] = await reader.rows<Facts>(Prisma.sql`
    SELECT (SELECT address <> '' FROM company) AS company,
           EXISTS (SELECT 1 FROM service_calendar WHERE version > 1)
             OR (SELECT count(*) > 1 FROM service_calendar) AS hours,
           (SELECT count(*) > 1 FROM (SELECT 1 FROM employee LIMIT 2) e) AS people,
           EXISTS (SELECT 1 FROM customer) AS customer,
           EXISTS (SELECT 1 FROM support_case) AS "case"`)
  if (facts === undefined) throw new Error('The database has no company.')
  const { company, hours, people, customer } = facts
  return [
    { step: 'company', isDone: company },
    { step: 'mail', isDone: hasMailServer },
    { step: 'hours', isDone: hours },
    { step: 'people', isDone: people },
    { step: 'customer', isDone: customer },
    { step: 'case', isDone: facts.case },
  ]
}
