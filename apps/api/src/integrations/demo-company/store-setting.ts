import type { SubjectKind } from '@timedesk/contracts/events'
import type { DemoCompany } from '@timedesk/prisma/seed/shape'
import type { CaseStatus } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/new-id.ts'
import type { AboutSubject, Author } from '../write-histories.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import * as tables from './rows.ts'
import { storeStatuses, storeWorkflows } from './store-desk.ts'
import { storeInvoicing } from './store-invoicing.ts'
import { storePriceLevels } from './store-settlement.ts'

const system: Author = { kind: 'system', id: null, name: 'Timedesk' }

/** Where a case goes that no type sends elsewhere. */
const DEFAULT_QUEUE = 'First line'

/** The ids that the database has for what every installation begins with. */
export type StandardIds = {
  /** By the demo company's own ids. */
  statusOf: ReadonlyMap<string, CaseStatus>
  priorityOf: ReadonlyMap<string, { id: string; name: string }>
}

/**
 * Stores all that a case needs: the seller, people, settings and customers. The standard statuses and priorities
 * stay; the standard department and activity types give way.
 */
export async function storeSetting(tx: Tx, company: DemoCompany, passwordHash: string): Promise<StandardIds> {
  await insertRows(tx, tables.departments, company.departments)
  await storeStatuses(tx, company)
  await storeWorkflows(tx, company)
  await storeSeller(tx, company)
  await tx.rows(Prisma.sql`DELETE FROM department WHERE id <> ALL(${company.departments.map(({ id }) => id)}::uuid[])`)
  await tx.rows(Prisma.sql`DELETE FROM activity_type`)
  await insertRows(tx, tables.activityTypes, company.activityTypes)
  await storePriceLevels(tx, company)
  await storeInvoicing(tx, company)
  await insertRows(
    tx,
    tables.employees,
    company.employees.map((employee) => ({ ...employee, passwordHash })),
  )
  await insertRows(tx, tables.caseTypes, company.caseTypes)
  await insertRows(tx, tables.customers, company.customers)
  await insertRows(
    tx,
    tables.contacts,
    company.contacts.map((contact) => ({ ...contact, passwordHash })),
  )
  await insertRows(tx, tables.projects, company.projects)
  return standardIds(tx, company)
}

async function storeSeller(tx: Tx, { company, departments }: DemoCompany): Promise<void> {
  const queue = departments.find(({ name }) => name === DEFAULT_QUEUE) ?? departments[0]
  if (queue === undefined) throw new RangeError('The demo company has no department')
  const { name, address, postalCode, city, countryCode, cvr, vatId } = company
  const { currency, timeZone, language, ratePerHour, approvesTime } = company
  await tx.rows(Prisma.sql`UPDATE company SET name = ${name}, address = ${address}, postal_code = ${postalCode}, city = ${city},
    country_code = ${countryCode}, cvr = ${cvr},
    vat_id = ${vatId}, currency = ${currency}, time_zone = ${timeZone}, language = ${language}, rate_per_hour = ${ratePerHour},
    approves_time = ${approvesTime}, default_department_id = ${queue.id}::uuid`)
}

/** How everything came to be there. */
export function creationEvents(company: DemoCompany): AboutSubject[] {
  const { departments, employees, customers, contacts, projects, agreements } = company
  const made = (
    payload: AboutSubject['payload'],
    one: { id: string; createdAt: Date },
    kind: SubjectKind,
    customerId: string | null,
  ): AboutSubject => ({
    id: newId(one.createdAt.getTime()),
    at: one.createdAt,
    actor: system,
    payload,
    subject: { kind, id: one.id, caseId: null, customerId },
  })
  return [
    ...departments.map((one) => made({ type: 'department.created', name: one.name }, one, 'department', null)),
    ...employees.map((one) => made({ type: 'employee.created', name: one.name }, one, 'employee', null)),
    ...customers.map((one) => made({ type: 'customer.created', name: one.name }, one, 'customer', one.id)),
    ...contacts.map((one) => made({ type: 'contact.created', name: one.name }, one, 'contact', one.customerId)),
    ...projects.map((one) => made({ type: 'project.created', name: one.name }, one, 'project', one.customerId)),
    ...agreements.map((one) =>
      made({ type: 'agreement.created', name: one.heading }, one, 'agreement', one.customerId),
    ),
  ]
}

async function standardIds(tx: Tx, { statuses, priorities }: DemoCompany): Promise<StandardIds> {
  const ours = await tx.rows<CaseStatus>(
    Prisma.sql`SELECT id, name, category, pauses_clock AS "pausesClock" FROM case_status`,
  )
  const levels = await tx.rows<{ id: string; name: string }>(Prisma.sql`SELECT id, name FROM priority`)
  const byId = new Map(ours.map((status) => [status.id, status]))
  const levelById = new Map(levels.map((priority) => [priority.id, priority]))
  return {
    statusOf: matched(statuses, ({ id }) => byId.get(id)),
    priorityOf: matched(priorities, ({ id }) => levelById.get(id)),
  }
}

function matched<Demo extends { id: string; name: string }, Ours>(
  demo: readonly Demo[],
  find: (one: Demo) => Ours | undefined,
): Map<string, Ours> {
  return new Map(
    demo.map((one) => {
      const ours = find(one)
      if (ours === undefined) throw new RangeError(`The database lacks ${one.name}`)
      return [one.id, ours]
    }),
  )
}
