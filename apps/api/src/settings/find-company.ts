import type { Company } from '@timedesk/contracts/settings'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

type Row = Omit<Company, 'ratePerHour'> & {
  /** Minor units. */
  ratePerHour: number | null
}

/** The company that gives the support. There is always one. */
export async function findCompany(reader: Reader): Promise<Company> {
  const [row] = await reader.rows<Row>(Prisma.sql`
    SELECT c.name, c.address, c.postal_code AS "postalCode", c.city, c.country_code AS "countryCode", c.cvr, c.vat_id AS "vatId", c.currency, c.time_zone AS "timeZone", c.language,
           c.rate_per_hour AS "ratePerHour", c.mail_includes_text AS "mailIncludesText", c.approves_time AS "approvesTime",
           json_build_object('id', d.id, 'name', d.name) AS "defaultDepartment", c.version
      FROM company c JOIN department d ON d.id = c.default_department_id`)
  if (row === undefined) throw new Error('The database has no company.')
  const { ratePerHour: minor, ...company } = row
  return { ...company, ratePerHour: minor === null ? null : toWire({ minor, currency: company.currency }) }
}
