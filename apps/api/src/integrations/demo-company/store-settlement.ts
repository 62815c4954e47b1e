import type { DemoCompany } from '@timedesk/prisma/seed/shape'
import type { DemoAgreement, DemoScopeRule } from '@timedesk/prisma/seed/settlement-shape'
import { FIRST_CALENDAR_DAY } from '@timedesk/domain/calendar/service-calendar'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import * as tables from './settlement-rows.ts'
import type { Names } from './names.ts'

/** Stores price classes, before there are employees who have one, and calendars in place of the standard one. */
export async function storePriceLevels(tx: Tx, { priceClasses, serviceCalendars }: DemoCompany): Promise<void> {
  await insertRows(tx, tables.priceClasses, priceClasses)
  await tx.rows(Prisma.sql`DELETE FROM service_calendar`)
  await insertRows(tx, tables.serviceCalendars, serviceCalendars)
  const hours = serviceCalendars.flatMap(({ id: calendarId, hours: versions }) =>
    versions.map(({ validFrom, ...version }) => ({
      ...version,
      calendarId,
      validFrom: validFrom ?? FIRST_CALENDAR_DAY,
    })),
  )
  await insertRows(tx, tables.calendarHours, hours)
  await insertRows(
    tx,
    tables.calendarSpans,
    hours.flatMap(({ calendarId, validFrom, spans }) => spans.map((span) => ({ ...span, calendarId, validFrom }))),
  )
  await insertRows(
    tx,
    tables.calendarHolidays,
    serviceCalendars.flatMap(({ id: calendarId, holidays }) => holidays.map((day) => ({ ...day, calendarId }))),
  )
}

/** Stores what work is priced and settled by, as it stood when it was agreed. */
export async function storeAgreements(tx: Tx, company: DemoCompany, names: Names, newId: () => string): Promise<void> {
  const { rateCards, agreements, planLines } = company
  await insertRows(tx, tables.costRates, company.costRates)
  await insertRows(tx, tables.projectTasks, company.tasks)
  await insertRows(tx, tables.rateCards, rateCards)
  await insertRows(
    tx,
    tables.rateCardRows,
    rateCards.flatMap(({ rows }) => rows),
  )
  await insertRows(
    tx,
    tables.agreements,
    agreements.map((agreement) => ({ ...agreement, isScoped: agreement.scope.length > 0 })),
  )
  await insertRows(
    tx,
    tables.agreementScopes,
    agreements.flatMap((agreement) => agreement.scope.map((rule) => scopeRow(agreement, rule, newId()))),
  )
  await insertRows(tx, tables.planLines, planLines)
  const owners = new Map(agreements.map(({ id, ownerId }) => [id, names.employee(ownerId)]))
  await insertRows(
    tx,
    tables.linePrices,
    planLines.map(({ id, customerId, agreementId, startsOn, quantity, unitPrice, createdAt }) => {
      const agreed = { quantity, unitPrice, kind: 'agreed' as const, createdByName: owners.get(agreementId) ?? '' }
      return { ...agreed, id: newId(), customerId, lineId: id, validFrom: startsOn, createdAt }
    }),
  )
}

function scopeRow({ id: agreementId }: DemoAgreement, { mode, kind, id: named }: DemoScopeRule, id: string) {
  const of = (wanted: DemoScopeRule['kind']) => (kind === wanted ? named : null)
  return {
    id,
    agreementId,
    mode,
    caseTypeId: of('case_type'),
    activityTypeId: of('activity_type'),
    departmentId: of('department'),
    projectId: of('project'),
  }
}

/** Stores who submitted and approved which week, and the stopwatches that run. */
export async function storeWeeks(tx: Tx, { weekSheets, timers }: DemoCompany, names: Names): Promise<void> {
  await insertRows(
    tx,
    tables.weekSheets,
    weekSheets.map((sheet) => {
      const { decidedById } = sheet
      return { ...sheet, decidedByName: decidedById === null ? null : names.employee(decidedById) }
    }),
  )
  await insertRows(tx, tables.timers, timers)
}
