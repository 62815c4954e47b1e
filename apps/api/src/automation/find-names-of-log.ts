import type { NamesOfLog } from '@timedesk/domain/automation/undo-event'
import { lineOf } from '@timedesk/domain/fields/type-line'
import type { Zone } from '@timedesk/domain/time/zone'
import { zoneNamed } from '@timedesk/domain/time/zone-named'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

type Named = { id: string; name: string }
type Node = Named & { parentId: string | null }
type Row = {
  timeZone: string
  statuses: Named[]
  priorities: Named[]
  employees: Named[]
  types: Node[]
  departments: Node[]
}

/** What the names of the log mean today, and the company's zone. Of two things of one name, either may be meant. */
export async function findNamesOfLog(reader: Reader): Promise<{ zone: Zone; names: NamesOfLog }> {
  const named = Prisma.sql`json_agg(json_build_object('id', id, 'name', name))`
  const nodes = Prisma.sql`coalesce(json_agg(json_build_object('id', id, 'name', name, 'parentId', parent_id)), '[]')`
  const [row] = await reader.rows<Row>(Prisma.sql`SELECT y.time_zone AS "timeZone",
      (SELECT ${named} FROM case_status) AS statuses, (SELECT ${named} FROM priority) AS priorities,
      (SELECT coalesce(${named}, '[]') FROM employee) AS employees, (SELECT ${nodes} FROM case_type) AS types,
      (SELECT ${nodes} FROM department) AS departments
    FROM company y`)
  if (row === undefined) throw new Error('The database has no company')
  return {
    zone: zoneNamed(row.timeZone),
    names: {
      statuses: idsByName(row.statuses),
      priorities: idsByName(row.priorities),
      employees: idsByName(row.employees),
      typePaths: pathsByName(row.types),
      departmentPaths: pathsByName(row.departments),
    },
  }
}

function idsByName(things: readonly Named[]): Map<string, string> {
  return new Map(things.map(({ id, name }) => [name, id]))
}

function pathsByName(nodes: readonly Node[]): Map<string, string[]> {
  return new Map(nodes.map(({ id, name }) => [name, lineOf(nodes, id)]))
}
