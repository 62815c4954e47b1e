import type { Case } from '@timedesk/contracts/cases'
import type { CaseField, FieldValues } from '@timedesk/contracts/custom-fields'
import { labelOf } from '@timedesk/domain/fields/label-of'
import { useLanguage } from '@timedesk/ui/use-language'
import { useState } from 'react'

import { CustomFieldInputs } from '../../../shared/custom-fields/custom-field-inputs.tsx'
import { DraftFormBody } from '../../../shared/forms/draft-form-body.tsx'
import type { CaseUpdate } from '../use-update-case.ts'
import { groundOf } from './ground-of.ts'

type FieldsFormProps = { subject: Case; fields: readonly CaseField[]; update: CaseUpdate; onClose: () => void }

const NAMES = ['fields']

/** The fields as inputs; only what was changed is sent, on top of what others changed meanwhile. */
export function FieldsForm({ subject, fields, update, onClose }: FieldsFormProps) {
  const { language } = useLanguage()
  const [read] = useState(subject)
  const [mine, setMine] = useState<FieldValues>({})
  const { values: stored, ...ground } = groundOf(subject)
  const changed = Object.entries(mine).filter(([id, value]) => (value ?? null) !== (stored[id] ?? null))
  const save = () => {
    if (changed.length === 0) {
      onClose()
      return
    }
    const asRead = changed.map(([id, value]) => {
      const field = fields.find((candidate) => candidate.id === id)
      return field === undefined || value === null ? '–' : labelOf(field, value, language)
    })
    update.update({ fields: Object.fromEntries(changed) }, asRead.join(', '), onClose, read)
  }
  return (
    <DraftFormBody state={update} names={NAMES} onSubmit={save} onCancel={onClose}>
      <CustomFieldInputs
        fields={fields}
        ground={ground}
        values={{ ...stored, ...mine }}
        onChange={(values) =>
          setMine(
            Object.fromEntries(Object.entries(values).filter(([id, value]) => id in mine || value !== stored[id])),
          )
        }
        moment="update"
        customerId={subject.customer.id}
        error={update.error}
      />
    </DraftFormBody>
  )
}
