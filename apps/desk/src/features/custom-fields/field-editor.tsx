import { NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { FIELD_NUMBER_DECIMALS_MAX, FIELD_NUMBER_MAX } from '@timedesk/contracts/limits'
import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import { FieldKind } from '@timedesk/contracts/custom-fields'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { DraftFormBody } from '../../shared/forms/draft-form-body.tsx'
import { errorInside } from '../../shared/forms/error-inside.ts'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useDraftForm, type DraftForm } from '../../shared/forms/use-draft-form.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { draftOfField, emptyField, hasOptions, type FieldDraft } from './field-draft.ts'
import { FieldPreview } from './field-preview.tsx'
import '../../shared/lists/lists.css'
import './fields.css'
import { OptionFields } from './option-fields.tsx'
import { RuleFields } from './rule-fields.tsx'
import { useFieldWords } from './use-field-words.ts'
import { useRangeProblem } from './use-range-problem.ts'
import { useSaveField } from './use-save-field.ts'

type FieldEditorProps = {
  /** Null makes a new one. */
  field: CustomField | null
  /** All that there are, for rules and for the form beside. */
  fields: readonly CustomField[]
  onDone: () => void
}

/** A custom field with its options and rules, and beside it the form that it becomes a part of. */
export function FieldEditor({ field, fields, onDone }: FieldEditorProps) {
  const words = useFieldWords()
  const tell = useTell()
  const save = useSaveField(field)
  const form = useDraftForm<FieldDraft>(field === null ? emptyField : draftOfField(field), save.error)
  const { draft, changes, text, set, errorOf } = form
  const submit = () =>
    save.mutate({ draft, changes }, { onSuccess: tell(words('saved', { name: draft.name }), onDone).onSuccess })

  return (
    <div className="desk-field-editor">
      <DraftFormBody
        state={save}
        names={form.names}
        submitLabel={field === null ? words('create') : undefined}
        isDisabled={!form.isChanged}
        onSubmit={submit}
        onCancel={onDone}
      >
        <FieldRow>
          <TextInput label={words('name')} required autoComplete="off" {...text('name')} />
          <TextInput label={words('nameDa')} description={words('asName')} autoComplete="off" {...text('nameDa')} />
        </FieldRow>
        <FieldRow>
          <TextInput
            label={words('key')}
            description={words('keyHint')}
            required
            autoComplete="off"
            {...text('key')}
            disabled={field !== null}
          />
          <Select
            label={words('kind')}
            allowDeselect={false}
            disabled={field?.isUsed ?? false}
            {...(field?.isUsed === true && { description: words('kindFixed') })}
            data={FieldKind.options.map((kind) => ({ value: kind, label: words(`kind_${kind}`) }))}
            value={draft.kind}
            error={errorOf('kind')}
            onChange={(name) => {
              const kind = FieldKind.options.find((candidate) => candidate === name)
              if (kind !== undefined) set({ kind })
            }}
          />
        </FieldRow>
        {draft.kind === 'number' && <RangeFields form={form} error={save.error} />}
        {hasOptions(draft.kind) && (
          <OptionFields
            isTree={draft.kind === 'tree'}
            options={draft.options}
            error={save.error}
            problem={errorOf('options')}
            onChange={(options) => set({ options })}
          />
        )}
        <FieldRow>
          <Textarea label={words('help')} autosize {...text('help')} />
          <Textarea label={words('helpDa')} description={words('asHelp')} autosize {...text('helpDa')} />
        </FieldRow>
        <RuleFields form={form} fields={fields} ownId={field?.id ?? null} error={errorInside(save.error, 'rules')} />
        {field !== null && (
          <Switch label={words('isActive')} description={words('isActiveHint')} {...form.check('isActive')} />
        )}
      </DraftFormBody>
      <div className="desk-field-preview">
        <Panel title={words('preview')}>
          <FieldPreview draft={draft} fields={fields} ownId={field?.id ?? null} />
        </Panel>
      </div>
    </div>
  )
}

function RangeFields({ form, error }: { form: DraftForm<FieldDraft>; error: unknown }) {
  const words = useFieldWords()
  const problemOf = useRangeProblem(error)
  const { range } = form.draft
  const bound = (name: 'min' | 'max') => ({
    label: words(name),
    min: -FIELD_NUMBER_MAX,
    max: FIELD_NUMBER_MAX,
    decimalScale: FIELD_NUMBER_DECIMALS_MAX,
    value: range[name],
    error: problemOf(name),
    onChange: (value: number | string) => form.set({ range: { ...range, [name]: value } }),
  })
  return (
    <FieldRow>
      <NumberInput {...bound('min')} />
      <NumberInput {...bound('max')} />
      <NumberInput
        label={words('decimals')}
        allowDecimal={false}
        min={0}
        max={FIELD_NUMBER_DECIMALS_MAX}
        value={range.decimals}
        error={problemOf('decimals')}
        onChange={(decimals) => form.set({ range: { ...range, decimals: Number(decimals) } })}
      />
    </FieldRow>
  )
}
