import { useMutation } from '@tanstack/react-query'
import {
  askWriter,
  shareDraft,
  takeOverWriting,
  unshareDraft,
  type DraftKind,
  type MessageDraft,
} from '@timedesk/contracts/drafts'

import { client } from '../../../shared/client.ts'
import { useReplaceDraft } from './use-kept-draft.ts'

/** Shares one's draft, takes it back, or takes over that of a colleague; tells which one is written in from then on. */
export function useSharing(caseId: string, kind: DraftKind, onMoved: (isShared: boolean) => void) {
  const replace = useReplaceDraft(caseId)
  const place = { params: { caseId, kind } }
  const moved = async (draft: MessageDraft | null, isReplaced: (known: MessageDraft) => boolean) => {
    await replace((known) => known.kind === kind && (known.isShared || isReplaced(known)), draft)
    onMoved(draft?.isShared === true)
  }
  const isOwn = (known: MessageDraft) => known.can.write
  return {
    share: useMutation({
      mutationFn: () => client.call(shareDraft, place),
      onSuccess: (draft) => moved(draft, isOwn),
    }),
    takeBack: useMutation({
      mutationFn: () => client.call(unshareDraft, place),
      onSuccess: (draft) => moved(draft, isOwn),
    }),
    takeOver: useMutation({
      mutationFn: (employeeId: string) =>
        client.call(takeOverWriting, { params: { caseId }, body: { employeeId, kind } }),
      onSuccess: ({ draft }, employeeId) =>
        draft === null ? onMoved(false) : moved(draft, ({ owner }) => owner.id === employeeId),
    }),
    ask: useMutation({
      mutationFn: (employeeId: string) => client.call(askWriter, { params: { caseId }, body: { employeeId } }),
    }),
  }
}

export type Sharing = ReturnType<typeof useSharing>
