import { PasswordInput } from '@mantine/core'
import { PASSWORD_LENGTH_MIN } from '@timedesk/contracts/limits'
import { useState } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { DraftFormBody } from '../../shared/forms/draft-form-body.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { useChangePassword } from './use-profile-changes.ts'
import { useProfileWords } from './use-profile-words.ts'

/** Changes one's own password; the form is empty again once it is done. */
export function PasswordPanel() {
  const words = useProfileWords()
  const [round, setRound] = useState(0)
  return (
    <Panel title={words('password')}>
      <PasswordForm key={round} onChanged={() => setRound(round + 1)} />
    </Panel>
  )
}

function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const words = useProfileWords()
  const me = useMe()
  const tell = useTell()
  const change = useChangePassword()
  const form = useDraftForm({ currentPassword: '', password: '' }, change.error)
  const save = () =>
    change.mutate(form.draft, {
      onSuccess: tell(words('passwordChanged'), onChanged).onSuccess,
    })

  return (
    <DraftFormBody
      state={change}
      names={form.names}
      submitLabel={words('changePassword')}
      isDisabled={form.draft.currentPassword === '' || form.draft.password === ''}
      onSubmit={save}
    >
      <input type="text" hidden readOnly autoComplete="username" value={me.email} />
      <PasswordInput
        label={words('currentPassword')}
        autoComplete="current-password"
        {...form.text('currentPassword')}
      />
      <PasswordInput
        label={words('newPassword')}
        description={words('passwordHint', { count: PASSWORD_LENGTH_MIN })}
        autoComplete="new-password"
        {...form.text('password')}
      />
    </DraftFormBody>
  )
}
