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

export type Sending = {
  tone: Tone
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
export function useSend(subject: Case) {
  const refresh = useRefreshCase(subject)
  return useMutation({
    mutationKey: sendKey(subject.id),
    mutationFn: async ({ tone, body, attachmentIds, statusId, move, time, seenMessageId, draft }: Sending) => {
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
      return tone === 'reply' ? client.call(postReply, message) : client.call(writeNote, message)
    },
    onSuccess: refresh,
    // The move may take more by now than it did: the case says what.
    onError: async (error) => {
      if (isRefusal(error)) await refresh()
    },
  })
}
