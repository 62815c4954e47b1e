import { notifications } from '@mantine/notifications'
import type { Case } from '@timedesk/contracts/cases'
import { sendSideMessage } from '@timedesk/contracts/side-conversations'

import { client } from '../../../shared/client.ts'
import { useChange } from '../../../shared/deeds/use-change.ts'
import { DraftFormBody } from '../../../shared/forms/draft-form-body.tsx'
import { useFieldProblem } from '../../../shared/forms/use-fields.tsx'
import { besideQueries } from '../beside-queries.ts'
import { useRefreshCase } from '../use-move-case.ts'
import type { SideDraft } from './side-draft.ts'
import { SideFields } from './side-fields.tsx'
import { messageOf } from './start-side.tsx'
import { useSideDraft } from './use-side-draft.ts'
import { useSideFiles } from './use-side-files.ts'
import { useSideWords } from './use-side-words.ts'

const BLANK: SideDraft = { to: [], subject: '', body: '', files: [], forwardedIds: [], moves: false }
const NAMES = ['body']

/** The next mail of a side conversation. What is written stays until it is sent. */
export function WriteOn({ subject, conversationId }: { subject: Case; conversationId: string }) {
  const words = useSideWords()
  const refresh = useRefreshCase(subject)
  const { draft, set, forget } = useSideDraft(conversationId, BLANK)
  const files = useSideFiles(draft.files, (change) => set((before) => ({ files: change(before.files) })))
  const send = useChange(
    (written: SideDraft) =>
      client.call(sendSideMessage, { params: { conversationId }, body: messageOf(written, subject) }),
    [besideQueries.of(subject.id)],
  )
  const problemOf = useFieldProblem(send.error)
  return (
    <DraftFormBody
      state={send}
      names={NAMES}
      submitLabel={words('send')}
      isDisabled={draft.body.trim() === '' || files.isUploading}
      onSubmit={() =>
        send.mutate(draft, {
          onSuccess: () => {
            forget()
            notifications.show({ message: words('sent') })
            void refresh()
          },
        })
      }
    >
      <SideFields subject={subject} draft={draft} set={set} files={files} bodyError={problemOf('body')} />
    </DraftFormBody>
  )
}
