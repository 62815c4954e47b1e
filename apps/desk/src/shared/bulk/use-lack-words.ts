import { useQuery } from '@tanstack/react-query'
import type { BulkError } from '@timedesk/contracts/bulk-actions'
import { fieldName } from '@timedesk/ui/field-names'
import { useLanguage } from '@timedesk/ui/use-language'

import { useCaseWords } from '../cases/use-case-words.ts'
import { customFieldQueries } from '../custom-fields/custom-field-queries.ts'
import { useBulkWords } from './use-bulk-words.ts'

const GATES = ['resolution', 'time_registered', 'checklist_done', 'children_closed'] as const
const OWN_FIELDS = ['resolution', 'reason'] as const
const CASE_FIELDS = {
  typeId: 'type',
  responsibleId: 'responsible',
  agreementId: 'agreement',
  projectId: 'project',
  contactId: 'contact',
  product: 'product',
} as const

/** Words what keeps a case from a move: a gate that is closed, a field that is empty. Undefined: it says nothing more. */
export function useLackWords(errors: readonly BulkError[]): (error: BulkError) => string | undefined {
  const words = useBulkWords()
  const nameOf = useNames(errors)
  return ({ code, pointer, message }) => {
    const gate = GATES.find((one) => one === code)
    if (gate !== undefined) return words(`lack_${gate}`)
    if (code !== 'field_required') return undefined
    const name = nameOf(pointer.slice(pointer.lastIndexOf('/') + 1))
    return name === undefined ? message : words('lackField', { name })
  }
}

/** What the last part of a pointer is called: a field of every case, or one of the company's own by its id. */
function useNames(errors: readonly BulkError[]): (field: string) => string | undefined {
  const words = useBulkWords()
  const caseWords = useCaseWords()
  const { language } = useLanguage()
  const isAboutCustom = errors.some(({ pointer }) => pointer.includes('/fields/'))
  const { data: customs = [] } = useQuery({ ...customFieldQueries.all(), enabled: isAboutCustom })
  return (field) => {
    const own = OWN_FIELDS.find((one) => one === field)
    if (own !== undefined) return words(`field_${own}`)
    if (isOfCase(field)) return caseWords(CASE_FIELDS[field])
    const custom = customs.find(({ id }) => id === field)
    return custom && fieldName(custom, language)
  }
}

function isOfCase(field: string): field is keyof typeof CASE_FIELDS {
  return Object.hasOwn(CASE_FIELDS, field)
}
