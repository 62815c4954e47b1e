import { endedCategories } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import { isActiveCase } from '../active-cases.ts'
import { isUnreadByStaff } from '../case-rows.ts'
import type { ConditionGround } from './condition-ground.ts'

type Condition = (ground: ConditionGround) => Prisma.Sql

/**
 * Cases that few rows of another table name. As an array, so that a list in order of its index tests each of its cases
 * for it, and a list without one finds them by their ids.
 */
export const amongThose = (caseIds: Prisma.Sql) => Prisma.sql`c.id = ANY(ARRAY(${caseIds}))`

const linkedBy = (own: Prisma.Sql) => () =>
  Prisma.sql`EXISTS (SELECT FROM case_link l WHERE ${own} = c.id AND l.kind = 'incident')`

const conditions = {
  active: () => isActiveCase,
  ended: () => Prisma.sql`c.category IN (${Prisma.raw(endedCategories.map((category) => `'${category}'`).join(', '))})`,
  unread: () => Prisma.sql`(${isUnreadByStaff})`,
  unassigned: () => Prisma.sql`c.responsible_id IS NULL`,
  mine: ({ actor }) => Prisma.sql`c.responsible_id = ${actor.id}::uuid`,
  breached: ({ now }) => Prisma.sql`c.due_at <= ${now}::timestamptz`,
  atrisk: ({ now }) => Prisma.sql`c.risk_at <= ${now}::timestamptz AND c.due_at > ${now}::timestamptz`,
  snoozed: ({ actor, now }) =>
    amongThose(
      Prisma.sql`SELECT z.case_id FROM case_snooze z WHERE z.employee_id = ${actor.id}::uuid AND z.until > ${now}::timestamptz`,
    ),
  followed: ({ actor }) =>
    amongThose(
      Prisma.sql`SELECT f.case_id FROM case_follower f WHERE f.employee_id = ${actor.id}::uuid AND NOT f.is_muted`,
    ),
  shared: () => amongThose(Prisma.sql`SELECT d.case_id FROM message_draft d WHERE d.is_shared`),
  problem: linkedBy(Prisma.sql`l.other_id`),
  incident: linkedBy(Prisma.sql`l.case_id`),
  merged: () => Prisma.sql`c.merged_into_id IS NOT NULL`,
} satisfies Record<string, Condition>

const belongings = {
  attachment: () => Prisma.sql`EXISTS (SELECT FROM attachment a WHERE a.case_id = c.id AND a.claimed_at IS NOT NULL)`,
  note: () => Prisma.sql`EXISTS (SELECT FROM note n WHERE n.case_id = c.id)`,
  draft: ({ actor }) =>
    amongThose(
      Prisma.sql`SELECT d.case_id FROM message_draft d WHERE d.is_shared OR d.employee_id = ${actor.id}::uuid`,
    ),
  time: () => Prisma.sql`EXISTS (SELECT FROM time_entry t WHERE t.case_id = c.id)`,
  checklist: () => Prisma.sql`EXISTS (SELECT FROM case_checklist_item i WHERE i.case_id = c.id)`,
  side: () => Prisma.sql`EXISTS (SELECT FROM side_conversation s WHERE s.case_id = c.id)`,
} satisfies Record<string, Condition>

/** What `is:` and a word say of case `c`. The word is one of the language. */
export function isCondition(word: string, ground: ConditionGround): Prisma.Sql {
  return conditionNamed(conditions, word)(ground)
}

/** What `has:` and a word say of case `c`. */
export function hasCondition(word: string, ground: ConditionGround): Prisma.Sql {
  return conditionNamed(belongings, word)(ground)
}

function conditionNamed(all: Record<string, Condition>, word: string): Condition {
  const condition = Object.hasOwn(all, word) ? all[word] : undefined
  if (condition === undefined) throw new Error(`The query language has a word without a condition: ${word}`)
  return condition
}
