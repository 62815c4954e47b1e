import { Refusal } from '@timedesk/contracts/refusal'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Slot } from './draft-rows.ts'
import { tellOfDraft } from './keep-draft.ts'
import { lockDraft, moveDraft } from './move-draft.ts'

type Place = Omit<Slot, 'isShared'>

/** Shows one's draft to everybody who may write on the case. Refuses with `not_found` and `draft_scheduled`. */
export async function shareDraft(tx: Tx, context: Context<StaffActor>, place: Place): Promise<void> {
  const { actor, now } = context
  const draft = await lockDraft(tx, { ...place, isShared: false }, actor.id)
  if (draft === null) throw new Refusal('not_found')
  await moveDraft(tx, draft, { ...place, isShared: true }, actor.id, now)
  tellOfDraft(context, { ...place, isShared: true })
}

/** Takes back what one has shared. Refuses with `not_found`, `draft_scheduled`, and with `draft_refused` what somebody else began. */
export async function unshareDraft(tx: Tx, context: Context<StaffActor>, place: Place): Promise<void> {
  const { actor, now } = context
  const draft = await lockDraft(tx, { ...place, isShared: true }, actor.id)
  if (draft === null) throw new Refusal('not_found')
  if (draft.ownerId !== actor.id) throw new Refusal('draft_refused')
  await moveDraft(tx, draft, { ...place, isShared: false }, actor.id, now)
  tellOfDraft(context, { ...place, isShared: true })
}
