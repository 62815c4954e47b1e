import { TextInput } from '@mantine/core'
import type { CannedText } from '@timedesk/contracts/canned-texts'
import type { TextScope } from '@timedesk/contracts/texts'

import { errorInside } from '../../shared/forms/error-inside.ts'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { problemOfField } from '../../shared/forms/field-problems.ts'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { NameField } from '../../shared/settings/setting-dialog.tsx'
import { FormSection } from '../../shared/terms/form-section.tsx'
import { LocalTextsFields } from './local-texts-fields.tsx'
import { ScopeFields } from './scope-fields.tsx'
import { draftOfText, emptyText, type TextDraft } from './text-draft.ts'
import { TextForm } from './text-form.tsx'
import { TextPreview } from './text-preview.tsx'
import { useSaveText } from './use-save-text.ts'
import { useTextWords } from './use-text-words.ts'

type CannedTextEditorProps = {
  text: CannedText | null
  /** Whose a new one is to begin with. */
  scope: TextScope
  onSaved: (text: CannedText) => void
}

/** A canned text in both languages, with what it becomes on a case. */
export function CannedTextEditor({ text, scope, onSaved }: CannedTextEditorProps) {
  const words = useTextWords()
  const save = useSaveText(text)
  const form = useDraftForm<TextDraft>(text === null ? emptyText(scope) : draftOfText(text), save.error)
  const { draft, set, errorOf } = form
  return (
    <TextForm
      form={form}
      state={save}
      isNew={text === null}
      mayEdit={text?.can.edit ?? true}
      onSubmit={() => save.mutate(draft, { onSuccess: onSaved })}
      preview={<TextPreview texts={draft.texts} readers="contact" />}
    >
      <FormSection title={words('what')}>
        <FieldRow>
          <NameField form={form} />
          <TextInput
            label={words('shortcut')}
            description={words('shortcutHint')}
            required
            autoComplete="off"
            autoCapitalize="off"
            leftSection="::"
            {...form.text('shortcut')}
          />
        </FieldRow>
        <ScopeFields form={{ draft, set, errorOf }} />
      </FormSection>
      <FormSection title={words('texts')} text={words('textsHint')}>
        <LocalTextsFields
          texts={draft.texts}
          error={errorInside(save.error, 'texts')}
          isRefused={problemOfField(save.error, 'texts') !== undefined}
          onChange={(texts) => set({ texts })}
        />
      </FormSection>
    </TextForm>
  )
}
