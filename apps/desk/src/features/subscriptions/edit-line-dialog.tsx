import { NumberInput, Text, TextInput } from '@mantine/core'
import type { SubscriptionLine } from '@timedesk/contracts/subscriptions'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { quotaOf } from '../../shared/terms/line-draft.ts'
import { QuotaFields } from '../../shared/terms/quota-fields.tsx'
import { useTermsWords } from '../../shared/terms/use-terms-words.ts'
import { useUpdateLine, type LineChange } from './use-change-plan.ts'
import { usePlanWords } from './use-plan-words.ts'

const POSITION_MAX = 10_000
const LEAD_DAYS_MAX = 90

/** Changes or ends a plan line; its price has a history of its own. */
export function EditLineDialog({ line, onClose }: { line: SubscriptionLine; onClose: () => void }) {
  const words = usePlanWords()
  const termsWords = useTermsWords()
  const tell = useTell()
  const update = useUpdateLine(line)
  const { description, position, leadDays, endsOn, timing } = line
  const latest: LineChange = { description, position, leadDays, quota: quotaOf(line.quota), endsOn: endsOn ?? '' }
  const form = useDraftForm<LineChange>(latest, update.error)
  const { draft, set, errorOf, text, whole } = form
  return (
    <FormDialog
      title={words('editTitle', { name: description })}
      state={update}
      names={form.names}
      isDisabled={!form.isChanged}
      onClose={onClose}
      onSubmit={() =>
        update.mutate(form.changes, {
          onSuccess: tell(words('saved', { name: draft.description }), onClose).onSuccess,
        })
      }
    >
      <Text size="sm">{words('editText')}</Text>
      <TextInput label={termsWords('description')} required autoComplete="off" {...text('description')} />
      <FieldRow>
        <TextInput label={words('lastDay')} type="date" description={words('lastDayHint')} {...text('endsOn')} />
        {timing === 'advance' && (
          <NumberInput label={termsWords('leadDays')} min={0} max={LEAD_DAYS_MAX} {...whole('leadDays')} />
        )}
        <NumberInput label={words('position')} min={0} max={POSITION_MAX} {...whole('position')} />
      </FieldRow>
      <QuotaFields quota={draft.quota} error={errorOf('quota')} onChange={(quota) => set({ quota })} />
    </FormDialog>
  )
}
