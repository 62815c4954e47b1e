import { Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { TimeEntry } from '@timedesk/contracts/time'
import { MinutesInput } from '@timedesk/ui/minutes-input'

import { dayIn } from '../../shared/day-in.ts'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { ProjectPicker } from '../../shared/pickers/search-pickers.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { useMyTimeWords } from './use-my-time-words.ts'
import { useRegisterTime, useUpdateEntry, type EntryDraft } from './use-time-entry-changes.ts'

/** Adds internal time or time on a project, or corrects the given entry. */
export function EntryDialog({ entry, onClose }: { entry: TimeEntry | null; onClose: () => void }) {
  const words = useMyTimeWords()
  const { company } = useMe()
  const types = useQuery(settingQueries.activityTypes())
  const registration = useRegisterTime()
  const update = useUpdateEntry()
  const state = entry === null ? registration : update
  const choices = (types.data ?? []).filter(({ id, isActive }) => isActive || id === entry?.activityType.id)
  const form = useDraftForm<EntryDraft>(
    entry === null ? emptyEntry(dayIn(company.timeZone, new Date())) : draftOfEntry(entry),
    state.error,
  )
  const { draft, set, errorOf, text } = form
  const submit = () => {
    const { projectId: _, ...changes } = form.changes
    if (entry === null) registration.mutate(draft, { onSuccess: onClose })
    else update.mutate({ entry, changes }, { onSuccess: onClose })
  }

  return (
    <FormDialog
      title={words(entry === null ? 'addTitle' : 'editTitle')}
      state={state}
      names={form.names}
      isDisabled={!form.isChanged || draft.minutes === null || draft.activityTypeId === ''}
      onClose={onClose}
      onSubmit={submit}
    >
      <FieldRow>
        <MinutesInput
          label={words('minutes')}
          required
          value={draft.minutes}
          error={errorOf('minutes')}
          onChange={(minutes) => set({ minutes })}
        />
        <Select
          label={words('activity')}
          required
          allowDeselect={false}
          data={choices.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.activityTypeId === '' ? null : draft.activityTypeId}
          error={errorOf('activityTypeId')}
          onChange={(activityTypeId) => {
            const chosen = choices.find(({ id }) => id === activityTypeId)
            if (chosen !== undefined) set({ activityTypeId: chosen.id, isBillable: chosen.isBillable })
          }}
        />
        <TextInput label={words('workDate')} type="date" required {...text('workDate')} />
      </FieldRow>
      {entry === null && (
        <ProjectPicker
          label={words('project')}
          description={words('projectHint')}
          value={draft.projectId}
          error={errorOf('projectId')}
          onChange={(projectId) => set({ projectId })}
        />
      )}
      <Switch label={words('isBillable')} {...form.check('isBillable')} />
      <Textarea label={words('customerText')} autosize minRows={2} {...text('customerText')} />
      <Textarea label={words('internalText')} autosize minRows={2} {...text('internalText')} />
    </FormDialog>
  )
}

function emptyEntry(workDate: string): EntryDraft {
  return {
    ...{ projectId: null, minutes: null, activityTypeId: '', workDate },
    isBillable: false,
    customerText: '',
    internalText: '',
  }
}

function draftOfEntry(entry: TimeEntry): EntryDraft {
  const { project, minutes, activityType, workDate, isBillable, customerText, internalText } = entry
  return {
    ...{ projectId: project, minutes, activityTypeId: activityType.id, workDate },
    ...{ isBillable, customerText, internalText },
  }
}
