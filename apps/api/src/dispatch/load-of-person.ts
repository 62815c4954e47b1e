import { ESTIMATE_MINUTES_DEFAULT, REMAINING_MINUTES_MIN } from '@timedesk/domain/dispatch/remaining-minutes'
import { Prisma } from '@timedesk/prisma/client'
import { isActiveCase } from '../helpdesk/active-cases.ts'

/** Whoever has so many cases has too much to do; more are neither counted nor weighed. */
const CASES_MAX = 500

/** The active cases `c` of employee `e`, the soonest due first: no more than are counted. */
export const casesOfPerson = Prisma.sql`(SELECT c.id, c.due_at, c.estimate_minutes FROM support_case c WHERE c.responsible_id = e.id AND ${isActiveCase}
  ORDER BY coalesce(c.due_at, 'infinity'), c.created_at, c.id LIMIT ${Prisma.raw(String(CASES_MAX))})`

/** The minutes that remain to be done on active case `c`, as `remainingMinutes` says. */
export const remainingOf = Prisma.sql`greatest(coalesce(c.estimate_minutes, ${Prisma.raw(String(ESTIMATE_MINUTES_DEFAULT))})
  - (SELECT coalesce(sum(t.minutes), 0) FROM time_entry t WHERE t.case_id = c.id), ${Prisma.raw(String(REMAINING_MINUTES_MIN))})`
