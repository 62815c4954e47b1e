import type { Person, Queue, Staffing } from '@timedesk/domain/dispatch/staffing'
import type { DispatchType } from '@timedesk/domain/helpdesk/decide-dispatch'
import type { CaseStatus } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'
import { branchOf } from './active-cases.ts'
import { refusedReference } from './lock-case.ts'

/** What a new case refers to. Undefined leaves the choice to the defaults. */
type NewCaseReferences = {
  customerId: string
  contactId: string | null
  typeId: string | null
  priorityId?: string | undefined
  departmentId?: string | undefined
  responsibleId: string | null
  projectId: string | null
  agreementId: string | null
}

/** The references, found and usable, and what decides who gets the case. */
export type CreationGround = {
  status: CaseStatus
  priorityId: string
  defaultDepartmentId: string
  types: ReadonlyMap<string, DispatchType>
  /** Those whom the creator or a type names. Who is away is asked with the rules. */
  staffing: Staffing
}

type Row = {
  status: CaseStatus | null
  priorityId: string | null
  defaultDepartmentId: string
  isCustomerUsable: boolean
  isContactUsable: boolean
  isTypeUsable: boolean
  isDepartmentUsable: boolean
  isResponsibleUsable: boolean
  isProjectUsable: boolean
  isAgreementUsable: boolean
  types: DispatchType[] | null
  people: Person[] | null
  departments: (Queue & { id: string })[]
}

/** Finds all that a new case needs, in one query. Refuses with `reference_refused` what cannot be used. */
export async function findCreationGround(tx: Tx, references: NewCaseReferences): Promise<CreationGround> {
  const [row] = await tx.rows<Row>(groundQuery(references))
  if (row === undefined) throw new Error('The database has no company')
  for (const [isUsable, field, message] of [
    [row.isCustomerUsable, 'customerId', 'The customer does not exist or is not active.'],
    [row.isContactUsable, 'contactId', 'The contact does not exist, is not active or belongs to another customer.'],
    [row.isTypeUsable, 'typeId', 'The type does not exist or is not active.'],
    [row.priorityId !== null, 'priorityId', 'The priority does not exist or is not active.'],
    [row.isDepartmentUsable, 'departmentId', 'The department does not exist or is not active.'],
    [
      row.isResponsibleUsable,
      'responsibleId',
      'The employee does not exist, is not active or is of another department.',
    ],
    [row.isProjectUsable, 'projectId', 'The project does not exist, is not active or belongs to another customer.'],
    [row.isAgreementUsable, 'agreementId', 'The agreement does not exist, is not active or is of another customer.'],
  ] as const) {
    if (!isUsable) throw refusedReference(`/body/${field}`, message)
  }
  const { priorityId, status } = row
  if (status === null || priorityId === null) throw new Error('The company lacks a status for new cases')
  const people = row.people ?? []
  return {
    status,
    priorityId,
    defaultDepartmentId: row.defaultDepartmentId,
    types: new Map((row.types ?? []).map((type) => [type.id, type])),
    staffing: {
      people: new Map(people.map((person) => [person.id, person])),
      departments: new Map(row.departments.map(({ id, ...queue }) => [id, queue])),
      away: new Map(),
    },
  }
}

/** A person may be named if active and, with a department named too, of it or below it. */
function groundQuery(given: NewCaseReferences): Prisma.Sql {
  const {
    customerId,
    contactId,
    typeId,
    priorityId = null,
    departmentId = null,
    responsibleId,
    projectId,
    agreementId,
  } = given
  const branch = departmentId === null ? Prisma.sql`true` : Prisma.sql`e.department_id = ANY(${branchOf(departmentId)})`
  return Prisma.sql`WITH RECURSIVE line AS (
      SELECT id, parent_id, department_id, responsible_id, is_active FROM case_type WHERE id = ${typeId}::uuid
      UNION SELECT t.id, t.parent_id, t.department_id, t.responsible_id, t.is_active FROM case_type t JOIN line l ON t.id = l.parent_id
    ), person AS (
      SELECT id, name, department_id FROM employee
      WHERE is_active AND (id = ${responsibleId}::uuid OR id IN (SELECT responsible_id FROM line))
    ), queue AS (
      SELECT d.id, d.name FROM department d, company co
      WHERE d.is_active AND d.id IN (SELECT ${departmentId}::uuid UNION ALL SELECT department_id FROM line UNION ALL SELECT department_id FROM person)
        OR d.id = co.default_department_id)
    SELECT co.default_department_id AS "defaultDepartmentId",
      (SELECT json_build_object('id', s.id, 'name', s.name, 'category', s.category, 'pausesClock', s.pauses_clock) FROM workflow w
        JOIN workflow_version v ON v.workflow_id = w.id AND v.number = w.version
        CROSS JOIN jsonb_array_elements_text(v.definition -> 'statusIds') WITH ORDINALITY own (id, place)
        JOIN case_status s ON s.id = own.id::uuid AND s.category = 'new'
        WHERE w.id = workflow_of_type(${typeId}::uuid) ORDER BY own.place LIMIT 1) AS status,
      (SELECT id FROM priority WHERE is_active AND CASE WHEN ${priorityId}::uuid IS NULL THEN is_default ELSE id = ${priorityId}::uuid END) AS "priorityId",
      EXISTS (SELECT 1 FROM customer WHERE id = ${customerId}::uuid AND is_active) AS "isCustomerUsable",
      (${contactId}::uuid IS NULL OR EXISTS (SELECT 1 FROM contact WHERE id = ${contactId}::uuid AND customer_id = ${customerId}::uuid AND is_active)) AS "isContactUsable",
      (${typeId}::uuid IS NULL OR EXISTS (SELECT 1 FROM line WHERE id = ${typeId}::uuid AND is_active)) AS "isTypeUsable",
      (${departmentId}::uuid IS NULL OR EXISTS (SELECT 1 FROM queue WHERE id = ${departmentId}::uuid)) AS "isDepartmentUsable",
      (${responsibleId}::uuid IS NULL OR EXISTS (SELECT 1 FROM person e WHERE e.id = ${responsibleId}::uuid AND ${branch})) AS "isResponsibleUsable",
      (${projectId}::uuid IS NULL OR EXISTS (SELECT 1 FROM project WHERE id = ${projectId}::uuid AND customer_id = ${customerId}::uuid AND is_active)) AS "isProjectUsable",
      (${agreementId}::uuid IS NULL OR EXISTS (SELECT 1 FROM agreement a WHERE a.id = ${agreementId}::uuid AND a.customer_id = ${customerId}::uuid AND a.state = 'active')) AS "isAgreementUsable",
      (SELECT json_agg(json_build_object('id', l.id, 'parentId', l.parent_id, 'departmentId', q.id, 'responsibleId', l.responsible_id))
        FROM line l LEFT JOIN queue q ON q.id = l.department_id) AS types,
      (SELECT json_agg(json_build_object('id', id, 'name', name, 'departmentId', department_id)) FROM person) AS people,
      (SELECT json_agg(json_build_object('id', id, 'name', name, 'parentId', parent_id, 'isActive', is_active)) FROM department) AS departments
    FROM company co`
}
