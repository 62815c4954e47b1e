import type { orderCaseStatuses as contract } from '@timedesk/contracts/case-settings'
import type { z } from 'zod'
import { lockWorkflows } from '../../helpdesk/moves/lock-workflows.ts'
import { refusedReference } from '../../helpdesk/lock-case.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { findCaseStatuses } from './find-case-statuses.ts'
import { storeStatus } from './update-case-status.ts'

/** Puts all case statuses in order. Refuses with `reference_refused` a list that does not name each of them once. */
export async function orderCaseStatuses(
  tx: Tx,
  context: Context,
  { statusIds }: z.output<typeof contract.body>,
): Promise<void> {
  await lockWorkflows(tx, 'alone')
  const statuses = await findCaseStatuses(tx)
  const isWhole = statuses.length === statusIds.length && statuses.every(({ id }) => statusIds.includes(id))
  if (!isWhole) throw refusedReference('/body/statusIds', 'The list has to name each case status once.')
  for (const before of statuses) {
    await storeStatus(tx, context, before, { ...before, position: statusIds.indexOf(before.id) + 1 })
  }
}
