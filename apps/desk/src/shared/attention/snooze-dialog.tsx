import { Modal } from '@mantine/core'

import { ProblemNotice } from '../problems/problem-notice.tsx'
import { SnoozeChoices } from './snooze-choices.tsx'
import { useAttentionWords } from './use-attention-words.ts'
import { useSnooze } from './use-snooze.ts'

type SnoozeDialogProps = { caseId: string; number: number; onClose: () => void }

/** Puts a case away from wherever one looks at it. */
export function SnoozeDialog({ caseId, number, onClose }: SnoozeDialogProps) {
  const words = useAttentionWords()
  const { snooze, isPending, error } = useSnooze(caseId, number)
  return (
    <Modal opened onClose={onClose} title={words('snoozeTitle', { number })} size="sm">
      <p className="desk-quiet desk-flat">{words('snoozeText')}</p>
      <ProblemNotice error={error} />
      <SnoozeChoices isPending={isPending} onChoose={(until) => snooze(until, onClose)} />
    </Modal>
  )
}
