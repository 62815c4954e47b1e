import type { Language } from '@timedesk/contracts/primitives'
import type { Choice } from '@timedesk/domain/notices/choose-channels'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'
import type { Audience } from './counterparts.ts'
import { mailScheduleJson, type StoredSchedule } from './mail-schedules.ts'

export type StaffPerson = {
  id: string
  name: string
  email: string
  language: Language
}

/** One of the staff who may be told of an event, with what they chose to hear of. */
export type Candidate = StaffPerson & {
  departmentId: string
  isFollower: boolean
  choices: Choice[]
  schedule: StoredSchedule | null
}

/** The active staff whom an event may concern, without who did it. */
export async function findCandidates(tx: Tx, { tellings, exceptId }: Audience, caseId: string): Promise<Candidate[]> {
  if (tellings.length === 0) return []
  const employeeIds = tellings.flatMap(({ to }) => (to !== 'followers' && 'employeeIds' in to ? to.employeeIds : []))
  const departmentIds = tellings.flatMap(({ to }) =>
    to !== 'followers' && 'departmentIds' in to ? to.departmentIds : [],
  )
  const asksFollowers = tellings.some(({ to }) => to === 'followers')
  const isFollower = Prisma.sql`EXISTS (SELECT 1 FROM case_follower f
    WHERE f.case_id = ${caseId}::uuid AND f.employee_id = e.id AND NOT f.is_muted)`
  return tx.rows<Candidate>(Prisma.sql`
    SELECT e.id, e.name, e.email, e.language, e.department_id AS "departmentId", ${isFollower} AS "isFollower",
           (SELECT coalesce(json_agg(json_build_object('reason', p.reason, 'scope', p.scope, 'channel', p.channel, 'isOn', p.is_on)), '[]')
              FROM notice_preference p WHERE p.employee_id = e.id) AS choices,
           (SELECT ${mailScheduleJson} FROM notice_schedule s WHERE s.employee_id = e.id) AS schedule
      FROM employee e
     WHERE e.is_active AND e.id IS DISTINCT FROM ${exceptId}::uuid
       AND (e.id = ANY(${employeeIds}::uuid[]) OR e.department_id = ANY(${departmentIds}::uuid[])
         OR (${asksFollowers} AND e.id IN (SELECT f.employee_id FROM case_follower f WHERE f.case_id = ${caseId}::uuid AND NOT f.is_muted)))
     ORDER BY e.id`)
}
