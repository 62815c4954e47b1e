import { listAgreements } from '@timedesk/contracts/agreements'
import { StatusCategory } from '@timedesk/contracts/case-status'
import { conditionFields } from '@timedesk/contracts/conditions'
import { listCustomers } from '@timedesk/contracts/customers'
import type { Reference } from '@timedesk/contracts/primitives'
import { listEmployees } from '@timedesk/contracts/staff'
import { addDays } from '@timedesk/domain/calendar/days'
import { operatorsOf } from '@timedesk/domain/conditions/check-conditions'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '@timedesk/ui/format'
import { LANGUAGES } from '@timedesk/ui/i18n'
import type { SearchOption } from '@timedesk/ui/search-select'
import { useStatusName } from '@timedesk/ui/status-pill'
import { useLanguage } from '@timedesk/ui/use-language'

import { LANGUAGE_NAMES } from '../choices/language-select.tsx'
import { client } from '../client.ts'
import { createWords } from '../create-words.ts'
import { customFieldQueries } from '../custom-fields/custom-field-queries.ts'
import { settingQueries } from '../settings/setting-queries.ts'
import { caseSubjectsDanish, caseSubjectsEnglish } from './case-subject-texts.ts'
import type { ConditionOption, ConditionSubject, ConditionValues } from './condition-subject.ts'
import { subjectsOfFields } from './field-subjects.ts'
import { pathOptions } from './path-options.ts'
import { useConditionWords } from './use-condition-words.ts'

const useSubjectWords = createWords('case-subjects', { en: caseSubjectsEnglish, da: caseSubjectsDanish })

/** Over which ways cases come in. */
const WAYS = ['desk', 'extranet', 'mail', 'api', 'recurring', 'import'] as const
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const
/** A Monday, only to name weekdays by. */
const ANY_MONDAY = '2024-01-01'
const FOUND_MAX = 12
const FIELD_OPS = ['is', 'isNot', 'contains', 'between', 'isEmpty', 'isNotEmpty'] as const

type CaseField = (typeof conditionFields)[number]
type CaseSubjectOptions = { without?: readonly CaseField[] }

/**
 * What conditions may ask about a case, custom fields at the end. `names` are those of what the conditions speak of by
 * id already; `without` leaves things out that say nothing where the conditions are asked.
 */
export function useCaseSubjects(
  names: readonly Reference[],
  { without = [] }: CaseSubjectOptions = {},
): ConditionSubject[] {
  const words = useSubjectWords()
  const conditionWords = useConditionWords()
  const { language } = useLanguage()
  const { data: fields = [] } = useQuery(customFieldQueries.all())
  const valuesOf = useCaseValues(names)
  const texts = {
    group: conditionWords('customFields'),
    ticked: conditionWords('ticked'),
    notTicked: conditionWords('notTicked'),
  }
  return [
    ...conditionFields
      .filter((field) => !without.includes(field))
      .map((field) => ({
        ...{ field, label: words(field), group: words('group'), ops: operatorsOf(field) },
        value: valuesOf[field],
      })),
    ...subjectsOfFields(fields, language, FIELD_OPS, texts),
  ]
}

function useCaseValues(names: readonly Reference[]): Record<CaseField, ConditionValues> {
  const words = useSubjectWords()
  const format = useFormat()
  const statusName = useStatusName()
  const { data: types = [] } = useQuery(settingQueries.caseTypes())
  const { data: priorities = [] } = useQuery(settingQueries.priorities())
  const { data: departments = [] } = useQuery(settingQueries.departments())
  const { data: statuses = [] } = useQuery(settingQueries.statuses())
  // What is no longer in use keeps its name where a condition speaks of it.
  const kept = names.map(({ id }) => id)
  const typed = { kind: 'words' } as const
  return {
    type: { kind: 'options', options: pathOptions(types, kept) },
    customer: { kind: 'search', search: searchCustomers, names },
    agreement: { kind: 'search', search: searchAgreements, names },
    priority: { kind: 'options', options: namedOptions(priorities, kept) },
    product: typed,
    words: typed,
    department: { kind: 'options', options: pathOptions(departments, kept) },
    responsible: { kind: 'search', search: searchEmployees, names },
    status: {
      kind: 'options',
      options: namedOptions(
        statuses.map((status) => ({ ...status, name: statusName(status) })),
        kept,
      ),
    },
    category: {
      kind: 'options',
      options: StatusCategory.options.map((category) => ({
        value: category,
        label: statusName({ category, name: '' }),
      })),
    },
    language: {
      kind: 'options',
      options: LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] })),
    },
    hour: { kind: 'clock' },
    weekday: {
      kind: 'options',
      options: WEEKDAYS.map((day, index) => ({ value: day, label: format.weekday(addDays(ANY_MONDAY, index)) })),
    },
    via: { kind: 'options', options: WAYS.map((way) => ({ value: way, label: words(`via_${way}`) })) },
    tag: typed,
  }
}

type Named = { id: string; name: string; isActive: boolean }

function namedOptions(things: readonly Named[], kept: readonly string[]): ConditionOption[] {
  return things
    .filter(({ id, isActive }) => isActive || kept.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }))
}

async function searchCustomers(term: string, signal: AbortSignal): Promise<SearchOption[]> {
  const { data } = await client.call(listCustomers, { query: { ...query(term), isActive: true }, signal })
  return data.map(({ id, name, number }) => ({ value: id, label: name, description: String(number) }))
}

async function searchAgreements(term: string, signal: AbortSignal): Promise<SearchOption[]> {
  const { data } = await client.call(listAgreements, { query: { ...query(term), state: 'active' }, signal })
  return data.map(({ id, heading, customer }) => ({ value: id, label: heading, description: customer.name }))
}

async function searchEmployees(term: string, signal: AbortSignal): Promise<SearchOption[]> {
  const { data } = await client.call(listEmployees, { query: { ...query(term), isActive: true }, signal })
  return data.map(({ id, name, department }) => ({ value: id, label: name, description: department.name }))
}

function query(term: string): { limit: number; search?: string } {
  const search = term.trim()
  return { limit: FOUND_MAX, ...(search !== '' && { search }) }
}
