import type { Macro } from '@timedesk/contracts/macros'
import type { TextScope } from '@timedesk/contracts/texts'
import { CASE_CHANGES_MAX } from '@timedesk/contracts/limits'

import { CHANGE_KINDS } from '../../shared/actions/action-draft.ts'
import { ActionList } from '../../shared/actions/action-list.tsx'
import { useActionWords } from '../../shared/actions/use-action-words.ts'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { NameField, PositionField } from '../../shared/settings/setting-dialog.tsx'
import { FormSection } from '../../shared/terms/form-section.tsx'
import { MacroEffect } from './macro-effect.tsx'
import { MessageFields } from './message-fields.tsx'
import { ScopeFields } from './scope-fields.tsx'
import { draftOfMacro, emptyMacro, type MacroDraft } from './text-draft.ts'
import { TextForm } from './text-form.tsx'
import { TextPreview } from './text-preview.tsx'
import { useSaveMacro } from './use-save-text.ts'
import { useTextWords } from './use-text-words.ts'

type MacroEditorProps = {
  macro: Macro | null
  /** Whose a new one is to begin with. */
  scope: TextScope
  onSaved: (macro: Macro) => void
}

/** A macro: what it says in both languages and what it changes, with what it does on a case. */
export function MacroEditor({ macro, scope, onSaved }: MacroEditorProps) {
  const words = useTextWords()
  const actionWords = useActionWords()
  const save = useSaveMacro(macro)
  const form = useDraftForm<MacroDraft>(macro === null ? emptyMacro(scope) : draftOfMacro(macro), save.error)
  const { draft, set, errorOf } = form
  const { message } = draft
  return (
    <TextForm
      form={form}
      state={save}
      isNew={macro === null}
      mayEdit={macro?.can.edit ?? true}
      onSubmit={() => save.mutate(draft, { onSuccess: onSaved })}
      preview={
        <TextPreview
          texts={message.kind === 'none' ? null : message.texts}
          readers={message.kind === 'note' ? 'staff' : 'contact'}
        >
          {(caseId) =>
            macro !== null && <MacroEffect macro={macro} isChanged={'changes' in form.changes} caseId={caseId} />
          }
        </TextPreview>
      }
    >
      <FormSection title={words('what')}>
        <FieldRow>
          <NameField form={form} />
          <PositionField form={form} />
        </FieldRow>
        <ScopeFields form={{ draft, set, errorOf }} />
      </FormSection>
      <FormSection title={words('message')} text={words('textsHint')}>
        <MessageFields message={message} error={save.error} onChange={(changed) => set({ message: changed })} />
      </FormSection>
      <FormSection title={words('changes')}>
        <ActionList
          hint={words('changesHint')}
          legend={words('changes')}
          addLabel={actionWords('add')}
          kinds={CHANGE_KINDS}
          actions={draft.changes}
          max={CASE_CHANGES_MAX}
          error={save.error}
          name="changes"
          onChange={(changes) => set({ changes })}
        />
      </FormSection>
    </TextForm>
  )
}
