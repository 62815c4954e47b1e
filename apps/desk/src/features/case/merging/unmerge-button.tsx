import { notifications } from '@mantine/notifications'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import { ConfirmButton } from '@timedesk/ui/confirm-button'
import { useFormat } from '@timedesk/ui/format'

import { ProblemNotice } from '../../../shared/problems/problem-notice.tsx'
import { useUnmerge } from './use-merge.ts'
import { useMergeWords } from './use-merge-words.ts'

type UnmergeButtonProps = { caseId: string; number: number; unmergeUntil: string; size?: 'xs' | 'compact-sm' }

/** Lets a merged case stand by itself again, after asking. */
export function UnmergeButton({ caseId, number, unmergeUntil, size = 'xs' }: UnmergeButtonProps) {
  const words = useMergeWords()
  const format = useFormat()
  const unmerge = useUnmerge(caseId, () => notifications.show({ message: words('unmerged', { number }) }))
  return (
    <>
      <ConfirmButton
        size={size}
        loading={unmerge.isPending}
        leftSection={<IconArrowsSplit2 size={14} stroke={1.7} aria-hidden="true" />}
        question={words('unmergeQuestion', { number })}
        consequence={words('unmergeText', { time: format.dateTime(unmergeUntil) })}
        confirmLabel={words('unmerge')}
        // The button goes with what it undoes, maybe before the answer is there. What failed stands beside it.
        onConfirm={() => unmerge.mutate()}
      >
        {words('unmerge')}
      </ConfirmButton>
      <ProblemNotice error={unmerge.error} onClose={unmerge.reset} />
    </>
  )
}
