import { ActionIcon, Collapse, Select, Switch, Tooltip, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconClock, IconClockOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Verdict } from '@timedesk/contracts/cover'
import { MinutesInput } from '@timedesk/ui/minutes-input'
import type { ReactNode } from 'react'

import { minutesOfClock } from '../clock-in.ts'
import { VerdictLine } from '../rating/verdict-line.tsx'
import { isUnbillable } from '../rating/word-verdict.ts'
import { useMe } from '../session/use-me.ts'
import { settingQueries } from '../settings/setting-queries.ts'
import { usableOptions } from '../settings/usable-options.ts'
import { ClockInputs } from './clock-inputs.tsx'
import { PriceClassSelect } from './price-class-select.tsx'
import { activityOf, isOvernight, spanOf, toTimeDraft, type TimeForm } from './time-form.ts'
import { TimeTexts } from './time-texts-fields.tsx'
import './time.css'
import { useTimeWords } from './use-time-words.ts'
import { useVerdict, type VerdictAsk } from './use-verdict.ts'

type TimeFieldsProps = {
  form: TimeForm
  onChange: (changes: Partial<TimeForm>) => void
  /**
   * What the time is on, whose it is, and the entry that it would change: what the verdict is asked about. Nothing of
   * it is internal time; left out for a case that is not there yet, of which there is no verdict.
   */
  about?: Pick<VerdictAsk, 'caseId' | 'projectId' | 'employeeId' | 'entryId'>
  /** What is wrong with a field. */
  errorOf?: (name: keyof TimeForm) => ReactNode
  /** Opens with texts and date. */
  isWide?: boolean
  /** A correction is of the same day: it has neither clock nor date of its own. */
  isCorrection?: boolean
}

/** How long or from when to when, activity, price class, billable, texts and date; with what cover says of it. */
export function TimeFields({ form, onChange, about, errorOf, isWide = false, isCorrection = false }: TimeFieldsProps) {
  const words = useTimeWords()
  const { company } = useMe()
  const [isOpen, more] = useDisclosure(isWide || form.customerText !== '' || form.internalText !== '')
  const [hasClock, clock] = useDisclosure(form.startedAt !== '' || form.endedAt !== '')
  const { data: types = [] } = useQuery(settingQueries.activityTypes())
  const activity = activityOf(form, types)
  const span = spanOf(form, company.timeZone)
  const { verdict, problem } = useVerdict(askOf(toTimeDraft(form, types, company.timeZone), about))
  // An entry that is there cannot become two.
  const isSplit =
    about?.entryId !== undefined && span !== null && isOvernight(form) && minutesOfClock(form.endedAt) !== 0
  const isInternal = about !== undefined && about.caseId === undefined && about.projectId === undefined
  const isBillable = verdict === null ? (activity?.isBillable ?? true) : !isUnbillable(verdict)

  return (
    <div className="desk-time">
      <div className="desk-time-row">
        <div className="desk-time-minutes">
          <MinutesInput
            label={words('minutes')}
            size="xs"
            value={form.minutes ?? span?.minutes ?? null}
            error={errorOf?.('minutes')}
            onChange={(minutes) => onChange({ minutes })}
          />
        </div>
        {!isCorrection && (
          <Tooltip label={words(hasClock ? 'leaveClock' : 'giveClock')}>
            <ActionIcon
              className="desk-time-clock"
              variant={hasClock ? 'light' : 'default'}
              aria-label={words('giveClock')}
              aria-pressed={hasClock}
              onClick={() => {
                if (hasClock) onChange({ startedAt: '', endedAt: '' })
                clock.toggle()
              }}
            >
              {hasClock ? <IconClockOff size={16} stroke={1.6} /> : <IconClock size={16} stroke={1.6} />}
            </ActionIcon>
          </Tooltip>
        )}
        {hasClock && !isCorrection && <ClockInputs form={form} onChange={onChange} errorOf={errorOf} />}
        <Select
          className="desk-time-activity"
          label={words('activity')}
          size="xs"
          data={usableOptions(types, activity?.id)}
          value={activity?.id ?? null}
          error={errorOf?.('activityTypeId')}
          allowDeselect={false}
          onChange={(activityTypeId) => onChange({ activityTypeId, isBillable: null })}
        />
        <PriceClassSelect
          value={form.priceClassId}
          error={errorOf?.('priceClassId')}
          onChange={(priceClassId) => onChange({ priceClassId })}
        />
        <Switch
          size="sm"
          label={words('billable')}
          checked={!isInternal && (form.isBillable ?? isBillable)}
          disabled={isInternal}
          onChange={(event) => onChange({ isBillable: event.currentTarget.checked })}
        />
        <UnstyledButton className="desk-time-more td-focus" aria-expanded={isOpen} onClick={more.toggle}>
          {words(isCorrection ? 'moreTexts' : 'moreText')} <IconChevronDown size={14} aria-hidden="true" />
        </UnstyledButton>
        <VerdictLine
          worth={isCorrection ? withoutClosing(verdict) : verdict}
          problem={isSplit ? words('oneDay') : problem}
        />
      </div>
      <Collapse expanded={isOpen}>
        <TimeTexts form={form} onChange={onChange} errorOf={errorOf} hasDate={!isCorrection} />
      </Collapse>
    </div>
  )
}

function askOf(draft: ReturnType<typeof toTimeDraft>, about: TimeFieldsProps['about']): VerdictAsk | undefined {
  if (draft === undefined || about === undefined) return undefined
  const { customerText: _, internalText: __, ...asked } = draft
  return { ...asked, ...about }
}

/** A correction is what a closed week or period still takes, so neither is to be minded. */
function withoutClosing(verdict: Verdict | null): Verdict | null {
  if (verdict === null) return null
  return {
    ...verdict,
    warnings: verdict.warnings.filter(({ kind }) => kind !== 'week_closed' && kind !== 'period_locked'),
  }
}
