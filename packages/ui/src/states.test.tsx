import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'

import { axeViolations } from '../test/axe.ts'
import { renderUi } from '../test/render-ui.tsx'
import { AttachmentList } from './attachment-list.tsx'
import { CursorList } from './cursor-list.tsx'
import { DataTable } from './data-table.tsx'
import { EmptyState } from './empty-state.tsx'
import { ErrorState } from './error-state.tsx'
import { LoadingState } from './loading-state.tsx'
import { PageHeader } from './page-header.tsx'
import { PersonAvatar, initialsOf } from './person-avatar.tsx'
import { PriorityMark } from './priority-mark.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import { RefusedState } from './refused-state.tsx'
import { RelativeTime } from './relative-time.tsx'
import { StatusPill } from './status-pill.tsx'

afterEach(() => {
  vi.useRealTimers()
})

test('an error names the request and can be tried again', async () => {
  const person = userEvent.setup()
  const onRetry = vi.fn()
  const { container } = renderUi(<ErrorState requestId="0199-77" onRetry={onRetry} />)

  await person.click(screen.getByRole('button', { name: 'Copy' }))
  expect(await navigator.clipboard.readText()).toBe('0199-77')
  await person.click(screen.getByRole('button', { name: 'Try again' }))

  expect(onRetry).toHaveBeenCalledOnce()
  expect(await axeViolations(container)).toEqual([])
})

test('a refusal says which permission it takes and who can give it', () => {
  renderUi(<RefusedState permission="See potential" grantedBy="Anna Krogh" />)

  expect(screen.getByRole('alert').textContent).toContain('“See potential”')
  expect(screen.getByRole('alert').textContent).toContain('Anna Krogh can give it to you.')
})

test('a problem lists its fields', () => {
  const fields = [{ pointer: '/subject', detail: 'The subject is too long' }]
  renderUi(<ProblemAlert title="Not saved" fields={fields} requestId="0199-78" />)

  expect(screen.getByRole('listitem').textContent).toBe('The subject is too long')
  expect(screen.getByText('0199-78')).toBeTruthy()
})

test('loading shows its skeleton only after 150 ms', () => {
  vi.useFakeTimers()
  const { container } = renderUi(<LoadingState rows={2} />)

  expect(container.querySelectorAll('.mantine-Skeleton-root')).toHaveLength(0)
  act(() => {
    vi.advanceTimersByTime(150)
  })

  expect(container.querySelectorAll('.mantine-Skeleton-root')).toHaveLength(2)
})

test('marks speak in words, in the reader’s language', async () => {
  const { container } = renderUi(
    <>
      <PageHeader title="Sager" />
      <EmptyState title="Intet her" />
      <StatusPill category="waiting_customer" />
      <PriorityMark rank={1} label="Kritisk" />
      <PersonAvatar name="Anna Maria Krogh" isNamed />
      <RelativeTime at={new Date(Date.now() - 7_200_000).toISOString()} />
    </>,
    'da',
  )

  expect(screen.getByText('Afventer kunde')).toBeTruthy()
  expect(screen.getByRole('img', { name: 'Prioritet: Kritisk' })).toBeTruthy()
  expect(screen.getByRole('img', { name: 'Anna Maria Krogh' }).dataset.initials).toBe('AK')
  expect(screen.getByText('for 2 timer siden')).toBeTruthy()
  expect(await axeViolations(container)).toEqual([])
})

test.for([
  ['anna', 'A'],
  ['Øjvind Ås', 'ØÅ'],
  ['', ''],
])('the initials of “%s” are “%s”', ([name = '', initials]) => {
  expect(initialsOf(name)).toBe(initials)
})

test('a table has its rows and headers by role', async () => {
  const { container } = renderUi(
    <DataTable
      label="Customers"
      rows={[{ id: '1', name: 'Nordlys' }]}
      rowKey={(row) => row.id}
      columns={[{ key: 'name', header: 'Name', priority: 1, render: (row) => row.name }]}
      totals={{ name: 'One' }}
    />,
  )

  expect(screen.getByRole('columnheader', { name: 'Name' })).toBeTruthy()
  expect(screen.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['Nordlys', 'One'])
  expect(await axeViolations(container)).toEqual([])
})

describe('a list by cursor', () => {
  test('loads more by its button', async () => {
    const onLoadMore = vi.fn()
    renderUi(
      <CursorList hasMore isLoadingMore={false} onLoadMore={onLoadMore}>
        <p>row</p>
      </CursorList>,
    )

    await userEvent.click(screen.getByRole('button', { name: 'Load more' }))

    expect(onLoadMore).toHaveBeenCalledOnce()
  })
})

test('images open large, other files are downloads', async () => {
  const { container } = renderUi(
    <AttachmentList
      attachments={[
        { id: '1', name: 'screen.png', contentType: 'image/png', size: 9, url: '/files/1' },
        { id: '2', name: 'evil.svg', contentType: 'image/svg+xml', size: 9, url: '/files/2' },
      ]}
    />,
  )

  expect(screen.getByRole('link', { name: 'Download evil.svg 9 byte' }).getAttribute('href')).toBe('/files/2')
  expect(await axeViolations(container)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Show screen.png' }))

  expect((await screen.findByRole('img', { name: 'screen.png' })).getAttribute('src')).toBe('/files/1')
})
