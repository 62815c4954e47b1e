import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, test, vi } from 'vitest'

import { axeViolations } from '../test/axe.ts'
import { renderUi } from '../test/render-ui.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { FileDrop } from './file-drop.tsx'
import { FilterChips } from './filter-chips.tsx'
import { MinutesInput } from './minutes-input.tsx'
import { SearchSelect, type SearchOption } from './search-select.tsx'
import { TimerPill } from './timer-pill.tsx'
import { TreeSelect } from './tree-select.tsx'

const CUSTOMERS: SearchOption[] = [
  { value: 'c1', label: 'Nordlys Energi', description: 'Aarhus' },
  { value: 'c2', label: 'Havn & Søn' },
]

function Customer({ search }: { search: (term: string) => Promise<readonly SearchOption[]> }) {
  const [value, setValue] = useState<SearchOption | null>(null)
  return <SearchSelect label="Customer" value={value} onChange={setValue} search={search} />
}

function Minutes() {
  const [value, setValue] = useState<number | null>(null)
  return (
    <>
      <MinutesInput label="Time spent" value={value} onChange={setValue} />
      <output aria-label="Minutes">{String(value)}</output>
    </>
  )
}

describe('minutes', () => {
  test.for([
    ['15', '15', '0:15'],
    ['1:30', '90', '1:30'],
    ['1h15', '75', '1:15'],
  ])('typed as %s are %s and show as %s', async ([typed = '', minutes, shown]) => {
    renderUi(<Minutes />)

    await userEvent.type(screen.getByRole('textbox', { name: 'Time spent' }), typed)
    await userEvent.tab()

    expect(screen.getByRole('status', { name: 'Minutes' }).textContent).toBe(minutes)
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Time spent' }).value).toBe(shown)
  })

  test('that cannot be read stay as written, with words that say how', async () => {
    const { container } = renderUi(<Minutes />)

    await userEvent.type(screen.getByRole('textbox', { name: 'Time spent' }), 'soon')
    await userEvent.tab()

    expect(screen.getByText('Write the time as 15, 1:30 or 1h15')).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Time spent' }).value).toBe('soon')
    expect(await axeViolations(container)).toEqual([])
  })
})

describe('a search select', () => {
  test('finds by typing, chooses by keyboard and can be cleared', async () => {
    const search = vi.fn((term: string) => Promise.resolve(CUSTOMERS.filter(({ label }) => label.includes(term))))
    const { container } = renderUi(<Customer search={search} />)
    const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'Customer' })

    await userEvent.type(input, 'Havn')
    await waitFor(() => {
      expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Havn & Søn'])
    })
    expect(await axeViolations(container)).toEqual([])
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(input.value).toBe('Havn & Søn')

    await userEvent.click(screen.getByRole('button', { name: 'Clear Customer' }))
    expect(input.value).toBe('')
  })

  test('says when nothing is found and when the search fails', async () => {
    const search = vi.fn<() => Promise<SearchOption[]>>().mockResolvedValueOnce([])
    renderUi(<Customer search={search.mockRejectedValue(new Error('offline'))} />)

    await userEvent.click(screen.getByRole('textbox', { name: 'Customer' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'Customer' }), 'x')

    expect(await screen.findByText('The search failed. Type again to retry.')).toBeTruthy()
  })
})

test('a tree select finds a node by a word of its path', async () => {
  const onChange = vi.fn()
  const tree = [
    { value: 'support', label: 'Support', children: [{ value: 'first', label: 'First line' }] },
    { value: 'sales', label: 'Sales', children: [{ value: 'north', label: 'North' }] },
  ]
  const { container } = renderUi(<TreeSelect label="Department" tree={tree} value={null} onChange={onChange} />)

  await userEvent.type(screen.getByRole('textbox', { name: 'Department' }), 'support first')
  await userEvent.click(screen.getByRole('option', { name: 'Support › First line' }))

  expect(onChange).toHaveBeenCalledExactlyOnceWith('first')
  expect(await axeViolations(container)).toEqual([])
})

