import type { StatusMove, WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import type { WorkflowPreview, previewWorkflow as contract } from '@timedesk/contracts/workflows'
import { compareTransitions, removedStatusIds } from '@timedesk/domain/workflow/compare-definitions'
import { definitionProblems } from '@timedesk/domain/workflow/definition-problems'
import { isForStaff } from '@timedesk/domain/workflow/may-make'
import type { z } from 'zod'
import type { Reader } from '../../platform/db/database.ts'
import { findCaseStatuses } from './find-case-statuses.ts'
import { findDefinitionGround } from './definition-ground.ts'
import { findStandingCases, type StandingCases } from './find-standing-cases.ts'
import { findWorkflow } from './find-workflows.ts'

type Status = Pick<StatusMove, 'id' | 'name' | 'category' | 'color'>

/** What a draft of a workflow would touch, and what is wrong with it. Writes nothing. Refuses with `not_found`. */
export async function previewWorkflow(
  reader: Reader,
  { workflowId, definition }: z.output<typeof contract.body>,
): Promise<WorkflowPreview> {
  const before = workflowId === null ? null : await findWorkflow(reader, workflowId)
  const old = before?.definition ?? null
  const known = await findCaseStatuses(reader)
  const spoken = new Set([...(old?.statusIds ?? []), ...definition.statusIds])
  const statuses = known.filter(({ id }) => spoken.has(id)).map(shown)
  const standing = before === null ? [] : await findStandingCases(reader, before.id, [...spoken])
  const removed = new Set(removedStatusIds(old, definition))
  const stuck = new Set(withoutWayOut(definition))
  return {
    problems: definitionProblems(definition, await findDefinitionGround(reader)),
    cases: before?.cases ?? 0,
    removed: statuses
      .filter(({ id }) => removed.has(id))
      .map((status) => {
        return { ...touchedIn(status, standing), suggested: suggestionFor(status, definition, statuses) }
      }),
    stuck: statuses
      .filter(({ id }) => stuck.has(id))
      .map((status) => touchedIn(status, standing))
      .filter(({ cases }) => cases > 0),
    transitions: compareTransitions(old, definition),
    statuses,
  }
}

function shown({ id, name, category, color }: Status): Status {
  return { id, name, category, color }
}

function touchedIn(status: Status, standing: readonly StandingCases[]) {
  const found = standing.find(({ statusId }) => statusId === status.id)
  return { status, cases: found?.cases ?? 0, sample: found?.sample ?? [] }
}

/** Statuses of a definition that staff leads no case out of. */
function withoutWayOut({ statusIds, transitions }: WorkflowDefinition): string[] {
  return statusIds.filter((id) => !transitions.some((move) => move.fromId === id && isForStaff(move)))
}

/** The nearest status that the draft has: of the same category, else an open one. */
function suggestionFor({ category }: Status, { statusIds }: WorkflowDefinition, statuses: readonly Status[]) {
  const kept = statusIds.flatMap((id) => statuses.find((status) => status.id === id) ?? [])
  const nearest = kept.find((status) => status.category === category)
  return nearest ?? kept.find((status) => status.category === 'open') ?? null
}
