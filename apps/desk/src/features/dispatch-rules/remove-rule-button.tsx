import type { DispatchRule } from '@timedesk/contracts/dispatch-rules'
import { ConfirmButton } from '@timedesk/ui/confirm-button'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { useRemoveRule } from './use-save-rule.ts'
import { useRuleWords } from './use-rule-words.ts'

/** Removes a rule after it was asked. */
export function RemoveRuleButton({ rule: { id, name }, onRemoved }: { rule: DispatchRule; onRemoved: () => void }) {
  const words = useRuleWords()
  const tell = useTell()
  const removal = useRemoveRule()
  return (
    <ConfirmButton
      question={words('removeQuestion', { name })}
      consequence={words('removeConsequence')}
      confirmLabel={words('remove')}
      isDangerous
      loading={removal.isPending}
      onConfirm={() => removal.mutate(id, tell(words('removed'), onRemoved))}
    >
      {words('remove')}
    </ConfirmButton>
  )
}
