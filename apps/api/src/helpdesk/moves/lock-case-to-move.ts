import type { WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import type { CaseStatus } from '@timedesk/domain/helpdesk/status'
import type { Mover } from '@timedesk/domain/workflow/may-make'
import type { MoveFacts } from '@timedesk/domain/workflow/move-terms'
import { workflowOf, type Workflow } from '@timedesk/domain/workflow/workflow'
import { Prisma } from '@timedesk/prisma/client'
import type { Acting, Actor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { lockCase, type LockedCase, type LockTerms } from '../lock-case.ts'
import { withFieldFacts } from './find-field-facts.ts'
import { lockWorkflows } from './lock-workflows.ts'

/** A locked case with the workflow that it moves by, and what it has of the things that moves ask for. */
export type MovableCase = LockedCase & { workflow: Workflow; facts: MoveFacts }

/** What `moveGround` reads of a case. */
export type MoveGround = { definition: WorkflowDefinition; openGates: string[]; filled: string[]; hasFields: boolean }

/** The columns of `MoveGround`, of case `c` with what `moveJoins` joins to it. */
export const moveColumns = Prisma.sql`wv.definition, mf.open_gates AS "openGates", mf.filled,
  EXISTS (SELECT 1 FROM custom_field WHERE is_active) AS "hasFields"`
export const moveJoins = Prisma.sql`JOIN workflow wf ON wf.id = workflow_of_type(c.type_id)
  JOIN workflow_version wv ON wv.workflow_id = wf.id AND wv.number = wf.version CROSS JOIN case_move_facts(c.id) mf`

/**
 * Locks a case with all that decides where it may go. The ground is a statement of its own behind the lock: what was
 * committed while the row was waited for is seen. Refuses with `not_found`, and with `case_merged` a tombstone.
 */
export async function lockCaseToMove(
  tx: Tx,
  { actor }: Pick<Acting, 'actor'>,
  id: string,
  terms: LockTerms = {},
): Promise<MovableCase> {
  const [, locked, [ground]] = await Promise.all([
    lockWorkflows(tx, 'shared'),
    lockCase(tx, id, terms),
    tx.rows<MoveGround>(Prisma.sql`SELECT ${moveColumns} FROM support_case c ${moveJoins} WHERE c.id = ${id}::uuid`),
  ])
  if (ground === undefined) throw new Error('The locked case has no workflow')
  const { workflow, facts } = readGround(ground, locked.statuses)
  // Of custom fields a contact knows those that are meant for it; what staff has to fill in binds staff.
  const isAsked = ground.hasFields && actor.kind !== 'contact'
  return { ...locked, workflow, facts: isAsked ? await withFieldFacts(tx, id, facts) : facts }
}

/** The ground as the rules want it. */
export function readGround(
  { definition, openGates, filled }: MoveGround,
  statuses: readonly CaseStatus[],
): { workflow: Workflow; facts: MoveFacts } {
  return {
    workflow: workflowOf(definition, statuses),
    facts: { openGates: new Set(openGates), filled: new Set(filled) },
  }
}

/** Who moves the case, as the rules see the actor. A token moves it as its owner. */
export function moverOf(actor: Actor, { responsibleId }: { responsibleId: string | null }): Mover {
  switch (actor.kind) {
    case 'contact':
      return { kind: 'contact' }
    case 'employee':
    case 'token':
      return { kind: 'staff', role: actor.role, isResponsible: actor.id === responsibleId }
    case 'system':
    case 'import':
      return { kind: 'system' }
  }
}
