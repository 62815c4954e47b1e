import { statusCategories } from '@timedesk/domain/helpdesk/status'
import type { QueryKey } from '@timedesk/domain/query/query-keys'
import { Prisma } from '@timedesk/prisma/client'
import { containing } from '../../platform/db/containing.ts'
import { branchOf } from '../active-cases.ts'
import type { ConditionGround } from './condition-ground.ts'
import { amongThose, hasCondition, isCondition } from './state-conditions.ts'

/** What a value, whose name is an id by now, says of case `c`. */
type Condition = (text: string, ground: ConditionGround) => Prisma.Sql

const isNone = (text: string) => text === 'none'

const maybe =
  (column: Prisma.Sql): Condition =>
  (text) =>
    isNone(text) ? Prisma.sql`${column} IS NULL` : Prisma.sql`${column} = ${text}::uuid`

const holdsText =
  (column: Prisma.Sql): Condition =>
  (text) =>
    Prisma.sql`${column} ILIKE ${containing(text)}`

/** Categories are written out, as the partial indexes have them. */
const status: Condition = (text) => {
  const category = statusCategories.find((one) => one === text)
  return category === undefined
    ? Prisma.sql`c.status_id = ${text}::uuid`
    : Prisma.sql`c.category = ${Prisma.raw(`'${category}'`)}`
}

const responsible: Condition = (text, { actor }) => {
  if (text === 'me') return Prisma.sql`c.responsible_id = ${actor.id}::uuid`
  if (isNone(text)) return Prisma.sql`c.responsible_id IS NULL`
  if (text !== 'myteam') return Prisma.sql`c.responsible_id = ${text}::uuid`
  return Prisma.sql`c.responsible_id = ANY(ARRAY(
    SELECT e.id FROM employee e WHERE e.department_id = ANY(${branchOf(actor.departmentId)})))`
}

const department: Condition = (text, { actor }) => {
  const root = text === 'mine' || text === 'myteam' ? actor.departmentId : text
  return Prisma.sql`c.department_id = ANY(${branchOf(root)})`
}

const type: Condition = (text) =>
  isNone(text)
    ? Prisma.sql`c.type_id IS NULL`
    : Prisma.sql`c.type_id = ANY(ARRAY(WITH RECURSIVE branch AS (
        SELECT id FROM case_type WHERE id = ${text}::uuid
        UNION SELECT t.id FROM case_type t JOIN branch b ON t.parent_id = b.id) SELECT id FROM branch))`

const follower: Condition = (text, { actor }) =>
  isNone(text)
    ? Prisma.sql`NOT EXISTS (SELECT FROM case_follower f WHERE f.case_id = c.id AND NOT f.is_muted)`
    : amongThose(Prisma.sql`SELECT f.case_id FROM case_follower f
        WHERE f.employee_id = ${text === 'me' ? actor.id : text}::uuid AND NOT f.is_muted`)

/** Tags are kept as they are typed; in small letters most of them. */
const tag: Condition = (text) => Prisma.sql`c.tags && ARRAY[${text}, ${text.toLowerCase()}]::text[]`

type Side = 'case_id' | 'other_id'

/** Cases that stand on one side of a link whose other side is the case of that number. */
const linked =
  (kind: string, own: Side): Condition =>
  (text) => {
    const [side, far] = own === 'case_id' ? ['case_id', 'other_id'] : ['other_id', 'case_id']
    return amongThose(Prisma.sql`SELECT l.${Prisma.raw(side)} FROM case_link l
      JOIN support_case o ON o.id = l.${Prisma.raw(far)} WHERE o.number = ${numberOf(text)} AND l.kind = ${kind}`)
  }

const relates: Condition = (text, ground) =>
  Prisma.sql`(${linked('relates', 'case_id')(text, ground)} OR ${linked('relates', 'other_id')(text, ground)})`

const mergedInto: Condition = (text) =>
  Prisma.sql`c.merged_into_id = (SELECT o.id FROM support_case o WHERE o.number = ${numberOf(text)})`

function numberOf(text: string): number {
  return Number(text.replace('#', ''))
}

/** Columns of case `c` that hold the id of what a key names, so that many of them can be asked for at once. */
export const idColumns: Partial<Record<QueryKey, Prisma.Sql>> = {
  status: Prisma.sql`c.status_id`,
  responsible: Prisma.sql`c.responsible_id`,
  customer: Prisma.sql`c.customer_id`,
  contact: Prisma.sql`c.contact_id`,
  priority: Prisma.sql`c.priority_id`,
  project: Prisma.sql`c.project_id`,
  agreement: Prisma.sql`c.agreement_id`,
}

/** Keys whose values say one thing each; moments, numbers and words to look for are told elsewhere. */
export const termConditions: Partial<Record<QueryKey, Condition>> = {
  is: isCondition,
  has: hasCondition,
  status,
  responsible,
  department,
  customer: (text) => Prisma.sql`c.customer_id = ${text}::uuid`,
  contact: maybe(Prisma.sql`c.contact_id`),
  type,
  priority: (text) => Prisma.sql`c.priority_id = ${text}::uuid`,
  project: maybe(Prisma.sql`c.project_id`),
  agreement: maybe(Prisma.sql`c.agreement_id`),
  follower,
  tag,
  product: holdsText(Prisma.sql`c.product`),
  reference: holdsText(Prisma.sql`c.external_reference`),
  subject: holdsText(Prisma.sql`c.subject`),
  via: (text) => Prisma.sql`c.created_via = ${text}`,
  parent: linked('parent', 'case_id'),
  followupof: linked('follow_up', 'case_id'),
  incidentof: linked('incident', 'case_id'),
  duplicateof: linked('duplicate', 'case_id'),
  blocks: linked('blocks', 'case_id'),
  blockedby: linked('blocks', 'other_id'),
  relates,
  mergedinto: mergedInto,
}
