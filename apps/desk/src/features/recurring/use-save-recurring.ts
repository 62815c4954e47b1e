import type { Reference } from '@timedesk/contracts/primitives'
import {
  createRecurringCase,
  updateRecurringCase,
  type Recurrence,
  type RecurringCase,
} from '@timedesk/contracts/recurring-cases'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** A recurring case as it is written in the form; named as the fields of the request. */
export type RecurringDraft = {
  name: string
  templateId: string | null
  customerId: Reference | null
  contactId: Reference | null
  agreementId: string | null
  every: Recurrence
  time: string
  startsOn: string
  /** Empty: it goes on. */
  endsOn: string
  isActive: boolean
}

export function emptyRecurring(today: string): RecurringDraft {
  return {
    ...{ name: '', templateId: null, customerId: null, contactId: null, agreementId: null, isActive: true },
    every: { unit: 'month', interval: 1, weekdays: [], dayOfMonth: null },
    ...{ time: '08:00', startsOn: today, endsOn: '' },
  }
}

export function draftOfRecurring(recurring: RecurringCase): RecurringDraft {
  const { name, template, customer, contact, agreement, every, time, startsOn, endsOn, isActive } = recurring
  return {
    ...{ name, every, time, startsOn, isActive, customerId: customer, contactId: contact },
    ...{ templateId: template.id, agreementId: agreement?.id ?? null, endsOn: endsOn ?? '' },
  }
}

/** Whether it says which template and which customer it is for. */
export function isComplete({ templateId, customerId, startsOn }: RecurringDraft): boolean {
  return templateId !== null && customerId !== null && startsOn !== ''
}

const touches = [queryRoots.recurringCases]

/** Creates a recurring case, or changes the given one if nobody did so since it was read. */
export function useSaveRecurring(recurring: RecurringCase | null) {
  return useChange(({ draft, changes }: { draft: RecurringDraft; changes: Partial<RecurringDraft> }) => {
    if (recurring === null) {
      const { isActive: _, customerId, templateId, contactId, endsOn, ...same } = draft
      return client.call(createRecurringCase, {
        body: {
          ...same,
          // What is not chosen goes as nothing, so that the API says so.
          ...{ customerId: customerId?.id ?? '', templateId: templateId ?? '' },
          ...{ contactId: contactId?.id ?? null, endsOn: endsOn === '' ? null : endsOn },
        },
      })
    }
    const { customerId: _, templateId, contactId, endsOn, ...same } = changes
    return client.call(updateRecurringCase, {
      params: { recurringId: recurring.id },
      headers: ifMatch(recurring.version),
      body: {
        ...same,
        ...(templateId !== undefined && templateId !== null && { templateId }),
        ...(contactId !== undefined && { contactId: contactId?.id ?? null }),
        ...(endsOn !== undefined && { endsOn: endsOn === '' ? null : endsOn }),
      },
    })
  }, touches)
}

/** Pauses a recurring case, or lets it go on. */
export function usePauseRecurring() {
  return useChange(
    ({ recurring, isActive }: { recurring: RecurringCase; isActive: boolean }) =>
      client.call(updateRecurringCase, {
        params: { recurringId: recurring.id },
        headers: ifMatch(recurring.version),
        body: { isActive },
      }),
    touches,
  )
}
