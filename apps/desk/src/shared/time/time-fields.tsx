import { Collapse, Select, Switch, Textarea, TextInput, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { MinutesInput } from '@timedesk/ui/minutes-input'

import { settingQueries } from '../settings/setting-queries.ts'
import { activityOf, toTimeDraft, type TimeForm } from './time-form.ts'
import './time.css'
import { TimeWorth } from './time-worth.tsx'
import { useTimeWords } from './use-time-words.ts'

type TimeFieldsProps = {
  form: TimeForm
  onChange: (form: TimeForm) => void
  caseId: string | undefined
  /** Opens with texts and date. */
  isWide?: boolean
}

/** Minutes, activity, billable, texts and date, with what it would be worth. */
export function TimeFields({ form, onChange, caseId, isWide = false }: TimeFieldsProps) {
  const words = useTimeWords()
  const [isOpen, more] = useDisclosure(isWide || form.customerText !== '' || form.internalText !== '')
  const { data: types = [] } = useQuery(settingQueries.activityTypes())
  const activity = activityOf(form, types)
  const draft = toTimeDraft(form, types)

  return (
    <div className="desk-time">
      <div className="desk-time-row">
        <div className="desk-time-minutes">
          <MinutesInput
            label={words('minutes')}
            size="xs"
            value={form.minutes}
            onChange={(minutes) => onChange({ ...form, minutes })}
          />
        </div>
        <Select
          className="desk-time-activity"
          label={words('activity')}
          size="xs"
          data={types.filter(({ isActive }) => isActive).map(({ id, name }) => ({ value: id, label: name }))}
          value={activity?.id ?? null}
          allowDeselect={false}
          onChange={(activityTypeId) => onChange({ ...form, activityTypeId, isBillable: null })}
        />
        <Switch
          size="sm"
          label={words('billable')}
          checked={form.isBillable ?? activity?.isBillable ?? true}
          onChange={(event) => onChange({ ...form, isBillable: event.currentTarget.checked })}
        />
        <UnstyledButton className="desk-time-more td-focus" aria-expanded={isOpen} onClick={more.toggle}>
          {words('moreText')} <IconChevronDown size={14} aria-hidden="true" />
        </UnstyledButton>
        <TimeWorth caseId={caseId} draft={draft} />
      </div>
      <Collapse expanded={isOpen}>
        <div className="desk-time-texts">
          <Textarea
            label={words('customerText')}
            placeholder={words('customerTextHint')}
            size="xs"
            autosize
            minRows={1}
            value={form.customerText}
            onChange={(event) => onChange({ ...form, customerText: event.currentTarget.value })}
          />
          <Textarea
            label={words('internalText')}
            size="xs"
            autosize
            minRows={1}
            value={form.internalText}
            onChange={(event) => onChange({ ...form, internalText: event.currentTarget.value })}
          />
          <TextInput
            label={words('workDate')}
            type="date"
            size="xs"
            value={form.workDate ?? ''}
            onChange={(event) => onChange({ ...form, workDate: event.currentTarget.value || null })}
          />
        </div>
      </Collapse>
    </div>
  )
}
