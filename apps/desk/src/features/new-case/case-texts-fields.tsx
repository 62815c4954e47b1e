import { Fieldset, Group, Pill, Text, TextInput } from '@mantine/core'
import { SUBJECT_LENGTH_MAX } from '@timedesk/contracts/limits'
import { LazyMarkdownEditor } from '@timedesk/ui/lazy-markdown-editor'

import { pictureUrl, uploadFile } from '../../shared/attachments.ts'
import { CustomFieldInputs } from '../../shared/custom-fields/custom-field-inputs.tsx'
import { ContactPicker, CustomerPicker } from '../../shared/pickers/search-pickers.tsx'
import { TimeFields } from '../../shared/time/time-fields.tsx'
import type { FieldForm, NewCase } from './new-case-draft.ts'
import { TemplatePicker } from './template-picker.tsx'
import { fillFrom } from './template-filling.ts'
import { useNewCaseWords } from './use-new-case-words.ts'

type CaseTextsFieldsProps = {
  draft: NewCase
  onChange: (changes: (now: NewCase) => Partial<NewCase>) => void
  form: FieldForm
  error: unknown
  onSubmit: () => void
}

/** Whom the case is for and what it is about. */
export function CaseTextsFields({ draft, onChange, form, error, onSubmit }: CaseTextsFieldsProps) {
  const words = useNewCaseWords()
  return (
    <div className="desk-new-case-fields">
      <TemplatePicker
        value={draft.templateId}
        onChange={(chosen, before) => onChange((now) => fillFrom(now, chosen, before))}
      />
      <Group grow align="start">
        <CustomerPicker
          label={words('customer')}
          required
          value={draft.customer}
          onChange={(customer) => onChange(() => ({ customer, contact: null, project: null, follows: null }))}
        />
        {draft.customer !== null && (
          <ContactPicker
            label={words('contact')}
            customerId={draft.customer.id}
            value={draft.contact}
            onChange={(contact) => onChange(() => ({ contact }))}
          />
        )}
      </Group>
      <TextInput
        label={words('subject')}
        required
        maxLength={SUBJECT_LENGTH_MAX}
        value={draft.subject}
        onChange={(event) => {
          const subject = event.currentTarget.value
          onChange(() => ({ subject }))
        }}
      />
      <DescriptionField draft={draft} onChange={onChange} onSubmit={onSubmit} />
      <CustomFieldInputs
        fields={form.fields}
        ground={{ typeLine: [], priorityId: form.priorityId }}
        values={draft.fields}
        onChange={(values) => onChange(() => ({ fields: values }))}
        moment="staff_create"
        customerId={draft.customer?.id ?? null}
        error={error}
      />
      <Fieldset legend={words('time')}>
        <TimeFields
          form={draft.time}
          onChange={(changes) => onChange((now) => ({ time: { ...now.time, ...changes } }))}
        />
      </Fieldset>
    </div>
  )
}

type DescriptionFieldProps = Pick<CaseTextsFieldsProps, 'draft' | 'onChange' | 'onSubmit'>

function DescriptionField({ draft, onChange, onSubmit }: DescriptionFieldProps) {
  const words = useNewCaseWords()
  return (
    <div>
      <Text size="sm" fw={500} mb={4} aria-hidden="true">
        {words('description')}
      </Text>
      <LazyMarkdownEditor
        label={words('description')}
        placeholder={words('descriptionHint')}
        value={draft.description}
        onChange={(description) => onChange(() => ({ description }))}
        onSubmit={onSubmit}
        onUpload={async (file, options) => {
          const stored = await uploadFile(file, options)
          onChange((now) => ({ pictureIds: [...now.pictureIds, stored.id] }))
          return stored
        }}
        onAttach={(file) => onChange((now) => ({ files: [...now.files, file] }))}
        resolveAttachment={pictureUrl}
      />
      <Pill.Group mt="xs" role="group" aria-label={words('files')}>
        {draft.files.map(({ id, name }) => (
          <Pill
            key={id}
            withRemoveButton
            onRemove={() => onChange((now) => ({ files: now.files.filter((file) => file.id !== id) }))}
          >
            {name}
          </Pill>
        ))}
      </Pill.Group>
    </div>
  )
}
