import { Anchor, Checkbox, Fieldset, NativeSelect, Stack } from '@mantine/core'
import { CaseGroup } from '@timedesk/contracts/work-list'

import { useCaseWords } from '../../../shared/cases/use-case-words.ts'
import { OrderList } from '../../../shared/order/order-list.tsx'
import { COLUMNS, type Column } from '../grid/columns.ts'
import { useColumnNames } from '../grid/use-column-names.ts'
import type { ColumnChoice } from '../use-columns.ts'
import type { ListState } from '../use-list-state.ts'
import { useWorkListWords } from '../use-work-list-words.ts'
import { sortOf, sortOptions } from './sort-options.ts'
import { useDisplayWords } from './use-display-words.ts'
import './views.css'

type DisplayPanelProps = { list: ListState; columns: ColumnChoice }

/** How the list is shown: sorting, groups and columns. */
export function DisplayPanel({ list, columns }: DisplayPanelProps) {
  const words = useDisplayWords()
  const caseWords = useCaseWords()
  const listWords = useWorkListWords()
  return (
    <Stack gap="sm">
      <NativeSelect
        label={words('sort')}
        size="xs"
        data={sortOptions(list.sort, words)}
        value={list.sort}
        onChange={({ currentTarget }) => list.change({ sort: sortOf(currentTarget.value) })}
      />
      <NativeSelect
        label={words('group')}
        size="xs"
        data={[
          { value: 'none', label: words('group_none') },
          ...CaseGroup.options.map((group) => ({
            value: group,
            label: group === 'due' ? listWords('column_due') : caseWords(group),
          })),
        ]}
        value={list.group ?? 'none'}
        onChange={({ currentTarget: { value } }) =>
          list.change({ group: CaseGroup.options.find((group) => group === value) ?? 'none' })
        }
      />
      <ColumnsField {...columns} />
    </Stack>
  )
}

function ColumnsField({ columns, isChanged, choose, reset }: ColumnChoice) {
  const words = useDisplayWords()
  const nameOf = useColumnNames()
  const others = COLUMNS.filter((column) => !columns.includes(column))
  const check = (column: Column) => (
    <Checkbox
      size="xs"
      label={nameOf(column)}
      checked={columns.includes(column)}
      onChange={({ currentTarget: { checked } }) =>
        choose(checked ? [...columns, column] : columns.filter((one) => one !== column))
      }
    />
  )
  return (
    <Fieldset variant="unstyled" legend={words('columns')} className="desk-list-columns">
      <OrderList
        label={words('columns')}
        items={columns}
        keyOf={(column) => column}
        nameOf={nameOf}
        onOrder={(keys) => choose(COLUMNS.filter((one) => keys.includes(one)).toSorted(byPlaceIn(keys)))}
      >
        {(column, handle) => (
          <span className="desk-shown-column">
            {handle}
            {check(column)}
          </span>
        )}
      </OrderList>
      {others.length > 0 && (
        <ul className="desk-more-columns" aria-label={words('more')}>
          {others.map((column) => (
            <li key={column}>{check(column)}</li>
          ))}
        </ul>
      )}
      {isChanged && (
        <Anchor component="button" type="button" size="xs" onClick={reset}>
          {words('reset')}
        </Anchor>
      )}
    </Fieldset>
  )
}

function byPlaceIn(keys: readonly string[]): (one: Column, other: Column) => number {
  return (one, other) => keys.indexOf(one) - keys.indexOf(other)
}
