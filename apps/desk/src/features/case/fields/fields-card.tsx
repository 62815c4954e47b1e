import { ActionIcon } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import type { CaseField, CaseFieldValue } from '@timedesk/contracts/custom-fields'
import { fieldsShown } from '@timedesk/domain/fields/fields-shown'
import { useFormat } from '@timedesk/ui/format'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { useLanguage } from '@timedesk/ui/use-language'
import { lazy } from 'react'

import { customFieldQueries } from '../../../shared/custom-fields/custom-field-queries.ts'
import { fieldName, valueName } from '@timedesk/ui/field-names'
import { ConflictNotice } from '../conflict-notice.tsx'
import { RailCard, RailFact } from '../rail-card.tsx'
import { useUpdateCase } from '../use-update-case.ts'
import { groundOf } from './ground-of.ts'
import { useCaseFieldsWords } from './use-case-fields-words.ts'

const FieldsForm = lazy(async () => ({ default: (await import('./fields-form.tsx')).FieldsForm }))

/** The custom fields of a case, to be read and, by a press, written where they stand. Nothing where it has none. */
export function FieldsCard({ subject }: { subject: Case }) {
  const words = useCaseFieldsWords()
  const [isEditing, editing] = useDisclosure(false)
  const update = useUpdateCase(subject)
  const fields = useQuery(customFieldQueries.forType(subject.type?.id ?? null))
  const shown = fieldsShown(fields.data ?? [], groundOf(subject))
  const kept = subject.fields.filter(({ id }) => !shown.some((field) => field.id === id))
  if (fields.isError) {
    return (
      <RailCard title={words('title')}>
        <p className="desk-refusal">{words('failed')}</p>
      </RailCard>
    )
  }
  if (fields.data === undefined || (shown.length === 0 && kept.length === 0)) return null
  return (
    <RailCard
      title={words('title')}
      action={
        subject.can.edit &&
        !isEditing &&
        shown.length > 0 && (
          <ActionIcon variant="subtle" color="gray" aria-label={words('edit')} onClick={editing.open}>
            <IconPencil size={16} stroke={1.6} />
          </ActionIcon>
        )
      }
    >
      <ConflictNotice update={update} />
      {isEditing ? (
        <LazyPart fallback={<HoldKeys />}>
          <FieldsForm subject={subject} fields={fields.data} update={update} onClose={editing.close} />
        </LazyPart>
      ) : (
        <FieldFacts shown={shown} kept={kept} values={subject.fields} />
      )}
    </RailCard>
  )
}

type FieldFactsProps = {
  shown: readonly CaseField[]
  kept: readonly CaseFieldValue[]
  values: readonly CaseFieldValue[]
}

function FieldFacts({ shown, kept, values }: FieldFactsProps) {
  const words = useCaseFieldsWords()
  const { language } = useLanguage()
  const wordValue = useFieldValue()
  const valueOf = new Map(values.map((value) => [value.id, value]))
  return (
    <dl className="desk-facts">
      {shown.map((field) => {
        const value = valueOf.get(field.id)
        return (
          <RailFact key={field.id} name={fieldName(field, language)}>
            {value === undefined ? <span className="desk-quiet">{words('empty')}</span> : wordValue(value)}
          </RailFact>
        )
      })}
      {kept.map((value) => (
        <RailFact key={value.id} name={fieldName(value, language)}>
          <span className="desk-quiet">
            {wordValue(value)} ({words('hidden')})
          </span>
        </RailFact>
      ))}
    </dl>
  )
}

function useFieldValue(): (value: CaseFieldValue) => string {
  const words = useCaseFieldsWords()
  const { language } = useLanguage()
  const format = useFormat()
  return (value) => {
    if (value.kind === 'checkbox') return words('yes')
    if (value.kind === 'date' && typeof value.value === 'string') return format.workDate(value.value)
    if (value.kind === 'number' && typeof value.value === 'number') return format.number(value.value)
    return valueName(value, language)
  }
}
