import { useShortcuts } from '@timedesk/ui/use-shortcuts'
import { useState } from 'react'

import './attention.css'
import { FollowButton } from './follow-button.tsx'
import { SnoozeMenu } from './snooze-menu.tsx'
import { useAttentionWords } from './use-attention-words.ts'
import { useFollow } from './use-follow.ts'
import { useSnooze } from './use-snooze.ts'
import { useSnoozeChoices } from './use-snooze-choices.ts'

/** What the case is to the reader, with its keys: followed or not, snoozed or not. */
export function CaseAttention({ caseId, number }: { caseId: string; number: number }) {
  const words = useAttentionWords()
  const [isOpen, setIsOpen] = useState(false)
  const { toggle } = useFollow(caseId)
  const { until, snooze, wake } = useSnooze(caseId, number)
  const choices = useSnoozeChoices(snooze)
  const group = words('group')
  useShortcuts([
    { id: 'case.follow', keys: 'w', label: words('followKey'), words: words('followWords'), group, run: toggle },
    {
      id: 'case.snooze',
      keys: 'h',
      label: words('snoozeKey'),
      words: words('snoozeWords'),
      group,
      choices,
      run: () => setIsOpen(true),
    },
    { id: 'case.wake', keys: '', label: words('wakeKey'), group, when: until !== null, run: wake },
  ])
  return (
    <div className="desk-attention">
      <FollowButton caseId={caseId} number={number} />
      <SnoozeMenu caseId={caseId} number={number} isOpen={isOpen} onOpen={setIsOpen} />
    </div>
  )
}
