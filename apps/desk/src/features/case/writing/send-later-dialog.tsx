import { Modal } from '@mantine/core'

import { SnoozeChoices } from '../../../shared/attention/snooze-choices.tsx'
import { ProblemNotice } from '../../../shared/problems/problem-notice.tsx'
import { useSendingWords } from '../../../shared/sending/use-sending-words.ts'

type SendLaterDialogProps = {
  isPending?: boolean
  error?: unknown
  onChoose: (sendAt: string) => void
  onClose: () => void
}

/** Asks when a message is to go out: at moments of one's own work, or at a time of one's own. */
export function SendLaterDialog({ isPending = false, error, onChoose, onClose }: SendLaterDialogProps) {
  const words = useSendingWords()
  return (
    <Modal opened onClose={onClose} title={words('laterTitle')} size="sm">
      <p className="desk-quiet desk-flat">{words('laterText')}</p>
      <ProblemNotice error={error} />
      <SnoozeChoices
        isPending={isPending}
        label={words('whenToSend')}
        chooseLabel={words('sendThen')}
        onChoose={onChoose}
      />
    </Modal>
  )
}
