import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getContact } from '@timedesk/contracts/contacts'
import type { CaseField, FieldValue } from '@timedesk/contracts/custom-fields'
import { FIELD_TEXT_LENGTH_MAX } from '@timedesk/contracts/limits'
import type { Reference } from '@timedesk/contracts/primitives'
import { TreeSelect } from '@timedesk/ui/tree-select'
import { useLanguage } from '@timedesk/ui/use-language'
import { useState, type ReactNode } from 'react'

import { client } from '../client.ts'
import { ContactPicker } from '../pickers/search-pickers.tsx'
import { queryRoots } from '../query-roots.ts'
import { fieldHelp, fieldName, optionName } from '@timedesk/ui/field-names'
import { optionTree } from '@timedesk/ui/option-tree'
import { useCustomFieldWords } from './use-custom-field-words.ts'

type CustomFieldInputProps = {
  field: CaseField
  value: FieldValue
  onChange: (value: FieldValue) => void
  isRequired: boolean
  error?: ReactNode
  /** Whose contacts may be chosen; null: nobody's yet. */
  customerId: string | null
}

/** One custom field as an input of its kind. */
export function CustomFieldInput({ field, value, onChange, isRequired, error, customerId }: CustomFieldInputProps) {
  const { language } = useLanguage()
  const help = fieldHelp(field, language)
  const common = {
    label: fieldName(field, language),
    required: isRequired,
    ...(help !== '' && { description: help }),
    ...(error !== undefined && { error }),
  }
  const text = typeof value === 'string' ? value : ''
  const chosen = text === '' ? null : text
  switch (field.kind) {
    case 'text':
      return (
        <TextInput
          {...common}
          maxLength={FIELD_TEXT_LENGTH_MAX}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'date':
      return (
        <TextInput
          {...common}
          type="date"
          value={text}
          onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        />
      )
    case 'number':
      return <NumberField {...common} field={field} value={value} onChange={onChange} />
    case 'choice':
      return (
        <Select
          {...common}
          data={field.options
            .filter(({ id, isActive }) => isActive || id === chosen)
            .map((option) => ({ value: option.id, label: optionName(option, language) }))}
          value={chosen}
          onChange={onChange}
          clearable={!isRequired}
          searchable={field.options.length > SEARCHABLE_FROM}
          checkIconPosition="right"
        />
      )
    case 'tree':
      return (
        <TreeSelect
          {...common}
          tree={optionTree(field.options, language, chosen)}
          value={chosen}
          onChange={onChange}
          clearable={!isRequired}
        />
      )
    case 'contact':
      return <ContactField {...common} customerId={customerId} value={chosen} onChange={onChange} />
    case 'checkbox':
      return <TickedField {...common} isTicked={value === true} onChange={onChange} />
  }
}

const SEARCHABLE_FROM = 8

type Common = { label: string; required: boolean; description?: ReactNode; error?: ReactNode }

type NumberFieldProps = Common & Pick<CustomFieldInputProps, 'field' | 'value' | 'onChange'>

function NumberField({ field: { range }, value, onChange, description, ...common }: NumberFieldProps) {
  const words = useCustomFieldWords()
  const { min = null, max = null } = range ?? {}
  const bounds =
    min !== null && max !== null
      ? words('range', { min, max })
      : min !== null
        ? words('atLeast', { min })
        : max === null
          ? undefined
          : words('atMost', { max })
  return (
    <NumberInput
      {...common}
      description={description ?? bounds}
      {...(range !== null && { decimalScale: range.decimals, allowDecimal: range.decimals > 0 })}
      hideControls
      value={typeof value === 'number' ? value : ''}
      onChange={(next) => onChange(next === '' ? null : Number(next))}
    />
  )
}

type TickedFieldProps = Common & { isTicked: boolean; onChange: (value: FieldValue) => void }

function TickedField({ isTicked, onChange, label, required, ...common }: TickedFieldProps) {
  return (
    <Checkbox
      {...common}
      label={
        <>
          {label}
          {required && <span className="desk-required"> *</span>}
        </>
      }
      required={required}
      checked={isTicked}
      onChange={(event) => onChange(event.currentTarget.checked ? true : null)}
    />
  )
}

type ContactFieldProps = Common & {
  customerId: string | null
  value: string | null
  onChange: (value: FieldValue) => void
}

/** A contact of the customer. Its name comes with the choice, or is asked for when only its id is known. */
function ContactField({ customerId, value, onChange, ...common }: ContactFieldProps) {
  const words = useCustomFieldWords()
  const [known, setKnown] = useState<Reference | null>(null)
  const isKnown = value === null || known?.id === value
  const { data: found } = useQuery({
    queryKey: [...queryRoots.contacts, 'detail', value],
    queryFn: ({ signal }) => client.call(getContact, { params: { contactId: value ?? '' }, signal }),
    enabled: !isKnown,
  })
  const chosen = value === null ? null : isKnown ? known : { id: value, name: found?.name ?? '…' }
  return (
    <ContactPicker
      {...common}
      {...(customerId === null && { disabled: true, placeholder: words('noCustomer') })}
      customerId={customerId ?? ''}
      value={chosen}
      clearable={!common.required}
      onChange={(contact) => {
        setKnown(contact)
        onChange(contact?.id ?? null)
      }}
    />
  )
}
