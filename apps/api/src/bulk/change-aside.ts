import type { BulkChange } from '@timedesk/contracts/bulk-changes'
import type { CaseChange } from '@timedesk/contracts/case-changes'
import { followCase, unfollowCase } from '../helpdesk/attention/follow-case.ts'
import { snoozeCase, wakeCase } from '../helpdesk/attention/snooze-case.ts'
import { markCaseRead, markCaseUnread } from '../helpdesk/mark-case.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { runMacro } from '../texts/run-macro.ts'

type Aside = { caseId: string; change: Exclude<BulkChange, CaseChange | { kind: 'merge' }>; publicUrl: string }

/**
 * Does with a case what people do beside changing its fields. Resolves with whether something was said, which is a
 * change though no thing of the case is another one.
 */
export async function changeAside(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId, change, publicUrl }: Aside,
): Promise<boolean> {
  switch (change.kind) {
    case 'snooze':
      await (change.until === null
        ? wakeCase(tx, context, { caseId })
        : snoozeCase(tx, context, { caseId, until: change.until }))
      return false
    case 'follow':
      await (change.isFollowed
        ? followCase(tx, context, { caseId, cause: 'bulk' })
        : unfollowCase(tx, context, { caseId }))
      return false
    case 'read':
      await (change.isRead ? markCaseRead : markCaseUnread)(tx, context, { caseId })
      return false
    case 'macro': {
      const { macroId } = change
      const given = { caseId, macroId, attachmentIds: [] }
      const { message } = await runMacro(tx, context, given, { publicUrl, ifMatch: null })
      return message !== null
    }
  }
}
