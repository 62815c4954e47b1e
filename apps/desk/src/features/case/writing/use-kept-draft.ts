import { useQueryClient } from '@tanstack/react-query'
import {
  discardDraft,
  discardSharedDraft,
  keepDraft,
  keepSharedDraft,
  listCaseDrafts,
  type DraftKind,
  type MessageDraft,
} from '@timedesk/contracts/drafts'
import { useEffect, useState, useSyncExternalStore } from 'react'

import { client } from '../../../shared/client.ts'
import { ifMatch } from '../../../shared/if-match.ts'
import type { Draft } from '../draft.ts'
import { thisDevice } from './device.ts'
import { DraftKeeper, type DraftStore } from './draft-keeper.ts'
import { draftQueries } from './draft-queries.ts'

type Known = {
  /** What the server has; undefined until that is known. */
  server: MessageDraft | null | undefined
  /** Whether another message is on its way out of the slot, which keeps the place of the next. */
  isTaken: boolean
}
export type DraftSlot = { caseId: string; kind: DraftKind; isShared: boolean }

/** The draft of a slot as it is written in, kept by this browser and by the server. */
export function useKeptDraft(slot: DraftSlot, key: string, { server, isTaken }: Known) {
  const store = useDraftStore(slot)
  const [keeper] = useState(() => new DraftKeeper(key, store, thisDevice().id))
  const state = useSyncExternalStore(keeper.subscribe, keeper.read)

  useEffect(() => {
    if (server !== undefined) keeper.meet(server)
    // Once the slot is free again what stands here can have its place.
  }, [keeper, server, isTaken])

  useEffect(() => {
    window.addEventListener('online', keeper.save)
    window.addEventListener('pagehide', keeper.save)
    return () => {
      window.removeEventListener('online', keeper.save)
      window.removeEventListener('pagehide', keeper.save)
      keeper.save()
    }
  }, [keeper])

  return { ...state, keeper }
}

/** Where a draft of the slot is kept; what is known of the drafts of the case is kept in step. */
function useDraftStore({ caseId, kind, isShared }: DraftSlot): DraftStore {
  const replace = useReplaceDraft(caseId)
  const params = { caseId, kind }
  const isHere = (draft: MessageDraft) => isInSlot(draft, { caseId, kind, isShared })
  return {
    read: async () => {
      const { data } = await client.call(listCaseDrafts, { params: { caseId } })
      return data.find(isHere) ?? null
    },
    keep: async (draft, version) => {
      const body = { ...contentOf(draft), device: thisDevice() }
      const route = isShared ? keepSharedDraft : keepDraft
      const kept = await client.call(route, { params, body, headers: ifMatch(version) })
      await replace(isHere, kept)
      return kept
    },
    discard: async (version) => {
      await client.call(isShared ? discardSharedDraft : discardDraft, { params, headers: ifMatch(version) })
      await replace(isHere, null)
    },
  }
}

/** Puts a draft in the place of those that it stands for, as far as they are known. */
export function useReplaceDraft(caseId: string) {
  const queryClient = useQueryClient()
  return async (isReplaced: (draft: MessageDraft) => boolean, by: MessageDraft | null): Promise<void> => {
    const { queryKey } = draftQueries.ofCase(caseId)
    // An answer that is older than this must not come after it.
    await queryClient.cancelQueries({ queryKey })
    queryClient.setQueryData(queryKey, (known) =>
      known === undefined
        ? known
        : { ...known, data: [...known.data.filter((draft) => !isReplaced(draft)), ...(by === null ? [] : [by])] },
    )
  }
}

/** Whether a draft is the one of a slot that may be written in here. */
export function isInSlot(draft: MessageDraft, slot: DraftSlot): boolean {
  return isOfSlot(draft, slot) && draft.can.write
}

/** Whether a draft is the one of a slot; it may be on its way out, or somebody else's who has left. */
export function isOfSlot(draft: MessageDraft, { caseId, kind, isShared }: DraftSlot): boolean {
  return draft.case.id === caseId && draft.kind === kind && draft.isShared === isShared
}

function contentOf({ body, files, pictureIds, time, seenId }: Draft) {
  return {
    ...{ body, time, seenMessageId: seenId, attachmentIds: files.map(({ id }) => id) },
    pictureIds: pictureIds.filter((id) => body.includes(`attachment:${id}`)),
  }
}
