import { Checkbox, Select, TextInput } from '@mantine/core'
import { Scope, scopeOfPermission } from '@timedesk/contracts/access'
import { useState } from 'react'

import { FieldRow } from '../../shared/forms/field-row.tsx'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useFormWords } from '../../shared/forms/use-form-words.ts'
import { SecretOnce } from '../../shared/secrets/secret-once.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { useCreateToken, type NewToken } from './use-profile-changes.ts'
import { useProfileWords } from './use-profile-words.ts'

const LIFETIMES_DAYS = [7, 30, 90, 180, 365]
const LIFETIME_DEFAULT_DAYS = 90

/** Creates an API token and shows its secret, this once. */
export function TokenDialog({ onClose }: { onClose: () => void }) {
  const words = useProfileWords()
  const [secret, setSecret] = useState<string | null>(null)
  return secret === null ? (
    <TokenForm onClose={onClose} onCreated={setSecret} />
  ) : (
    <SecretOnce
      title={words('secretTitle')}
      text={words('secretText')}
      label={words('secret')}
      secret={secret}
      onClose={onClose}
    />
  )
}

function TokenForm({ onClose, onCreated }: { onClose: () => void; onCreated: (secret: string) => void }) {
  const words = useProfileWords()
  const formWords = useFormWords()
  const { permissions } = useMe()
  const creation = useCreateToken()
  const empty: NewToken = { name: '', scopes: [], expiresInDays: LIFETIME_DEFAULT_DAYS }
  const form = useDraftForm<NewToken>(empty, creation.error)
  const { draft, set, errorOf } = form
  const own = new Set<Scope>(permissions.map((permission) => scopeOfPermission[permission]))

  return (
    <FormDialog
      title={words('createToken')}
      state={creation}
      names={form.names}
      submitLabel={formWords('create')}
      isDisabled={draft.scopes.length === 0}
      onClose={onClose}
      onSubmit={() => creation.mutate(draft, { onSuccess: ({ secret }) => onCreated(secret) })}
    >
      <FieldRow>
        <TextInput label={words('tokenName')} required data-autofocus autoComplete="off" {...form.text('name')} />
        <Select
          label={words('expiresInDays')}
          allowDeselect={false}
          data={LIFETIMES_DAYS.map((days) => ({ value: String(days), label: words('days', { count: days }) }))}
          value={String(draft.expiresInDays)}
          error={errorOf('expiresInDays')}
          onChange={(days) => set({ expiresInDays: Number(days) })}
        />
      </FieldRow>
      <Checkbox.Group
        label={words('scopes')}
        required
        error={errorOf('scopes')}
        value={draft.scopes}
        onChange={(chosen) => set({ scopes: Scope.options.filter((scope) => chosen.includes(scope)) })}
      >
        <div className="desk-field-row">
          {Scope.options
            .filter((scope) => own.has(scope))
            .map((scope) => (
              <Checkbox key={scope} value={scope} label={<code>{scope}</code>} />
            ))}
        </div>
      </Checkbox.Group>
    </FormDialog>
  )
}
