import { TextInput } from '@mantine/core'
import type { Absence } from '@timedesk/contracts/absences'
import type { Reference } from '@timedesk/contracts/primitives'

import { dayIn } from '../../shared/day-in.ts'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { EmployeePicker } from '../../shared/pickers/search-pickers.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { useAbsenceWords } from './use-absence-words.ts'
import { useSaveAbsence, type AbsenceDraft } from './use-save-absence.ts'

type AbsenceDialogProps = {
  /** The one that is changed; null records one. */
  absence: Absence | null
  /** Who is away, when nobody else can be chosen. */
  employee: Reference | null
  onSaved?: (absence: Absence) => void
  onClose: () => void
}

/** Records an absence, or changes the given one. */
export function AbsenceDialog({ absence, employee, onSaved, onClose }: AbsenceDialogProps) {
  const words = useAbsenceWords()
  const tell = useTell()
  const { company } = useMe()
  const save = useSaveAbsence(absence)
  const today = dayIn(company.timeZone, new Date())
  const latest: AbsenceDraft =
    absence === null
      ? { employeeId: employee, from: today, to: today, delegateId: null, reason: '' }
      : {
          ...{ employeeId: absence.employee, from: absence.from, to: absence.to },
          ...{ delegateId: absence.delegate, reason: absence.reason },
        }
  const form = useDraftForm<AbsenceDraft>(latest, save.error)
  const { draft, set, text, errorOf } = form
  const isWritten = draft.employeeId !== null && draft.from !== '' && draft.to !== ''

  return (
    <FormDialog
      title={absence === null ? words('createTitle') : words('editTitle', { name: absence.employee.name })}
      size="md"
      state={save}
      names={form.names}
      isDisabled={!isWritten || (absence !== null && !form.isChanged)}
      onClose={onClose}
      onSubmit={() =>
        save.mutate(draft, {
          onSuccess: (saved) => {
            tell(words(absence === null ? 'recorded' : 'saved')).onSuccess()
            onClose()
            onSaved?.(saved)
          },
        })
      }
    >
      {absence === null && employee === null && (
        <EmployeePicker
          label={words('person')}
          required
          value={draft.employeeId}
          error={errorOf('employeeId')}
          onChange={(employeeId) => set({ employeeId })}
        />
      )}
      <FieldRow>
        <TextInput
          type="date"
          label={words('from')}
          required
          data-autofocus
          {...text('from')}
          onChange={({ currentTarget: { value } }) =>
            // The last day follows as long as it would come before the first.
            set({ from: value, ...(value > draft.to && { to: value }) })
          }
        />
        <TextInput type="date" label={words('to')} required {...text('to')} />
      </FieldRow>
      <EmployeePicker
        label={words('delegate')}
        description={words('delegateHint')}
        placeholder={words('nobody')}
        clearable
        value={draft.delegateId}
        error={errorOf('delegateId')}
        onChange={(delegateId) => set({ delegateId })}
      />
      <TextInput label={words('reason')} description={words('reasonHint')} autoComplete="off" {...text('reason')} />
    </FormDialog>
  )
}
