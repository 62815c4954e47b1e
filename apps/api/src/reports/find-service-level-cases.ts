import type { Reference } from '@timedesk/contracts/primitives'
import type { listServiceLevelCases, ServiceLevelCase } from '@timedesk/contracts/service-levels'
import type { BusinessTime } from '@timedesk/domain/calendar/business-time'
import { minutesOf } from '@timedesk/domain/clocks/measure'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type CursorKey, type Page, type Paging } from '../platform/http/paging.ts'
import { measuringTime } from './find-service-levels.ts'
import { countedCases, readReportedCases, type CasePlace, type ReportedCase } from './service-level-cases.ts'
import { requireField } from './service-level-names.ts'

type Query = z.output<typeof listServiceLevelCases.query>
type Shown = Pick<
  ServiceLevelCase,
  'case' | 'externalReference' | 'customer' | 'priority' | 'type' | 'department' | 'responsible'
>

/** A page of the cases behind the report, oldest first. Refuses a calendar or custom field that there is none of. */
export async function findServiceLevelCases(
  reader: Reader,
  paging: Paging,
  query: Query,
  now: Date,
): Promise<Page<ServiceLevelCase> & { calendar: Reference | null }> {
  const { calendar, time } = await measuringTime(reader, query.calendarId)
  if (query.by === 'field') await requireField(reader, query.fieldId)
  const binding = bindingOf('service level cases', query)
  const after = placeOf(paging.keyAfter(binding, query))
  const cases = await readShownCases(reader, query, { after, limit: query.limit + 1, time, now })
  const page = paging.cut(
    binding,
    query,
    cases,
    ({ reported }) => [reported.createdAt.toISOString(), reported.id],
    presentCase,
  )
  return { ...(await withTotal(page, query, () => countRows(reader, countedCases(query)))), calendar }
}

/** A case with its times, and with what it is called. */
export type ShownCase = { reported: ReportedCase; shown: Shown }

/** Cases from a place on with all that is shown of them. */
export async function readShownCases(
  reader: Reader,
  query: Query,
  from: { after: CasePlace | null; limit: number; time: BusinessTime; now: Date },
): Promise<ShownCase[]> {
  const cases = await readReportedCases(reader, query, from)
  const rows = await reader.rows<Shown & { id: string }>(Prisma.sql`SELECT c.id,
      json_build_object('id', c.id, 'number', c.number, 'subject', c.subject) AS case, c.external_reference AS "externalReference",
      json_build_object('id', cu.id, 'name', cu.name) AS customer,
      json_build_object('id', p.id, 'name', p.name, 'level', p.level) AS priority,
      CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'name', t.name) END AS type,
      json_build_object('id', d.id, 'name', d.name) AS department,
      CASE WHEN e.id IS NOT NULL THEN json_build_object('id', e.id, 'name', e.name) END AS responsible
    FROM support_case c JOIN customer cu ON cu.id = c.customer_id JOIN priority p ON p.id = c.priority_id
      JOIN department d ON d.id = c.department_id LEFT JOIN case_type t ON t.id = c.type_id LEFT JOIN employee e ON e.id = c.responsible_id
    WHERE c.id = ANY(${cases.map(({ id }) => id)}::uuid[])`)
  const shown = new Map(rows.map(({ id, ...row }) => [id, row]))
  return cases.flatMap((reported) => {
    const row = shown.get(reported.id)
    return row === undefined ? [] : [{ reported, shown: row }]
  })
}

export function presentCase({ reported, shown }: ShownCase): ServiceLevelCase {
  const { createdAt, respondedAt, responseMs, resolvedAtMs, resolutionMs, pausedMs, clocks } = reported
  const resolution = clocks.find(({ clock }) => clock === 'resolution')
  return {
    ...shown,
    createdAt: createdAt.toISOString(),
    respondedAt: respondedAt?.toISOString() ?? null,
    responseMinutes: responseMs === null ? null : minutesOf(responseMs),
    resolvedAt: resolvedAtMs === null ? null : new Date(resolvedAtMs).toISOString(),
    resolutionMinutes: resolutionMs === null ? null : minutesOf(resolutionMs),
    pausedMinutes: minutesOf(pausedMs),
    firstResponse: clocks.find(({ clock }) => clock === 'first_response')?.result ?? null,
    resolution: resolution?.result ?? null,
    isByHand: resolution?.isByHand ?? false,
    breaches: clocks.filter(({ isBreached }) => isBreached).length,
  }
}

function placeOf(key: CursorKey | null): CasePlace | null {
  return key === null ? null : { createdAt: new Date(String(key[0])), id: String(key[1]) }
}
