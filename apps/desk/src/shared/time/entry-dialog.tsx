import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { TimeEntry } from '@timedesk/contracts/time'

import { FieldRow } from '../forms/field-row.tsx'
import { FormDialog } from '../forms/form-dialog.tsx'
import { useDraftForm } from '../forms/use-draft-form.tsx'
import { useMe } from '../session/use-me.ts'
import { settingQueries } from '../settings/setting-queries.ts'
import { correctionOf, draftOfEntry, emptyEntry, entryOf, updateOf, type EntryDraft } from './entry-draft.ts'
import { RemoveEntryButton } from './remove-entry-button.tsx'
import { SubjectPicker } from './subject-picker.tsx'
import { TaskSelect } from './task-select.tsx'
import { TimeFields } from './time-fields.tsx'
import { hasHalfSpan, spanOf } from './time-form.ts'
import { useCorrectEntry, useRegisterTime, useUpdateEntry } from './use-entry-changes.ts'
import { useTimeWords } from './use-time-words.ts'

type EntryDialogProps = {
  /** The entry to change; null adds one. */
  entry: TimeEntry | null
  /** What a new one begins with. */
  start?: Partial<EntryDraft>
  /** Whose a new one is, unless it is one's own. */
  employeeId?: string | undefined
  onClose: () => void
}

/** Adds time, or changes, moves and removes an entry; one of a closed week or period is corrected instead. */
export function EntryDialog({ entry, start, employeeId, onClose }: EntryDialogProps) {
  const words = useTimeWords()
  const { company } = useMe()
  const { data: types = [] } = useQuery(settingQueries.activityTypes())
  const deeds = { register: useRegisterTime(), update: useUpdateEntry(), correct: useCorrectEntry() }
  const isCorrection = entry !== null && !entry.can.edit
  const state = entry === null ? deeds.register : isCorrection ? deeds.correct : deeds.update
  const latest = entry === null ? { ...emptyEntry(types), ...start } : draftOfEntry(entry, company.timeZone)
  const form = useDraftForm<EntryDraft>(latest, state.error)
  const { draft, set, errorOf } = form
  const span = spanOf(draft, company.timeZone)
  const isReady = isCorrection
    ? draft.reason.trim() !== '' &&
      draft.minutes !== null &&
      Object.keys(form.changes).some((name) => name !== 'reason')
    : ((draft.minutes !== null && draft.minutes > 0) || span !== null) && !hasHalfSpan(draft, company.timeZone)
  const done = { onSuccess: onClose }
  const submit = () => {
    const { timeZone } = company
    if (entry === null) {
      const body = entryOf(draft, types, timeZone)
      if (body !== undefined) deeds.register.mutate({ ...body, ...(employeeId !== undefined && { employeeId }) }, done)
    } else if (isCorrection) {
      deeds.correct.mutate({ entryId: entry.id, body: correctionOf(draft, form.changes) }, done)
    } else {
      deeds.update.mutate({ entry, body: updateOf(draft, form.changes, timeZone) }, done)
    }
  }

  return (
    <FormDialog
      title={words(entry === null ? 'addTitle' : isCorrection ? 'correctTitle' : 'editTitle')}
      state={state}
      names={form.names}
      submitLabel={words(entry === null ? 'register' : isCorrection ? 'correct' : 'save')}
      isDisabled={!form.isChanged || !isReady}
      onClose={onClose}
      onSubmit={submit}
    >
      {isCorrection ? (
        <p className="desk-quiet desk-time-hint">{words('correctText')}</p>
      ) : (
        <SubjectFields draft={draft} onChange={set} />
      )}
      <TimeFields
        form={draft}
        onChange={set}
        about={{
          ...(draft.subject?.kind === 'case' && { caseId: draft.subject.id }),
          ...(draft.subject?.kind === 'project' && { projectId: draft.subject.id }),
          ...(entry === null ? employeeId !== undefined && { employeeId } : { entryId: entry.id }),
        }}
        errorOf={errorOf}
        isCorrection={isCorrection}
        isWide
      />
      {isCorrection && (
        <TextInput
          label={words('reason')}
          description={words('reasonHint')}
          required
          autoComplete="off"
          {...form.text('reason')}
        />
      )}
      {entry !== null && !isCorrection && (
        <div>
          <RemoveEntryButton entry={entry} onRemoved={onClose} />
        </div>
      )}
    </FormDialog>
  )
}

function SubjectFields({ draft, onChange }: { draft: EntryDraft; onChange: (changes: Partial<EntryDraft>) => void }) {
  const words = useTimeWords()
  const { subject } = draft
  return (
    <FieldRow>
      <SubjectPicker
        label={words('subject')}
        description={words('subjectHint')}
        value={subject}
        onChange={(chosen) => onChange({ subject: chosen, taskId: null })}
      />
      {subject?.kind === 'project' && (
        <TaskSelect
          label={words('task')}
          projectId={subject.id}
          value={draft.taskId}
          onChange={(taskId) => onChange({ taskId })}
        />
      )}
    </FieldRow>
  )
}
