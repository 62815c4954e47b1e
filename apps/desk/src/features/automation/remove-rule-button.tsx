import { Button } from '@mantine/core'
import type { AutomationRule } from '@timedesk/contracts/automation-rules'
import { useState } from 'react'

import { ConfirmDialog } from '../../shared/deeds/confirm-dialog.tsx'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { useAutomationWords } from './use-automation-words.ts'
import { useRemoveRule } from './use-save-rule.ts'

type RemoveRuleButtonProps = { rule: AutomationRule; onRemoved: () => void }

/** Removes a rule that has never run, after asking. */
export function RemoveRuleButton({ rule, onRemoved }: RemoveRuleButtonProps) {
  const words = useAutomationWords()
  const tell = useTell()
  const remove = useRemoveRule(rule.id)
  const [isAsking, setIsAsking] = useState(false)
  const close = () => setIsAsking(false)
  return (
    <>
      <Button variant="default" onClick={() => setIsAsking(true)}>
        {words('remove')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          question={words('removeQuestion', { name: rule.name })}
          consequence={words('removeText')}
          confirmLabel={words('remove')}
          isDangerous
          isPending={remove.isPending}
          onConfirm={() => {
            const told = tell(words('removed'), onRemoved)
            remove.mutate(undefined, { ...told, onSettled: close })
          }}
          onClose={close}
        />
      )}
    </>
  )
}
