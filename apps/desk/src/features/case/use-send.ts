import { useMutation } from '@tanstack/react-query'
import { isRefusal } from '@timedesk/client/api-error'
import { postReply, writeNote } from '@timedesk/contracts/dialogue'
import { type Case } from '@timedesk/contracts/cases'
import type { TimeDraft } from '@timedesk/contracts/time'

import { client } from '../../shared/client.ts'
import type { Tone } from './draft.ts'
import { sendKey } from './log/use-sent-scroll.ts'
import type { MoveBody } from './moves/move-draft.ts'
import { useRefreshCase } from './use-move-case.ts'
import { useTellUnsent } from './writing/use-tell-unsent.ts'

export type Sending = {
  body: string
  attachmentIds: string[]
  statusId: string | null
  /** What the status takes along. */
  move: MoveBody
  time: TimeDraft | undefined
  /** The newest message that the writer has seen. */
  seenMessageId: string | null
  /** The draft that is sent, as the server has it. */
  draft: { id: string; version: number } | null
}

/** Sends a reply or saves a note, with its status and time in the same go: all of it happens, or nothing. */
export function useSend(subject: Case, kind: Tone) {
  const refresh = useRefreshCase(subject)
  const tellUnsent = useTellUnsent(subject, kind)
  return useMutation({
    mutationKey: sendKey(subject.id),
    mutationFn: async ({ body, attachmentIds, statusId, move, time, seenMessageId, draft }: Sending) => {
      const message = {
        params: { caseId: subject.id },
        body: {
          body,
          attachmentIds,
          ...(statusId !== null && { statusId, ...move }),
          ...(time !== undefined && { time }),
          ...(seenMessageId !== null && { seenMessageId }),
          ...(draft !== null && { draft }),
        },
      }
      return kind === 'reply' ? client.call(postReply, message) : client.call(writeNote, message)
    },
    onSuccess: refresh,
    // The move may take more by now than it did: the case says what.
    onError: async (error) => {
      tellUnsent({ error })
      if (isRefusal(error)) await refresh()
    },
  })
}
