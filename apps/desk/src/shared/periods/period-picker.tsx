import { ActionIcon, SegmentedControl, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'

import { useMonthNames } from '../charts/use-month-names.ts'
import { createWords } from '../create-words.ts'
import type { UrlFilters } from '../lists/use-url-filters.ts'
import { periodAround, quarterOf, stepPeriod, wholePeriods, type Period, type WholePeriod } from './period.ts'
import { periodDanish, periodEnglish } from './period-texts.ts'
import './periods.css'

const usePeriodWords = createWords('periods', { en: periodEnglish, da: periodDanish })

type PeriodPickerProps = { filters: UrlFilters; period: Period & { kind: WholePeriod | 'own' } }

/** A month, a quarter, a year, to be stepped through; or any days. Held in the address. */
export function PeriodPicker({ filters, period }: PeriodPickerProps) {
  const words = usePeriodWords()
  const { kind, from, to } = period
  const show = (shown: Period) => filters.set({ from: shown.from, to: shown.to, own: undefined })
  return (
    <div className="desk-period" role="group" aria-label={words('period')}>
      <SegmentedControl
        size="xs"
        aria-label={words('period')}
        value={kind}
        onChange={(chosen) => {
          const whole = wholePeriods.find((candidate) => candidate === chosen)
          if (whole === undefined) filters.set({ from, to, own: 'yes' })
          else show(periodAround(whole, from))
        }}
        data={[...wholePeriods, 'own' as const].map((option) => ({ value: option, label: words(option) }))}
      />
      {kind === 'own' ? (
        (['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            size="xs"
            type="date"
            aria-label={words(end)}
            value={period[end]}
            {...(end === 'from' ? { max: to } : { min: from })}
            onChange={(event) => {
              const day = event.currentTarget.value
              if (day !== '') filters.set({ from, to, [end]: day, own: 'yes' })
            }}
          />
        ))
      ) : (
        <Steps kind={kind} period={period} onShow={show} />
      )}
    </div>
  )
}

type StepsProps = { kind: WholePeriod; period: Period; onShow: (period: Period) => void }

function Steps({ kind, period, onShow }: StepsProps) {
  const words = usePeriodWords()
  const name = usePeriodName()
  return (
    <span className="desk-period-steps">
      <ActionIcon variant="default" aria-label={words('earlier')} onClick={() => onShow(stepPeriod(kind, period, -1))}>
        <IconChevronLeft size={16} />
      </ActionIcon>
      <strong aria-live="polite">{name(kind, period)}</strong>
      <ActionIcon variant="default" aria-label={words('later')} onClick={() => onShow(stepPeriod(kind, period, 1))}>
        <IconChevronRight size={16} />
      </ActionIcon>
    </span>
  )
}

const YEAR_LENGTH = 4
const MONTH_LENGTH = 7

function usePeriodName(): (kind: WholePeriod, period: Period) => string {
  const words = usePeriodWords()
  const monthName = useMonthNames('long')
  return (kind, { from }) => {
    const year = from.slice(0, YEAR_LENGTH)
    if (kind === 'month') return monthName(from.slice(0, MONTH_LENGTH))
    return kind === 'quarter' ? words('quarterName', { quarter: quarterOf(from), year }) : year
  }
}
