import { Select, TextInput } from '@mantine/core'
import type { Language } from '@timedesk/contracts/primitives'
import { UNDO_SECONDS, type UndoSeconds } from '@timedesk/contracts/undo-seconds'
import { useLanguage } from '@timedesk/ui/use-language'

import { LanguageSelect } from '../../shared/choices/language-select.tsx'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { DraftFormBody } from '../../shared/forms/draft-form-body.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { Facts } from '../../shared/panels/facts.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { useUpdateMe } from './use-profile-changes.ts'
import { useProfileWords } from './use-profile-words.ts'

type MeDraft = { name: string; language: Language; undoSeconds: UndoSeconds }

/** One's own name and language, and how long one can call back what one has sent. */
export function MePanel() {
  const words = useProfileWords()
  const me = useMe()
  const tell = useTell()
  const { setLanguage } = useLanguage()
  const update = useUpdateMe()
  const form = useDraftForm<MeDraft>(
    { name: me.name, language: me.language, undoSeconds: me.undoSeconds },
    update.error,
  )
  const save = () =>
    update.mutate(form.changes, {
      onSuccess: ({ language }) => {
        setLanguage(language)
        tell(words('saved')).onSuccess()
      },
    })

  return (
    <Panel title={words('you')}>
      <DraftFormBody state={update} names={form.names} isDisabled={!form.isChanged} onSubmit={save}>
        <Facts
          facts={[
            { label: words('email'), value: me.email },
            { label: words('role'), value: me.department.name },
          ]}
        />
        <TextInput label={words('name')} required autoComplete="name" {...form.text('name')} />
        <LanguageSelect
          label={words('language')}
          value={form.draft.language}
          error={form.errorOf('language')}
          onChange={(language) => form.set({ language })}
        />
        <Select
          label={words('undo')}
          description={words('undoHint')}
          allowDeselect={false}
          value={String(form.draft.undoSeconds)}
          data={UNDO_SECONDS.map((seconds) => ({
            value: String(seconds),
            label: seconds === 0 ? words('undoNot') : words('undoFor', { seconds }),
          }))}
          error={form.errorOf('undoSeconds')}
          onChange={(value) => form.set({ undoSeconds: UNDO_SECONDS.find((one) => String(one) === value) ?? 0 })}
        />
      </DraftFormBody>
    </Panel>
  )
}
