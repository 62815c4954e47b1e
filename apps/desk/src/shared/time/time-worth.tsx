import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { previewTime, type RatingPreview, type TimeDraft } from '@timedesk/contracts/time'
import { useFormat } from '@timedesk/ui/format'

import { client } from '../client.ts'
import { useTimeWords } from './use-time-words.ts'

const PREVIEW_DELAY_MS = 250

type TimeWorthProps = { caseId: string | undefined; draft: TimeDraft | undefined }

/** What the time would be worth, asked of the same engine that registers it; says nothing without an answer. */
export function TimeWorth({ caseId, draft }: TimeWorthProps) {
  const wordWorth = useWorth()
  const [asked] = useDebouncedValue(draft, PREVIEW_DELAY_MS)
  const preview = useQuery({
    queryKey: ['time-preview', caseId, asked?.minutes, asked?.activityTypeId, asked?.isBillable],
    queryFn: ({ signal }) => {
      const { minutes = 1, activityTypeId = '', isBillable = false } = asked ?? {}
      const body = { minutes, activityTypeId, isBillable, ...(caseId !== undefined && { caseId }) }
      return client.call(previewTime, { body, signal })
    },
    enabled: asked !== undefined && caseId !== undefined,
    placeholderData: keepPreviousData,
  })
  const worth = draft !== undefined && preview.data !== undefined ? wordWorth(draft.minutes, preview.data) : ''
  return (
    <span role="status" className="desk-worth td-number">
      {worth}
    </span>
  )
}

type Worth = Pick<RatingPreview, 'billableMinutes' | 'amount' | 'agreement' | 'explanation'>

/** Words what minutes became: billable minutes, amount and the agreement that says so. */
export function useWorth(): (minutes: number, worth: Worth) => string {
  const words = useTimeWords()
  const format = useFormat()
  return (minutes, { billableMinutes, amount, agreement, explanation }) => {
    const values = { minutes: format.minutes(minutes), billable: format.minutes(billableMinutes) }
    if (explanation.some(({ step }) => step === 'not_billable')) return words('notBillable', values)
    if (explanation.some(({ step }) => step === 'rate_missing')) return words('noRate', values)
    if (amount === null) return `${values.minutes} → ${values.billable}`
    const priced = { ...values, amount: format.money(amount) }
    return agreement === null ? words('worth', priced) : words('worthUnder', { ...priced, agreement: agreement.name })
  }
}
