import { Select, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { FieldRow } from '../forms/field-row.tsx'
import type { DraftForm } from '../forms/use-draft-form.tsx'
import { settingQueries } from '../settings/setting-queries.ts'
import { usableOptions } from '../settings/usable-options.ts'
import { ChoiceCards } from './choice-cards.tsx'
import { FormSection } from './form-section.tsx'
import type { AfterHoursDraft, TermsDraft } from './terms-draft.ts'
import { useTermsWords } from './use-terms-words.ts'

const POLICIES = ['none', 'automatic', 'suggest'] as const
const FACTORS = ['factor', 'weekendFactor', 'holidayFactor'] as const

/** What work outside of opening hours costs more. */
export function HoursSection({ form }: { form: DraftForm<TermsDraft> }) {
  const words = useTermsWords()
  const { draft, set, errorOf } = form
  const { afterHours } = draft
  const calendars = useQuery(settingQueries.serviceCalendars())
  const choices = usableOptions(calendars.data ?? [], afterHours.calendarId)
  const change = (changes: Partial<AfterHoursDraft>) => set({ afterHours: { ...afterHours, ...changes } })
  const hint = { factor: words('factorHint'), weekendFactor: words('likeOthers'), holidayFactor: words('likeOthers') }

  return (
    <FormSection title={words('hours')} text={words('hoursText')}>
      <ChoiceCards
        label={words('policy')}
        value={afterHours.policy}
        error={afterHours.policy === 'none' ? errorOf('afterHours') : undefined}
        onChange={(policy) => change({ policy, calendarId: afterHours.calendarId ?? choices[0]?.value ?? null })}
        choices={POLICIES.map((policy) => ({
          value: policy,
          label: words(`policy_${policy}`),
          text: words(`policyText_${policy}`),
        }))}
      />
      {afterHours.policy !== 'none' && (
        <>
          {calendars.isSuccess && choices.length === 0 && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {words('noCalendars')}
            </Text>
          )}
          <Select
            label={words('calendar')}
            required
            allowDeselect={false}
            data={choices}
            value={afterHours.calendarId}
            error={errorOf('afterHours')}
            onChange={(calendarId) => change({ calendarId })}
          />
          <FieldRow>
            {FACTORS.map((factor) => (
              <TextInput
                key={factor}
                label={words(factor)}
                description={hint[factor]}
                inputMode="decimal"
                autoComplete="off"
                value={afterHours[factor]}
                onChange={(event) => change({ [factor]: event.currentTarget.value })}
              />
            ))}
          </FieldRow>
        </>
      )}
    </FormSection>
  )
}
