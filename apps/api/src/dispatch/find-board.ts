import type { DispatchBoard, getDispatchBoard as contract } from '@timedesk/contracts/dispatch-board'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { branchOf } from '../helpdesk/active-cases.ts'
import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { findAtRisk, findUnassigned, type BoardScope } from './board-lists.ts'
import { findBoardPeople } from './board-people.ts'

const HOUR_MS = 60 * 60_000

/**
 * What a dispatcher looks at: cases that wait for somebody or run out of time, and people with what they have to do.
 * Refuses with `not_found` a department that does not exist.
 */
export async function findBoard(
  reader: Reader,
  actor: StaffActor,
  now: Date,
  { departmentId, dueWithinHours }: z.output<typeof contract.query>,
): Promise<DispatchBoard> {
  const scope: BoardScope = {
    actor,
    now,
    branch: departmentId === undefined ? null : branchOf(departmentId),
    horizon: new Date(now.getTime() + dueWithinHours * HOUR_MS),
  }
  const [department, unassigned, atRisk, people] = await Promise.all([
    departmentId === undefined ? null : findDepartmentName(reader, departmentId),
    findUnassigned(reader, scope),
    findAtRisk(reader, scope),
    findBoardPeople(reader, scope),
  ])
  return { department, unassigned, atRisk, ...people }
}

async function findDepartmentName(reader: Reader, id: string): Promise<{ id: string; name: string }> {
  const [row] = await reader.rows<{ id: string; name: string }>(
    Prisma.sql`SELECT id, name FROM department WHERE id = ${id}::uuid`,
  )
  if (row === undefined) throw new Refusal('not_found')
  return row
}