test('filter chips name what they remove', async () => {
  const onRemove = vi.fn()
  const chips = [{ key: 'status', label: 'Status: Open' }]
  const { container } = renderUi(<FilterChips chips={chips} onRemove={onRemove} onClearAll={vi.fn()} />)

  await userEvent.click(screen.getByRole('button', { name: 'Remove filter Status: Open' }))

  expect(onRemove).toHaveBeenCalledExactlyOnceWith('status')
  expect(await axeViolations(container)).toEqual([])
})

test('a confirm button acts only after the answer', async () => {
  const onConfirm = vi.fn()
  renderUi(
    <ConfirmButton question="Deactivate Acme?" confirmLabel="Deactivate Acme" onConfirm={onConfirm}>
      Deactivate
    </ConfirmButton>,
  )

  await userEvent.click(screen.getByRole('button', { name: 'Deactivate' }))
  const dialog = await screen.findByRole('dialog', { name: 'Deactivate Acme?' })
  expect(onConfirm).not.toHaveBeenCalled()
  expect(await axeViolations(dialog)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Deactivate Acme' }))

  expect(onConfirm).toHaveBeenCalledOnce()
})

test('a file drop takes files, shows their fate and lets them go', async () => {
  const onAdd = vi.fn()
  const onRemove = vi.fn()
  const files = [
    { id: '1', name: 'a.png', size: 2_000, progress: 0.5 },
    { id: '2', name: 'b.txt', size: 10, error: 'b.txt could not be uploaded' },
  ]
  const { container } = renderUi(
    <FileDrop label="Screenshots" files={files} onAdd={onAdd} onRemove={onRemove} sizeMax={5} />,
  )

  await userEvent.upload(screen.getByLabelText('Screenshots'), new File(['much too long'], 'big.log'))
  expect(await screen.findByText(/big\.log is larger than 5 byte/)).toBeTruthy()
  await userEvent.upload(screen.getByLabelText('Screenshots'), new File(['x'], 'ok.log'))
  await waitFor(() => {
    expect(onAdd).toHaveBeenCalledOnce()
  })
  expect(screen.getByRole('progressbar', { name: 'Upload of a.png' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Remove b.txt' }))

  expect(onRemove).toHaveBeenCalledExactlyOnceWith('2')
  expect(await axeViolations(container)).toEqual([])
})

test('the timer says on what it runs and how long', async () => {
  const onStop = vi.fn()
  const startedAt = new Date(Date.now() - 3_725_000).toISOString()
  const { container } = renderUi(
    <TimerPill
      {...{ label: '#1042 Printer', startedAt, measuredSeconds: 60, isPaused: false }}
      {...{ onPause: vi.fn(), onStop, onDiscard: vi.fn() }}
    />,
  )

  expect(screen.getByRole('group', { name: 'Timer running on #1042 Printer' })).toBeTruthy()
  expect(screen.getByRole('timer').textContent).toMatch(/^1:03:0\d$/)
  await userEvent.click(screen.getByRole('button', { name: 'Stop and register the time' }))

  expect(onStop).toHaveBeenCalledOnce()
  expect(await axeViolations(container)).toEqual([])
})

test('a paused timer stands still and goes on when asked', async () => {
  const onPause = vi.fn()
  const startedAt = new Date(Date.now() - 3_600_000).toISOString()
  renderUi(
    <TimerPill
      {...{ label: '#1042 Printer', startedAt, measuredSeconds: 754, isPaused: true }}
      {...{ onPause, onStop: vi.fn(), onDiscard: vi.fn() }}
    />,
  )

  expect(screen.getByRole('group', { name: 'Timer paused on #1042 Printer' })).toBeTruthy()
  expect(screen.getByRole('timer').textContent).toBe('0:12:34')
  await userEvent.click(screen.getByRole('button', { name: 'Go on with the timer' }))

  expect(onPause).toHaveBeenCalledOnce()
})
