import { Radio, Select, Switch, TextInput } from '@mantine/core'
import type { CaseStatus } from '@timedesk/contracts/case-settings'
import { StatusColor } from '@timedesk/contracts/case-status'
import { isPaused, statusCategories } from '@timedesk/domain/helpdesk/status'
import { StatusPill, useStatusName } from '@timedesk/ui/status-pill'
import type { ReactNode } from 'react'

import { errorInside } from '../../shared/forms/error-inside.ts'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useFields } from '../../shared/forms/use-fields.tsx'
import { NameField, SettingDialog } from '../../shared/settings/setting-dialog.tsx'
import './statuses.css'
import { draftOfStatus, emptyStatus, useSaveStatus, type StatusDraft } from './use-save-status.ts'
import { useStatusWords } from './use-status-words.ts'

/** Creates a status, or edits the given one; its category is chosen once. */
export function StatusDialog({ status, onClose }: { status: CaseStatus | null; onClose: () => void }) {
  const words = useStatusWords()
  const nameOf = useStatusName()
  const save = useSaveStatus(status)
  const form = useDraftForm<StatusDraft>(status === null ? emptyStatus('open') : draftOfStatus(status), save.error)
  const { draft, changes, set, errorOf } = form

  return (
    <SettingDialog
      edited={status === null ? null : { name: nameOf(status) }}
      createTitle={words('create')}
      activeHint={words('activeHint')}
      state={save}
      form={form}
      onClose={onClose}
      onSubmit={() => save.mutate({ draft, changes }, { onSuccess: onClose })}
    >
      <FieldRow>
        <NameField form={form} />
        <Select
          label={words('category')}
          description={words('categoryHint')}
          allowDeselect={false}
          disabled={status !== null}
          data={statusCategories.map((category) => ({ value: category, label: nameOf({ category, name: '' }) }))}
          value={draft.category}
          error={errorOf('category')}
          onChange={(name) => {
            const category = statusCategories.find((candidate) => candidate === name)
            if (category !== undefined) set({ category, pausesClock: isPaused(category) })
          }}
        />
      </FieldRow>
      <ColorField draft={draft} error={errorOf('color')} onChange={(color) => set({ color })} />
      <Switch label={words('pausesClock')} description={words('pausesClockHint')} {...form.check('pausesClock')} />
      <WordingFields
        wording={draft.customerWording}
        error={save.error}
        problem={errorOf('customerWording')}
        onChange={(customerWording) => set({ customerWording })}
      />
    </SettingDialog>
  )
}

type ColorFieldProps = { draft: StatusDraft; error: ReactNode; onChange: (color: StatusColor) => void }

/** Nine colours, each with its name, and what the status looks like in the chosen one. */
function ColorField({ draft: { category, name, color }, error, onChange }: ColorFieldProps) {
  const words = useStatusWords()
  return (
    <Radio.Group
      label={words('color')}
      value={color}
      error={error}
      onChange={(chosen) => {
        const known = StatusColor.options.find((candidate) => candidate === chosen)
        if (known !== undefined) onChange(known)
      }}
    >
      <div className="desk-status-colors">
        {StatusColor.options.map((option) => (
          <Radio.Card key={option} value={option} className="desk-status-color">
            <span
              className="desk-status-swatch"
              style={{ background: `var(--td-${option}-fill)`, borderColor: `var(--td-${option}-ink)` }}
              aria-hidden="true"
            />
            {words(`color_${option}`)}
          </Radio.Card>
        ))}
      </div>
      <p className="desk-status-look desk-quiet desk-small">
        {words('preview')}{' '}
        <StatusPill category={category} label={name.trim() === '' ? undefined : name} color={color} />
      </p>
    </Radio.Group>
  )
}

type WordingFieldsProps = {
  wording: StatusDraft['customerWording']
  error: unknown
  problem: ReactNode
  onChange: (wording: StatusDraft['customerWording']) => void
}

function WordingFields({ wording, error, problem, onChange }: WordingFieldsProps) {
  const words = useStatusWords()
  const fields = useFields(wording ?? { en: '', da: '' }, onChange, errorInside(error, 'customerWording'))
  return (
    <>
      <Switch
        label={words('ownWording')}
        description={words('ownWordingHint')}
        checked={wording !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? { en: '', da: '' } : null)}
      />
      {wording !== null && (
        <FieldRow>
          <TextInput label={words('wordingEn')} required autoComplete="off" {...fields.text('en')} />
          <TextInput label={words('wordingDa')} required autoComplete="off" {...fields.text('da')} />
        </FieldRow>
      )}
      {wording === null && problem !== undefined && <div className="desk-error">{problem}</div>}
    </>
  )
}
