import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'

import { dayIn } from '../../shared/day-in.ts'
import { AmountInput } from '../../shared/forms/amount-input.tsx'
import { newRowKey } from '../../shared/forms/row-key.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { usableOptions } from '../../shared/settings/usable-options.ts'
import './prices.css'
import type { RateRowDraft } from './rate-card-draft.ts'
import { usePriceWords } from './use-price-words.ts'

type RateCardRowsProps = {
  rows: readonly RateRowDraft[]
  currency: string
  onChange: (rows: readonly RateRowDraft[]) => void
}

/** The prices of a card: for which class and activity, from which day, how much. */
export function RateCardRows({ rows, currency, onChange }: RateCardRowsProps) {
  const words = usePriceWords()
  const { company } = useMe()
  const { data: classes = [] } = useQuery(settingQueries.priceClasses())
  const change = (key: string, changes: Partial<RateRowDraft>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...changes } : row)))
  const add = () => {
    const last = rows.at(-1)
    onChange([
      ...rows,
      {
        key: newRowKey(),
        priceClassId: nextClass(classes, rows),
        activityTypeId: null,
        validFrom: last?.validFrom ?? dayIn(company.timeZone, new Date()),
        ratePerHour: '',
      },
    ])
  }

  return (
    <fieldset className="desk-price-rows">
      <legend>{words('prices')}</legend>
      {rows.length === 0 && <p className="desk-quiet desk-small">{words('noPrices')}</p>}
      {rows.map((row, index) => (
        <RateRow
          key={row.key}
          row={row}
          number={index + 1}
          currency={currency}
          onChange={(changes) => change(row.key, changes)}
          onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
        />
      ))}
      <div>
        <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
          {words('addPrice')}
        </Button>
      </div>
    </fieldset>
  )
}

type RateRowProps = {
  row: RateRowDraft
  number: number
  currency: string
  onChange: (changes: Partial<RateRowDraft>) => void
  onRemove: () => void
}

function RateRow({ row, number, currency, onChange, onRemove }: RateRowProps) {
  const words = usePriceWords()
  const { data: classes = [] } = useQuery(settingQueries.priceClasses())
  const { data: types = [] } = useQuery(settingQueries.activityTypes())
  return (
    <div className="desk-price-row" role="group" aria-label={`${words('prices')} ${number}`}>
      <Select
        size="xs"
        label={words('priceClass')}
        allowDeselect={false}
        data={usableOptions(classes, row.priceClassId)}
        value={row.priceClassId === '' ? null : row.priceClassId}
        onChange={(priceClassId) => onChange({ priceClassId: priceClassId ?? '' })}
      />
      <Select
        size="xs"
        label={words('activity')}
        clearable
        placeholder={words('everyActivity')}
        data={usableOptions(types, row.activityTypeId)}
        value={row.activityTypeId}
        onChange={(activityTypeId) => onChange({ activityTypeId })}
      />
      <TextInput
        size="xs"
        type="date"
        label={words('validFrom')}
        value={row.validFrom}
        onChange={(event) => onChange({ validFrom: event.currentTarget.value })}
      />
      <AmountInput
        size="xs"
        label={words('ratePerHour')}
        currency={currency}
        rightSectionWidth={48}
        value={row.ratePerHour}
        onChange={(event) => onChange({ ratePerHour: event.currentTarget.value })}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={words('removePrice', { number })} onClick={onRemove}>
        <IconTrash size={16} stroke={1.6} />
      </ActionIcon>
    </div>
  )
}

/** The first class that no price is for yet, else the first there is. */
function nextClass(classes: readonly { id: string; isActive: boolean }[], rows: readonly RateRowDraft[]): string {
  const usable = classes.filter(({ isActive }) => isActive)
  const unpriced = usable.find(({ id }) => !rows.some(({ priceClassId }) => priceClassId === id))
  return (unpriced ?? usable[0])?.id ?? ''
}
