import { CHECKLIST_ITEMS_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'

export type NewItem = { text: string; isRequired: boolean }

/** Puts items behind those that a case has. Refuses with `conflict` more than a checklist may have. */
export async function storeChecklistItems(
  tx: Tx,
  { newId }: Pick<Context, 'newId'>,
  caseId: string,
  present: number,
  items: readonly NewItem[],
): Promise<void> {
  if (present + items.length > CHECKLIST_ITEMS_MAX)
    throw new Refusal('conflict', { detail: `A checklist has ${String(CHECKLIST_ITEMS_MAX)} items at most.` })
  await tx.rows(Prisma.sql`INSERT INTO case_checklist_item (id, case_id, text, is_required, position)
    SELECT g.id, ${caseId}::uuid, g.text, g.is_required, g.place
         + coalesce((SELECT max(position) FROM case_checklist_item WHERE case_id = ${caseId}::uuid), 0)
      FROM unnest(${items.map(() => newId())}::uuid[], ${items.map(({ text }) => text)}::text[],
        ${items.map(({ isRequired }) => isRequired)}::bool[]) WITH ORDINALITY AS g (id, text, is_required, place)`)
}
