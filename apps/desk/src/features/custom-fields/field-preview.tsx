import { Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import type { CaseField, FieldValues } from '@timedesk/contracts/custom-fields'
import { fieldsForContacts } from '@timedesk/domain/fields/fields-for-contacts'
import { fieldsShown } from '@timedesk/domain/fields/fields-shown'
import { lineOf } from '@timedesk/domain/fields/type-line'
import { useState } from 'react'

import { CustomFieldInputs } from '../../shared/custom-fields/custom-field-inputs.tsx'
import { CaseTypePicker, PriorityPicker } from '../../shared/pickers/setting-pickers.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { triedField, type FieldDraft } from './field-draft.ts'
import { useFieldWords } from './use-field-words.ts'

const MOMENTS = ['staff_create', 'contact_create', 'solve'] as const
type Moment = (typeof MOMENTS)[number]
/** What a field is called here that has no id yet. */
const UNSTORED = '00000000-0000-4000-8000-000000000000'

type FieldPreviewProps = { draft: FieldDraft; fields: readonly CustomField[]; ownId: string | null }

/** The form with the field as it is written now, to be tried: nothing of it is stored. */
export function FieldPreview({ draft, fields, ownId }: FieldPreviewProps) {
  const words = useFieldWords()
  const { data: types = [] } = useQuery(settingQueries.caseTypes())
  const [typeId, setTypeId] = useState<string | null>(null)
  const [priorityId, setPriorityId] = useState<string | null>(null)
  const [moment, setMoment] = useState<Moment>('staff_create')
  const [values, setValues] = useState<FieldValues>({})
  const tried = triedField(draft, ownId ?? UNSTORED)
  const whole = formOf(fields, tried)
  const form = moment === 'contact_create' ? fieldsForContacts(whole).filter(isFilledIn) : whole
  const tree = types.map(({ id, parent }) => ({ id, parentId: parent?.id ?? null }))
  const ground = { typeLine: lineOf(tree, typeId), priorityId }
  const isShown = fieldsShown(form, { ...ground, values }).some(({ id }) => id === tried.id)

  return (
    <Stack gap="sm">
      <Text size="sm" c="var(--td-ink-quiet)">
        {words('previewHint')}
      </Text>
      <CaseTypePicker label={words('previewType')} value={typeId} onChange={setTypeId} />
      <PriorityPicker label={words('previewPriority')} clearable value={priorityId} onChange={setPriorityId} />
      <Select
        label={words('previewWho')}
        allowDeselect={false}
        data={MOMENTS.map((name) => ({ value: name, label: words(`who_${name}`) }))}
        value={moment}
        onChange={(name) => setMoment(MOMENTS.find((candidate) => candidate === name) ?? moment)}
      />
      <hr className="desk-field-rule" />
      <div role="status">
        {!isShown && (
          <Text size="sm" c="var(--td-ink-quiet)">
            {words('hiddenNow', { name: tried.name === '' ? words('newField') : tried.name })}
          </Text>
        )}
      </div>
      <CustomFieldInputs
        fields={form}
        ground={ground}
        values={values}
        onChange={setValues}
        moment={moment}
        customerId={null}
      />
    </Stack>
  )
}

/** The fields in use with the tried one in its place; a new one comes last. */
function formOf(fields: readonly CustomField[], tried: CaseField): CaseField[] {
  const isThere = fields.some(({ id }) => id === tried.id)
  const inUse = fields.filter(({ id, isActive }) => isActive || id === tried.id)
  const named = { ...tried, name: tried.name.trim() === '' ? '…' : tried.name }
  return [...inUse.map((field) => (field.id === tried.id ? named : field)), ...(isThere ? [] : [named])]
}

function isFilledIn({ forContacts }: CaseField): boolean {
  return forContacts === 'editable'
}
