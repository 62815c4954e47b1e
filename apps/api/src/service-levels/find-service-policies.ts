import { SERVICE_POLICIES_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import type { Escalation } from '@timedesk/contracts/escalations'
import type { ServicePolicy } from '@timedesk/contracts/service-policies'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import type { StoredEscalation } from './escalations.ts'

type Row = Omit<ServicePolicy, 'escalations'> & {
  escalations: StoredEscalation[]
  departments: Record<string, string>
  employees: Record<string, string>
}

const reference = (table: Prisma.Sql, id: Prisma.Sql, name: Prisma.Sql) =>
  Prisma.sql`(SELECT json_build_object('id', x.id, 'name', ${name}) FROM ${table} x WHERE x.id = ${id})`
const names = (table: Prisma.Sql) => Prisma.sql`(SELECT coalesce(json_object_agg(x.id, x.name), '{}') FROM ${table} x)`

/** `name`: of what the escalations name. A case counts for the policy that its clocks go by. */
const selection = Prisma.sql`SELECT p.id, p.name, ${reference(Prisma.sql`customer`, Prisma.sql`p.customer_id`, Prisma.sql`x.name`)} AS customer,
    ${reference(Prisma.sql`agreement`, Prisma.sql`p.agreement_id`, Prisma.sql`x.heading`)} AS agreement,
    ${reference(Prisma.sql`case_type`, Prisma.sql`p.type_id`, Prisma.sql`x.name`)} AS type,
    ${reference(Prisma.sql`service_calendar`, Prisma.sql`p.calendar_id`, Prisma.sql`x.name`)} AS calendar,
    p.warn_at AS "warnAt", p.escalations, p.is_shown_to_customers AS "isShownToCustomers", p.position, p.is_active AS "isActive", p.version,
    (SELECT coalesce(json_agg(json_build_object('priority', json_build_object('id', pr.id, 'name', pr.name, 'level', pr.level),
        'firstResponse', t.first_response, 'nextResponse', t.next_response, 'resolution', t.resolution) ORDER BY pr.level), '[]')
      FROM service_target t JOIN priority pr ON pr.id = t.priority_id WHERE t.policy_id = p.id) AS targets,
    (SELECT count(DISTINCT k.case_id)::int FROM case_clock k WHERE k.policy_id = p.id AND k.state <> 'stopped') AS cases,
    ${names(Prisma.sql`department`)} AS departments,
    (SELECT coalesce(json_object_agg(x.id, x.name), '{}') FROM employee x
      WHERE jsonb_path_exists(p.escalations, '$[*].**[*] ? (@ == $id)', jsonb_build_object('id', x.id::text))) AS employees
  FROM service_policy p`

/** In the order in which they win. */
const inOrder = Prisma.sql`ORDER BY p.agreement_id IS NULL, p.customer_id IS NULL, p.type_id IS NULL, p.position, p.name, p.id`

/** Service policies in the order in which they win; all of them unless active or inactive ones are asked for. */
export async function findServicePolicies(reader: Reader, isActive?: boolean): Promise<ServicePolicy[]> {
  const wanted = isActive === undefined ? Prisma.empty : Prisma.sql`WHERE p.is_active = ${isActive}`
  const limit = Prisma.raw(String(SERVICE_POLICIES_MAX))
  return (await reader.rows<Row>(Prisma.sql`${selection} ${wanted} ${inOrder} LIMIT ${limit}`)).map(present)
}

/** One service policy. Refuses with `not_found`. */
export async function findServicePolicy(reader: Reader, id: string): Promise<ServicePolicy> {
  const [row] = await reader.rows<Row>(Prisma.sql`${selection} WHERE p.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return present(row)
}

function present({ escalations, departments, employees, ...row }: Row): ServicePolicy {
  const named = (known: Record<string, string>) => (id: string) => ({ id, name: known[id] ?? '' })
  const department = named(departments)
  const employee = named(employees)
  return {
    ...row,
    escalations: escalations.map(({ share, clock, notify, assign }): Escalation => ({
      share,
      clock,
      notify: {
        responsible: notify.responsible,
        leads: notify.leads,
        departments: notify.departmentIds.map(department),
        employees: notify.employeeIds.map(employee),
      },
      assign:
        assign === null
          ? null
          : {
              department: department(assign.departmentId),
              responsible: assign.responsibleId === null ? null : employee(assign.responsibleId),
            },
    })),
  }
}
