import type { ContextCard } from '@timedesk/contracts/context-cards'
import { ConfirmButton } from '@timedesk/ui/confirm-button'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { useCardSettingWords } from './use-card-setting-words.ts'
import { useRemoveCard } from './use-save-card.ts'

/** Removes a card after it was asked. */
export function RemoveCardButton({ card: { id, name }, onRemoved }: { card: ContextCard; onRemoved: () => void }) {
  const words = useCardSettingWords()
  const tell = useTell()
  const removal = useRemoveCard()
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
