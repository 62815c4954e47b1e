import { useMutation } from '@tanstack/react-query'
import {
  createContextCard,
  orderContextCards,
  removeContextCard,
  rotateContextCardSecret,
  tryContextCard,
  updateContextCard,
} from '@timedesk/contracts/context-cards'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import { wireCard, type CardDraft } from './card-draft.ts'

const touched = [queryRoots.contextCards, queryRoots.settingLogs]

/** Creates a card; the answer holds its secret, this once. */
export function useCreateCard() {
  return useChange((draft: CardDraft) => client.call(createContextCard, { body: wireCard(draft) }), touched)
}

/** Changes a card if nobody did so since it was read. */
export function useUpdateCard({ id, version }: { id: string; version: number }) {
  return useChange(
    (draft: CardDraft) =>
      client.call(updateContextCard, { params: { cardId: id }, headers: ifMatch(version), body: wireCard(draft) }),
    touched,
  )
}

/** Removes a card, and what was kept of its answers. */
export function useRemoveCard() {
  return useChange((cardId: string) => client.call(removeContextCard, { params: { cardId } }), touched)
}

/** Puts cards in order, first the one that stands highest. */
export function useOrderCards() {
  return useChange((cardIds: string[]) => client.call(orderContextCards, { body: { cardIds } }), touched)
}

/** Gives a card another secret; the answer holds it, this once. */
export function useRotateSecret() {
  return useChange((cardId: string) => client.call(rotateContextCardSecret, { params: { cardId } }), touched)
}

/** Asks a card for a case, as it was saved last. */
export function useTryCard(cardId: string) {
  return useMutation({
    mutationFn: (caseId: string) => client.call(tryContextCard, { params: { cardId }, body: { caseId } }),
  })
}
