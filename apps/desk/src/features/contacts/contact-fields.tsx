import { Checkbox, Select, TextInput } from '@mantine/core'
import { ContactRole } from '@timedesk/contracts/access'

import { LanguageSelect } from '../../shared/choices/language-select.tsx'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import type { DraftForm } from '../../shared/forms/use-draft-form.tsx'
import type { ContactDraft } from './contact-draft.ts'
import { useContactWords } from './use-contact-words.ts'

type ContactFieldsProps = Pick<DraftForm<ContactDraft>, 'draft' | 'set' | 'errorOf' | 'text' | 'check'>

/** The fields that a new and an old contact have alike. */
export function ContactFields({ draft, set, errorOf, text, check }: ContactFieldsProps) {
  const words = useContactWords()
  return (
    <>
      <FieldRow>
        <TextInput label={words('name')} required data-autofocus autoComplete="off" {...text('name')} />
        <TextInput label={words('email')} type="email" required autoComplete="off" {...text('email')} />
      </FieldRow>
      <FieldRow>
        <TextInput label={words('phone')} type="tel" autoComplete="off" {...text('phone')} />
        <TextInput label={words('jobTitle')} autoComplete="off" {...text('title')} />
      </FieldRow>
      <FieldRow>
        <Select
          label={words('role')}
          description={words(`roleHint_${draft.role}`)}
          error={errorOf('role')}
          allowDeselect={false}
          data={ContactRole.options.map((role) => ({ value: role, label: words(`role_${role}`) }))}
          value={draft.role}
          onChange={(role) => {
            if (role !== null) set({ role })
          }}
        />
        <LanguageSelect
          label={words('language')}
          value={draft.language}
          error={errorOf('language')}
          onChange={(language) => set({ language })}
        />
      </FieldRow>
      <Checkbox label={words('seesAllCases')} description={words('seesAllHint')} {...check('seesAllCases')} />
    </>
  )
}
