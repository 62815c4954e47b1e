import type { StaffRole } from '@timedesk/contracts/access'
import type { ActorKind } from '@timedesk/contracts/events'
import { Refusal } from '@timedesk/contracts/refusal'
import type { RehearsedChange, RehearsedDifference } from '@timedesk/contracts/rehearsals'
import type { WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import type { CaseStatus, StatusCategory } from '@timedesk/domain/helpdesk/status'
import { isRefused, type MadeMove } from '@timedesk/domain/rehearsal/replay-moves'
import { customFieldOf, type MoveFacts } from '@timedesk/domain/workflow/move-terms'
import { workflowOf } from '@timedesk/domain/workflow/workflow'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { refuseProblems } from '../../settings/workflow/definition-ground.ts'
import type { Replay, Window } from './replay.ts'

type WorkflowChange = Extract<RehearsedChange, { kind: 'workflow' }>

/**
 * Which moves of past cases the workflow as it is, and a drafted one, would have refused. Moves that followed from a
 * message, a job or another type are none that anybody chose, and are left out. Time counts as it was registered before
 * the move, a reason as it was given; fields of the case are taken as they are today. Custom fields, checklists and cases
 * below are not asked for. Refuses with `not_found`, and with `workflow_refused` a definition that does not work.
 */
export async function rehearseWorkflow(
  reader: Reader,
  { workflowId, definition }: WorkflowChange,
  window: Window,
): Promise<Replay> {
  await refuseProblems(reader, definition)
  const [stored, statuses] = await Promise.all([findDefinition(reader, workflowId), findStatuses(reader)])
  const asIs = workflowOf(stored, statuses)
  const draft = workflowOf(definition, statuses)
  const asked = customFieldsAskedFor([stored, definition])
  const differences = new Map<string, RehearsedDifference[]>()
  let [refused, refusedByDraft] = [0, 0]
  for (const { caseId, ...move } of await findMoves(reader, workflowId, window, { statuses, asked })) {
    const [was, is] = [isRefused(asIs, move), isRefused(draft, move)]
    if (was) refused += 1
    if (is) refusedByDraft += 1
    if (was === is) continue
    const found = differences.get(caseId) ?? []
    found.push(differenceOf(move, was, is))
    differences.set(caseId, found)
  }
  return { figures: [{ figure: 'moves_refused', clock: null, asIs: refused, draft: refusedByDraft }], differences }
}

function differenceOf({ at, from, to }: MadeMove, was: boolean, is: boolean): RehearsedDifference {
  const move = `${from.name} → ${to.name}`
  const told = { asIs: was ? move : null, draft: is ? move : null }
  return { what: 'move_refused', clock: null, cycle: null, at: at.toISOString(), ...told }
}

async function findDefinition(reader: Reader, workflowId: string): Promise<WorkflowDefinition> {
  const [row] = await reader.rows<{ definition: WorkflowDefinition }>(Prisma.sql`SELECT v.definition FROM workflow w
    JOIN workflow_version v ON v.workflow_id = w.id AND v.number = w.version WHERE w.id = ${workflowId}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return row.definition
}

async function findStatuses(reader: Reader): Promise<CaseStatus[]> {
  return reader.rows<CaseStatus>(Prisma.sql`SELECT id, name, category FROM case_status ORDER BY position, name`)
}

type MoveRow = {
  caseId: string
  at: Date
  fromId: string | null
  toId: string | null
  from: string
  to: string
  fromCategory: StatusCategory
  toCategory: StatusCategory
  actorKind: ActorKind
  role: StaffRole | null
  isResponsible: boolean
  filled: string[]
  hadTime: boolean
}

/** What is filled in case `c` today, and whether event `e` tells a reason. */
const filledOf = Prisma.sql`array_remove(ARRAY[
        CASE WHEN e.payload ->> 'reason' <> '' THEN 'reason' END,
        CASE WHEN c.resolution <> '' THEN 'resolution' END,
        CASE WHEN c.type_id IS NOT NULL THEN 'type' END,
        CASE WHEN c.responsible_id IS NOT NULL THEN 'responsible' END,
        CASE WHEN c.agreement_id IS NOT NULL OR c.is_outside_contract THEN 'agreement' END,
        CASE WHEN c.project_id IS NOT NULL THEN 'project' END,
        CASE WHEN c.product <> '' THEN 'product' END,
        CASE WHEN c.contact_id IS NOT NULL THEN 'contact' END], NULL)`

async function findMoves(
  reader: Reader,
  workflowId: string,
  { caseIds, from }: Window,
  { statuses, asked }: { statuses: readonly CaseStatus[]; asked: ReadonlySet<string> },
): Promise<(MadeMove & { caseId: string })[]> {
  const rows =
    await reader.rows<MoveRow>(Prisma.sql`SELECT e.case_id AS "caseId", e.at, e.payload ->> 'fromId' AS "fromId",
      e.payload ->> 'toId' AS "toId", e.payload ->> 'from' AS from, e.payload ->> 'to' AS to,
      e.payload ->> 'fromCategory' AS "fromCategory", e.payload ->> 'toCategory' AS "toCategory", e.actor_kind AS "actorKind",
      em.role, coalesce(em.id = c.responsible_id, false) AS "isResponsible", ${filledOf} AS filled,
      coalesce((SELECT sum(t.minutes) FROM time_entry t WHERE t.case_id = c.id AND t.created_at <= e.at) > 0, false) AS "hadTime"
    FROM event e JOIN support_case c ON c.id = e.case_id LEFT JOIN employee em ON em.id = e.actor_id
    WHERE e.case_id = ANY(${[...caseIds]}::uuid[]) AND e.type = 'case.status_changed' AND e.at >= ${from}::timestamptz
      AND NOT e.payload ? 'cause' AND NOT (e.actor_kind = 'contact' AND e.payload ->> 'toCategory' = 'open')
      AND workflow_of_type(c.type_id) = ${workflowId}::uuid
    ORDER BY e.at, e.sequence`)
  return rows.map((row) => ({
    caseId: row.caseId,
    at: row.at,
    from: statusOf(statuses, row.fromId, row.from, row.fromCategory),
    to: statusOf(statuses, row.toId, row.to, row.toCategory),
    by: { kind: row.actorKind, role: row.role, isResponsible: row.isResponsible },
    facts: factsOf(row, asked),
  }))
}

/** What may have been there, and cannot be known any more, counts as there. */
const UNKNOWN_GATES = ['checklist_done', 'children_closed']

function factsOf({ filled, hadTime }: MoveRow, asked: ReadonlySet<string>): MoveFacts {
  const gates = [...(filled.includes('resolution') ? ['resolution'] : []), ...(hadTime ? ['time_registered'] : [])]
  return { filled: new Set([...filled, ...asked]), openGates: new Set([...gates, ...UNKNOWN_GATES]) }
}

/** Whether a custom field was shown then is not kept. */
function customFieldsAskedFor(definitions: readonly WorkflowDefinition[]): ReadonlySet<string> {
  const required = definitions.flatMap(({ transitions }) => transitions.flatMap(({ requires }) => requires))
  return new Set(required.filter((requirement) => customFieldOf(requirement) !== null))
}

/** By its id where the log knows it, else by its name of that day; what is no more keeps what the log says. */
function statusOf(
  statuses: readonly CaseStatus[],
  id: string | null,
  name: string,
  category: StatusCategory,
): CaseStatus {
  const known =
    statuses.find((status) => status.id === id) ??
    statuses.find((status) => status.name === name && status.category === category)
  return known ?? { id: '', name, category }
}
