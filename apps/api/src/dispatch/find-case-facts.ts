import type { Condition } from '@timedesk/contracts/conditions'
import { customFieldOf } from '@timedesk/domain/conditions/custom-field-of'
import { clockMomentOf, foldText, type CaseFacts, type FactValue } from '@timedesk/domain/conditions/facts'
import { lineOf } from '@timedesk/domain/fields/type-line'
import { zoneNamed } from '@timedesk/domain/time/zone-named'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { factsOfFields, findFactFields, type FactField } from './fact-fields.ts'

type Row = Pick<
  CaseFacts,
  'customerId' | 'priorityId' | 'product' | 'responsibleId' | 'statusId' | 'category' | 'tags'
> & {
  id: string
  subject: string
  departmentId: string
  typeId: string | null
  agreementIds: string[]
  language: string
  via: string
  fields: Record<string, FactValue>
  createdAt: Date
  description: string | null
}

type Node = { id: string; parentId: string | null }
type Trees = { timeZone: string; types: Node[]; departments: Node[] }

/** At which moment a case is looked at: at one for all, or each when it came in. */
export type FactMoment = Date | 'created'

/** As much of a description as conditions look at. */
const DESCRIPTION_LENGTH_MAX = 20_000

/**
 * What conditions may ask about cases, as they are now but by the clock of `moment`. Descriptions, which are long, and
 * the trees of custom fields are read only where one of `conditions` asks for them. Cases that do not exist are missing.
 */
export async function findCaseFacts(
  reader: Reader,
  caseIds: readonly string[],
  moment: FactMoment,
  conditions: readonly Condition[],
): Promise<Map<string, CaseFacts>> {
  const [rows, trees, fields] = await Promise.all([
    reader.rows<Row>(factsQuery(caseIds, conditions)),
    readTrees(reader),
    findFactFields(
      reader,
      conditions.flatMap(({ field }) => customFieldOf(field) ?? []),
    ),
  ])
  const lines = { type: rememberLines(trees.types), department: rememberLines(trees.departments) }
  const zone = zoneNamed(trees.timeZone)
  return new Map(
    rows.map((row) => {
      const at = moment === 'created' ? row.createdAt : moment
      return [row.id, { ...toFacts(row, lines, fields), clock: clockMomentOf(at, zone) }]
    }),
  )
}

type Line = (id: string | null) => string[]

/** Thousands of cases go up the same few branches. */
function rememberLines(nodes: readonly Node[]): Line {
  const lines = new Map<string | null, string[]>()
  return (id) => {
    const line = lines.get(id) ?? lineOf(nodes, id)
    lines.set(id, line)
    return line
  }
}

function toFacts(
  row: Row,
  lines: { type: Line; department: Line },
  fields: readonly FactField[],
): Omit<CaseFacts, 'clock'> {
  const { id: _id, createdAt: _at, subject, description, departmentId, typeId, fields: values, ...facts } = row
  return {
    ...facts,
    typePath: lines.type(typeId),
    departmentPath: lines.department(departmentId),
    foldedWords: foldText(`${subject}\n${description ?? ''}`),
    fields: factsOfFields(values, fields),
  }
}

function factsQuery(caseIds: readonly string[], conditions: readonly Condition[]): Prisma.Sql {
  const asks = (field: Condition['field']) => conditions.some((condition) => condition.field === field)
  const description = asks('words')
    ? Prisma.sql`(SELECT left(r.body, ${DESCRIPTION_LENGTH_MAX}) FROM reply r WHERE r.case_id = c.id AND r.kind = 'description')`
    : Prisma.sql`NULL::text`
  const agreements = asks('agreement')
    ? Prisma.sql`CASE WHEN c.agreement_id IS NOT NULL THEN ARRAY[c.agreement_id::text] WHEN c.is_outside_contract THEN ARRAY[]::text[]
        ELSE ARRAY(SELECT a.id::text FROM agreement a WHERE a.customer_id = c.customer_id AND a.state = 'active') END`
    : Prisma.sql`ARRAY[]::text[]`
  return Prisma.sql`SELECT c.id, c.subject, c.customer_id AS "customerId", c.priority_id AS "priorityId", c.product, c.department_id AS "departmentId",
      c.responsible_id AS "responsibleId", c.status_id AS "statusId", c.category, coalesce(p.language, cu.language) AS language,
      c.created_via AS via, c.tags, c.fields, c.created_at AS "createdAt", c.type_id AS "typeId", ${agreements} AS "agreementIds", ${description} AS description
    FROM support_case c JOIN customer cu ON cu.id = c.customer_id LEFT JOIN contact p ON p.id = c.contact_id
    WHERE c.id = ANY(${caseIds}::uuid[])`
}

async function readTrees(reader: Reader): Promise<Trees> {
  const node = Prisma.sql`json_build_object('id', id, 'parentId', parent_id)`
  const [trees] = await reader.rows<Trees>(Prisma.sql`SELECT time_zone AS "timeZone",
      (SELECT coalesce(json_agg(${node}), '[]') FROM case_type) AS types,
      (SELECT coalesce(json_agg(${node}), '[]') FROM department) AS departments
    FROM company`)
  if (trees === undefined) throw new Error('The database has no company')
  return trees
}
