import type { RehearsedChange, RehearsedDifference } from '@timedesk/contracts/rehearsals'
import { Refusal } from '@timedesk/contracts/refusal'
import type { CaseFacts } from '@timedesk/domain/conditions/facts'
import type { DispatchRule } from '@timedesk/domain/dispatch/place-by-rule'
import {
  rehearseDispatch,
  type RehearsedCase,
  type RehearsedPlacement,
} from '@timedesk/domain/dispatch/rehearse-dispatch'
import { departmentPath, type Placement } from '@timedesk/domain/dispatch/staffing'
import { placeWithoutRules } from '@timedesk/domain/helpdesk/decide-dispatch'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import type { Replay, Window } from '../service-levels/rehearsal/replay.ts'
import { findCaseFacts } from './find-case-facts.ts'
import { loadEverybody } from './load-candidates.ts'
import { loadDispatchGround, type DispatchGround } from './load-dispatch-ground.ts'
import { requireConditions } from './require-conditions.ts'
import { requireTarget } from './store-dispatch-rule.ts'

type RuleChange = Extract<RehearsedChange, { kind: 'dispatch_rule' }>

/** The id of a draft that is not a rule yet. */
const NEW = 'new'

/**
 * Who would have got past cases under the rules as they are, and with a drafted one: a new one is asked last, a changed
 * one in its place. Refuses with `not_found`, and what saving the draft would refuse.
 */
export async function rehearseDispatchRule(
  reader: Reader,
  change: RuleChange,
  { caseIds, now }: Window,
): Promise<Replay> {
  const { conditions, target } = change.rule
  await requireConditions(reader, conditions, '/body/change/rule/conditions')
  await requireTarget(reader, target, '/body/change/rule/target')
  const [ground, candidates, stored] = await Promise.all([
    loadDispatchGround(reader, now),
    loadEverybody(reader),
    findRules(reader),
  ])
  const before = stored.filter(({ isActive }) => isActive)
  const after = draftedRules(stored, change)
  const cases = await findCases(reader, caseIds, ground, [...before, ...after])
  const { hits, differences } = rehearseDispatch(cases, before, after, ground.staffing, candidates)
  const ruleId = change.ruleId ?? NEW
  const names = new Map([...before, ...after].map(({ id, name }) => [id, name]))
  return {
    figures: [
      {
        figure: 'rule_hits',
        clock: null,
        asIs: hits.before.get(ruleId) ?? 0,
        draft: hits.after.get(ruleId) ?? 0,
      },
      { figure: 'other_assignee', clock: null, asIs: 0, draft: differences.length },
    ],
    differences: new Map(
      differences.map(({ caseId, before: one, after: other }) => [caseId, tell(one, other, ground, names)]),
    ),
  }
}

type StoredRule = DispatchRule & { isActive: boolean }

async function findRules(reader: Reader): Promise<StoredRule[]> {
  return reader.rows<StoredRule>(Prisma.sql`SELECT id, name, conditions, target, last_employee_id AS "lastEmployeeId", is_active AS "isActive"
    FROM dispatch_rule ORDER BY position, id`)
}

function draftedRules(stored: readonly StoredRule[], { ruleId, rule }: RuleChange): DispatchRule[] {
  const draft = { ...rule, id: ruleId ?? NEW, lastEmployeeId: null }
  if (ruleId === null) return [...stored, draft].filter(({ isActive }) => isActive)
  if (stored.every(({ id }) => id !== ruleId)) throw new Refusal('not_found')
  return stored.map((one) => (one.id === ruleId ? draft : one)).filter(({ isActive }) => isActive)
}

type Row = {
  id: string
  createdAt: Date
  solvedAt: Date | null
  estimateMinutes: number | null
  newStatusId: string
  rule: string | null
  departmentId: string | null
  responsibleId: string | null
}

/** The cases as they came in, with how each was dispatched then. */
async function findCases(
  reader: Reader,
  caseIds: readonly string[],
  ground: DispatchGround,
  rules: readonly DispatchRule[],
): Promise<RehearsedCase[]> {
  const conditions = rules.flatMap((rule) => rule.conditions)
  const [rows, facts] = await Promise.all([
    reader.rows<Row>(Prisma.sql`SELECT c.id, c.created_at AS "createdAt", coalesce(c.solved_at, c.closed_at) AS "solvedAt", c.estimate_minutes AS "estimateMinutes",
        (SELECT id FROM case_status WHERE category = 'new' ORDER BY position, name LIMIT 1) AS "newStatusId",
        d.payload ->> 'rule' AS rule, d.payload ->> 'toDepartmentId' AS "departmentId", d.payload ->> 'toResponsibleId' AS "responsibleId"
      FROM support_case c LEFT JOIN LATERAL (SELECT payload FROM event e WHERE e.case_id = c.id AND e.type = 'case.dispatched' ORDER BY e.at, e.sequence LIMIT 1) d ON true
      WHERE c.id = ANY(${[...caseIds]}::uuid[])`),
    findCaseFacts(reader, caseIds, 'created', conditions),
  ])
  return rows.flatMap((row) => {
    const fact = facts.get(row.id)
    return fact === undefined ? [] : [asItCameIn(row, fact, ground)]
  })
}

function asItCameIn(row: Row, facts: CaseFacts, ground: DispatchGround): RehearsedCase {
  const { id, createdAt, solvedAt, estimateMinutes } = row
  const withoutRules = firstPlace(row) ?? placeWithoutRules({ ...ground, typeId: facts.typePath[0] ?? null })
  return {
    id,
    createdAt,
    solvedAt,
    estimateMinutes,
    withoutRules,
    isByHand: row.rule === 'by_hand',
    facts: {
      ...facts,
      statusId: row.newStatusId,
      category: 'new',
      responsibleId: null,
      departmentPath: departmentPath(withoutRules.departmentId, ground.staffing.departments),
    },
  }
}

/** Where somebody put it when it came in, here or where it was imported from; null where rules or defaults decided. */
function firstPlace({ rule, departmentId, responsibleId }: Row): Placement | null {
  if (departmentId === null || (rule !== 'by_hand' && rule !== 'imported')) return null
  return { departmentId, responsibleId, insteadOfId: null }
}

function tell(
  before: RehearsedPlacement,
  after: RehearsedPlacement,
  { staffing }: DispatchGround,
  ruleNames: ReadonlyMap<string, string>,
): RehearsedDifference[] {
  const nameOf = ({ departmentId, responsibleId }: Placement) =>
    responsibleId === null
      ? (staffing.departments.get(departmentId)?.name ?? null)
      : (staffing.people.get(responsibleId)?.name ?? null)
  const ruleOf = ({ ruleId }: RehearsedPlacement) => (ruleId === null ? null : (ruleNames.get(ruleId) ?? null))
  const unclocked = { clock: null, cycle: null, at: null }
  const assignee = { what: 'assignee', ...unclocked, asIs: nameOf(before), draft: nameOf(after) } as const
  if (before.ruleId === after.ruleId) return [assignee]
  return [assignee, { what: 'rule', ...unclocked, asIs: ruleOf(before), draft: ruleOf(after) }]
}
