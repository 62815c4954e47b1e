import type { AgreementTerms } from '@timedesk/domain/cover/terms'
import { Prisma } from '@timedesk/prisma/client'
import { serviceCalendarJson } from '../settings/service-calendar-json.ts'

/** An agreement as the engine reads it, and the percentages used at which a warning is given (R29). */
export type LoadedTerms = AgreementTerms & { thresholds: number[] }

/** The service hours of agreement `a`, as JSON; null without a policy that asks for them. */
export const calendarJson = Prisma.sql`CASE WHEN a.after_hours = 'none' THEN NULL ELSE (
  SELECT ${serviceCalendarJson} FROM service_calendar k WHERE k.id = a.calendar_id) END`

/** The prices of agreement `a`, as JSON. Those in another currency than its own are none: they are never converted. */
export const rateCardJson = Prisma.sql`CASE WHEN a.rate_card_id IS NULL THEN '[]'::json ELSE (
  SELECT coalesce(json_agg(json_build_object('priceClassId', w.price_class_id, 'activityTypeId', w.activity_type_id,
    'validFrom', w.valid_from, 'ratePerHour', w.rate_per_hour)), '[]')
  FROM rate_card_row w JOIN rate_card rc ON rc.id = w.rate_card_id
  WHERE w.rate_card_id = a.rate_card_id AND rc.currency = a.currency) END`

const scope = Prisma.sql`CASE WHEN NOT a.is_scoped THEN '[]'::json ELSE (
  SELECT coalesce(json_agg(json_build_object('mode', o.mode, 'id', coalesce(o.case_type_id, o.activity_type_id, o.department_id, o.project_id),
    'kind', CASE WHEN o.case_type_id IS NOT NULL THEN 'case_type' WHEN o.activity_type_id IS NOT NULL THEN 'activity_type'
      WHEN o.department_id IS NOT NULL THEN 'department' ELSE 'project' END)), '[]')
  FROM agreement_scope o WHERE o.agreement_id = a.id) END`

/** The same as far as it says so itself; whole where it has no prices, scope or calendar besides. */
export type PlainTerms = LoadedTerms & { isScoped: boolean; isWhole: boolean }

/** Agreement `a` with its scope, prices and calendar, as JSON of `LoadedTerms`. */
export const termsJson = Prisma.sql`json_build_object(${ownTerms({ rateCard: rateCardJson, scope, calendar: calendarJson })})`

/** Agreement `a` as JSON of `PlainTerms`: nothing else has to be looked up for it. */
export const plainTermsJson = Prisma.sql`json_build_object(${ownTerms({
  rateCard: Prisma.sql`'[]'::json`,
  scope: Prisma.sql`'[]'::json`,
  calendar: Prisma.sql`NULL`,
})}, 'isScoped', a.is_scoped, 'isWhole', a.rate_card_id IS NULL AND NOT a.is_scoped AND a.after_hours = 'none')`

function ownTerms(beside: { rateCard: Prisma.Sql; scope: Prisma.Sql; calendar: Prisma.Sql }): Prisma.Sql {
  return Prisma.sql`'id', a.id, 'number', a.number, 'heading', a.heading, 'settlement', a.settlement,
  'state', a.state, 'validFrom', a.valid_from, 'validTo', a.valid_to, 'currency', a.currency, 'isBillable', a.is_billable,
  'ratePerHour', a.rate_per_hour, 'rateCard', ${beside.rateCard}, 'increment', a.increment_minutes, 'minimum', a.minimum_minutes,
  'roundingScope', a.rounding_scope, 'afterHours', json_build_object('policy', a.after_hours, 'calendar', ${beside.calendar},
    'factorPermille', a.after_hours_factor, 'weekendFactorPermille', a.weekend_factor, 'holidayFactorPermille', a.holiday_factor),
  'scope', ${beside.scope}, 'overagePolicy', a.overage_policy, 'overageRatePerHour', a.overage_rate, 'thresholds', a.thresholds`
}
