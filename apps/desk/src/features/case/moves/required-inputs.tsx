import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import type { StatusMove } from '@timedesk/contracts/workflow-definition'

import { useCaseWords } from '../../../shared/cases/use-case-words.ts'
import { CustomFieldInput } from '../../../shared/custom-fields/custom-field-input.tsx'
import { useCustomFieldProblem } from '../../../shared/custom-fields/custom-field-inputs.tsx'
import { customFieldQueries } from '../../../shared/custom-fields/custom-field-queries.ts'
import { errorInside } from '../../../shared/forms/error-inside.ts'
import { useFieldProblem } from '../../../shared/forms/use-fields.tsx'
import { ContactPicker, EmployeePicker, ProjectPicker } from '../../../shared/pickers/search-pickers.tsx'
import { CaseTypePicker } from '../../../shared/pickers/setting-pickers.tsx'
import { coverChoices } from '../cover-choices.ts'
import { requiredFieldIds, type MoveDraft } from './move-draft.ts'
import { useMoveWords } from './use-move-words.ts'

export type MoveInputsProps = {
  subject: Case
  move: StatusMove
  draft: MoveDraft
  onChange: (changes: Partial<MoveDraft>) => void
  error: unknown
}

/** The fields that a move still asks for, each as the input it has elsewhere. */
export function RequiredInputs({ subject, move, draft, onChange, error }: MoveInputsProps) {
  const words = useMoveWords()
  const caseWords = useCaseWords()
  const problemOf = useFieldProblem(error)
  const problemIn = useFieldProblem(errorInside(error, 'fill'))
  const needs = (name: string) => move.requires.includes(name)
  const customerId = subject.customer.id

  return (
    <>
      {needs('type') && (
        <CaseTypePicker
          label={caseWords('type')}
          required
          value={draft.typeId}
          error={problemIn('typeId')}
          onChange={(typeId) => onChange({ typeId })}
        />
      )}
      {needs('responsible') && (
        <EmployeePicker
          label={caseWords('responsible')}
          required
          departmentId={subject.department.id}
          value={draft.responsible}
          error={problemIn('responsibleId')}
          onChange={(responsible) => onChange({ responsible })}
        />
      )}
      {needs('contact') && (
        <ContactPicker
          label={caseWords('contact')}
          required
          customerId={customerId}
          value={draft.contact}
          error={problemIn('contactId')}
          onChange={(contact) => onChange({ contact })}
        />
      )}
      {needs('agreement') && (
        <AgreementInput
          customerId={customerId}
          value={draft.agreementId}
          error={problemIn('agreementId')}
          onChange={(agreementId) => onChange({ agreementId })}
        />
      )}
      {needs('project') && (
        <ProjectPicker
          label={caseWords('project')}
          required
          customerId={customerId}
          value={draft.project}
          error={problemIn('projectId')}
          onChange={(project) => onChange({ project })}
        />
      )}
      {needs('product') && (
        <TextInput
          data-autofocus
          label={caseWords('product')}
          required
          value={draft.product}
          error={problemIn('product')}
          onChange={(event) => onChange({ product: event.currentTarget.value })}
        />
      )}
      <RequiredCustomFields {...{ subject, move, draft, onChange, error }} />
      {needs('reason') && (
        <TextInput
          data-autofocus
          label={words('reason')}
          description={words('reasonHint')}
          required
          autoComplete="off"
          value={draft.reason}
          error={problemOf('reason')}
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
      )}
    </>
  )
}

/** A move asks for its fields whether or not the form of the case shows them now. */
function RequiredCustomFields({ subject, move, draft, onChange, error }: MoveInputsProps) {
  const ids = requiredFieldIds(move)
  const fields = useQuery({ ...customFieldQueries.all(), enabled: ids.length > 0 })
  const problemOf = useCustomFieldProblem(error, '/body/fill/fields/')
  return (fields.data ?? [])
    .filter(({ id }) => ids.includes(id))
    .map((field) => (
      <CustomFieldInput
        key={field.id}
        field={field}
        isRequired
        value={draft.fields[field.id] ?? null}
        error={problemOf(field.id)}
        customerId={subject.customer.id}
        onChange={(value) => onChange({ fields: { ...draft.fields, [field.id]: value } })}
      />
    ))
}

type AgreementInputProps = {
  customerId: string
  value: string | null
  error: string | undefined
  onChange: (agreementId: string | null) => void
}

function AgreementInput({ customerId, value, error, onChange }: AgreementInputProps) {
  const words = useCaseWords()
  const { data: choices = [] } = useQuery(coverChoices(customerId))
  return (
    <Select
      label={words('agreement')}
      required
      data={choices.map(({ id, heading }) => ({ value: id, label: heading }))}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}
