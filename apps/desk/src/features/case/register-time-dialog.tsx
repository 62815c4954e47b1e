import { notifications } from '@mantine/notifications'
import type { Case } from '@timedesk/contracts/cases'

import { TimeDialog } from '../../shared/time/time-dialog.tsx'
import { useRegisterTime } from '../../shared/time/use-entry-changes.ts'
import { useTimeWords } from '../../shared/time/use-time-words.ts'

/** Time on a case without a message. */
export function RegisterTimeDialog({ subject, onClose }: { subject: Case; onClose: () => void }) {
  const words = useTimeWords()
  const register = useRegisterTime()
  return (
    <TimeDialog
      title={words('addTime')}
      caseId={subject.id}
      onClose={onClose}
      isPending={register.isPending}
      error={register.error}
      onRegister={(draft) =>
        register.mutate(
          { ...draft, caseId: subject.id },
          {
            onSuccess: () => {
              onClose()
              notifications.show({ message: words('registered') })
            },
          },
        )
      }
    />
  )
}
