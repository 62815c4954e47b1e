import type { ContextCard } from '@timedesk/contracts/context-cards'
import { ConfirmButton } from '@timedesk/ui/confirm-button'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { Panel } from '../../shared/panels/panel.tsx'
import { SecretOnce } from '../../shared/secrets/secret-once.tsx'
import { useCardSettingWords } from './use-card-setting-words.ts'
import { useRotateSecret } from './use-save-card.ts'

/** What a card's requests are signed with: since when, and another one. */
export function SecretPanel({ card: { id, secretSetAt } }: { card: ContextCard }) {
  const words = useCardSettingWords()
  const format = useFormat()
  const tell = useTell()
  const rotation = useRotateSecret()
  const [secret, setSecret] = useState<string | null>(null)
  const rotate = () =>
    rotation.mutate(id, { onSuccess: (answer) => setSecret(answer.secret), onError: tell('').onError })
  return (
    <Panel
      title={words('secret')}
      actions={
        <ConfirmButton
          size="compact-sm"
          question={words('rotateQuestion')}
          consequence={words('rotateConsequence')}
          confirmLabel={words('rotate')}
          loading={rotation.isPending}
          onConfirm={rotate}
        >
          {words('rotate')}
        </ConfirmButton>
      }
    >
      <p className="desk-context-words">{words('secretSince', { at: format.dateTime(secretSetAt) })}</p>
      {secret !== null && <CardSecretOnce secret={secret} onClose={() => setSecret(null)} />}
    </Panel>
  )
}

/** The secret of a card, this once. */
export function CardSecretOnce({ secret, onClose }: { secret: string; onClose: () => void }) {
  const words = useCardSettingWords()
  return (
    <SecretOnce
      title={words('secretTitle')}
      text={words('secretText')}
      label={words('secret')}
      secret={secret}
      onClose={onClose}
    />
  )
}
