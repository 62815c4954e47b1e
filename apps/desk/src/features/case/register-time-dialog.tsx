import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import { registerTime, type TimeDraft } from '@timedesk/contracts/time'

import { client } from '../../shared/client.ts'
import { TimeDialog } from '../../shared/time/time-dialog.tsx'
import { useTimeWords } from '../../shared/time/use-time-words.ts'
import { useRefreshCase } from './use-move-case.ts'

/** Time on a case without a message. */
export function RegisterTimeDialog({ subject, onClose }: { subject: Case; onClose: () => void }) {
  const words = useTimeWords()
  const refresh = useRefreshCase(subject)
  const register = useMutation({
    mutationFn: (draft: TimeDraft) => client.call(registerTime, { body: { ...draft, caseId: subject.id } }),
    onSuccess: refresh,
  })
  return (
    <TimeDialog
      title={words('addTime')}
      caseId={subject.id}
      minutes={null}
      onClose={onClose}
      isPending={register.isPending}
      error={register.error}
      onRegister={(draft) =>
        register.mutate(draft, {
          onSuccess: () => {
            onClose()
            notifications.show({ message: words('registered') })
          },
        })
      }
    />
  )
}
