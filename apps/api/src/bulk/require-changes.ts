import type { BulkChange } from '@timedesk/contracts/bulk-changes'
import type { CaseChange } from '@timedesk/contracts/case-changes'
import { Refusal, type FieldProblem } from '@timedesk/contracts/refusal'
import { isCaseChange, isUndoable, unfitChanges } from '@timedesk/domain/bulk/bulk-changes'
import { Prisma } from '@timedesk/prisma/client'
import { requireActions } from '../automation/require-actions.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { findOfferedMacro } from '../texts/find-macros.ts'
import { requirePermissions } from './require-permissions.ts'

/**
 * Refuses changes that the actor may not make, with `rule_refused` those that do not go together, cannot be stored, or
 * put away until a moment that has passed, and with `reference_refused` what is not there or not for the actor.
 * Resolves with whether they can be undone.
 */
export async function requireBulkChanges(
  reader: Reader,
  { actor, now }: Pick<Context<StaffActor>, 'actor' | 'now'>,
  changes: readonly BulkChange[],
): Promise<{ isUndoable: boolean }> {
  requirePermissions(actor, changes)
  refuse(
    'rule_refused',
    unfitChanges(changes).map((place) => problemAt(place, 'repeated', 'It does not go with the changes before it.')),
  )
  await requireCaseChanges(reader, changes)
  let saysSomething = false
  for (const [place, change] of changes.entries()) {
    if (change.kind === 'snooze' && change.until !== null && new Date(change.until) <= now)
      refuse('rule_refused', [problemAt(place, 'past', 'It has to be a moment to come.', 'until')])
    if (change.kind === 'macro') saysSomething = await saysMacro(reader, actor, change.macroId, place)
    if (change.kind === 'merge') await requireCase(reader, change.intoId, place)
  }
  return { isUndoable: isUndoable(changes, { saysSomething }) }
}

/** What actions of rules refuse, pointing at the places that the changes have in the request. */
async function requireCaseChanges(reader: Reader, changes: readonly BulkChange[]): Promise<void> {
  const own: CaseChange[] = []
  const places: number[] = []
  for (const [place, change] of changes.entries())
    if (isCaseChange(change)) {
      own.push(change)
      places.push(place)
    }
  try {
    await requireActions(reader, own, '/body/changes')
  } catch (error) {
    if (!(error instanceof Refusal) || error.details.fields === undefined) throw error
    const fields = error.details.fields.map((field) => ({ ...field, pointer: placed(field.pointer, places) }))
    throw new Refusal(error.code, { ...error.details, fields })
  }
}

function placed(pointer: string, places: readonly number[]): string {
  return pointer.replace(/^\/body\/changes\/(\d+)/u, (_, at: string) => `/body/changes/${String(places[Number(at)])}`)
}

async function saysMacro(reader: Reader, actor: StaffActor, macroId: string, place: number): Promise<boolean> {
  const macro = await findOfferedMacro(reader, actor, macroId).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    return null
  })
  const gone = problemAt(place, 'reference_refused', 'There is no such macro for you.', 'macroId')
  if (macro === null) refuse('reference_refused', [gone])
  return macro !== null && macro.message !== 'none'
}

async function requireCase(reader: Reader, id: string, place: number): Promise<void> {
  const found = await reader.rows(Prisma.sql`SELECT 1 FROM support_case WHERE id = ${id}::uuid`)
  if (found.length === 0)
    refuse('reference_refused', [problemAt(place, 'reference_refused', 'There is no such case.', 'intoId')])
}

function problemAt(place: number, code: string, message: string, member?: string): FieldProblem {
  return { pointer: `/body/changes/${String(place)}${member === undefined ? '' : `/${member}`}`, code, message }
}

function refuse(code: 'rule_refused' | 'reference_refused', fields: FieldProblem[]): void {
  if (fields.length > 0) throw new Refusal(code, { fields })
}
