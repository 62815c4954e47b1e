import type { updateCompany as contract } from '@timedesk/contracts/settings'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { rateMissing } from '../agreements/rate-again.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { chooseReference } from '../platform/db/references.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { priceText, readRate } from '../platform/read-rate.ts'
import { COMPANY_SUBJECT_ID } from './company-subject.ts'

type Wanted = z.output<typeof contract.body>
type Fields = {
  name: string
  address: string
  postalCode: string
  city: string
  countryCode: string
  cvr: string | null
  vatId: string | null
  timeZone: string
  language: string
  /** Minor units. */
  ratePerHour: number | null
  mailIncludesText: boolean
  approvesTime: boolean
}
type Row = Fields & { currency: string; defaultDepartment: { id: string; name: string }; version: number }

/**
 * Changes the company and its defaults; a new price counts for time that is registered from now on (R6), and
 * for time that has none.
 * Refuses a stale version, a price in another currency, and a default department that is not active.
 */
export async function updateCompany(tx: Tx, context: Context, wanted: Wanted, ifMatch: number | null): Promise<void> {
  const { version, currency, defaultDepartment: left, ...before } = await lockCompany(tx)
  requireVersion(version, ifMatch)
  const pointer = '/body/defaultDepartmentId'
  const department = (await chooseReference(tx, 'department', wanted.defaultDepartmentId, left, pointer)) ?? left
  const after = fieldsAfter(before, wanted, currency)
  const changes = changesBetween(
    { ...before, ratePerHour: priceText(before.ratePerHour, currency), defaultDepartment: left.name },
    { ...after, ratePerHour: priceText(after.ratePerHour, currency), defaultDepartment: department.name },
  )
  if (changes.length === 0 && department.id === left.id) return
  await tx.rows(Prisma.sql`
    UPDATE company SET name = ${after.name}, address = ${after.address}, postal_code = ${after.postalCode}, city = ${after.city}, country_code = ${after.countryCode}, cvr = ${after.cvr},
           vat_id = ${after.vatId}, time_zone = ${after.timeZone}, language = ${after.language}, rate_per_hour = ${after.ratePerHour},
           mail_includes_text = ${after.mailIncludesText}, approves_time = ${after.approvesTime},
           default_department_id = ${department.id}::uuid, version = version + 1, updated_at = ${context.now}`)
  await appendEvents(tx, context, { kind: 'setting', id: COMPANY_SUBJECT_ID }, [
    { type: 'setting.changed', setting: 'company', name: after.name, changes },
  ])
  if (before.ratePerHour !== after.ratePerHour && after.ratePerHour !== null) await rateMissing(tx, context)
}

async function lockCompany(tx: Tx): Promise<Row> {
  const [row] = await tx.rows<Row>(Prisma.sql`
    SELECT c.name, c.address, c.postal_code AS "postalCode", c.city, c.country_code AS "countryCode", c.cvr, c.vat_id AS "vatId", c.time_zone AS "timeZone", c.language,
           c.rate_per_hour AS "ratePerHour", c.mail_includes_text AS "mailIncludesText", c.approves_time AS "approvesTime", c.currency, c.version,
           json_build_object('id', d.id, 'name', d.name) AS "defaultDepartment"
      FROM company c JOIN department d ON d.id = c.default_department_id FOR UPDATE OF c`)
  if (row === undefined) throw new Error('The database has no company.')
  return row
}

function fieldsAfter(before: Fields, wanted: Wanted, currency: string): Fields {
  return {
    name: wanted.name ?? before.name,
    address: wanted.address ?? before.address,
    postalCode: wanted.postalCode ?? before.postalCode,
    city: wanted.city ?? before.city,
    countryCode: wanted.countryCode ?? before.countryCode,
    cvr: wanted.cvr === undefined ? before.cvr : wanted.cvr,
    vatId: wanted.vatId === undefined ? before.vatId : wanted.vatId,
    timeZone: wanted.timeZone ?? before.timeZone,
    language: wanted.language ?? before.language,
    ratePerHour: wanted.ratePerHour === undefined ? before.ratePerHour : readRate(wanted.ratePerHour, currency),
    mailIncludesText: wanted.mailIncludesText ?? before.mailIncludesText,
    approvesTime: wanted.approvesTime ?? before.approvesTime,
  }
}
