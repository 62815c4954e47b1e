import type { MacroPreview } from '@timedesk/contracts/macros'
import { Refusal } from '@timedesk/contracts/refusal'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { rehearse } from '../platform/db/savepoint.ts'
import { findOfferedMacro } from './find-macros.ts'
import { macroTextOf } from './macro-text.ts'
import { planChanges } from './plan-changes.ts'
import { runMacro } from './run-macro.ts'

type Asked = { caseId: string; macroId: string }

/**
 * What a macro would say and change on a case now, and why it would be refused: it is run, and all of it is undone.
 * Refuses with `not_found`.
 */
export async function previewMacro(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId, macroId }: Asked,
  publicUrl: string,
): Promise<MacroPreview> {
  const { actor, now } = context
  const macro = await findOfferedMacro(tx, actor, macroId)
  const message = await macroTextOf(tx, actor, macro, { caseId, publicUrl, now })
  const { version, changes } = await planChanges(tx, caseId, macro.changes)
  const refusal = await refusalOf(tx, context, { caseId, macroId }, publicUrl)
  return {
    macro: { id: macro.id, name: macro.name },
    message,
    changes,
    refusal: refusal === null ? null : { code: refusal.code, detail: refusal.message },
    caseVersion: version,
  }
}

async function refusalOf(
  tx: Tx,
  context: Context<StaffActor>,
  asked: Asked,
  publicUrl: string,
): Promise<Refusal | null> {
  try {
    await rehearse(tx, context, () =>
      runMacro(tx, context, { ...asked, attachmentIds: [] }, { publicUrl, ifMatch: null }),
    )
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
