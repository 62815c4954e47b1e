import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { renderUi } from '../test/render-ui.tsx'
import { useFetched } from './use-fetched.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function Shown({ fetch }: { fetch: () => Promise<string> }) {
  const { value, hasFailed, tryAgain } = useFetched(undefined, fetch, true)
  return (
    <button type="button" onClick={tryAgain}>
      {value ?? (hasFailed ? 'failed' : 'coming')}
    </button>
  )
}

async function showAfter(failures: number) {
  const fetch = vi.fn<() => Promise<string>>().mockResolvedValue('there')
  for (let failure = 0; failure < failures; failure++) fetch.mockRejectedValueOnce(new Error('gone'))
  await act(() => renderUi(<Shown fetch={fetch} />))
  return fetch
}

function words(): string | null {
  return screen.getByRole('button').textContent
}

test('what fails is tried again after a while, and later each time', async () => {
  const fetch = await showAfter(2)
  expect(words()).toBe('failed')

  await act(() => vi.advanceTimersByTimeAsync(5_000))
  expect(words()).toBe('failed')
  expect(fetch).toHaveBeenCalledTimes(2)
  await act(() => vi.advanceTimersByTimeAsync(9_000))
  expect(fetch).toHaveBeenCalledTimes(2)
  await act(() => vi.advanceTimersByTimeAsync(1_000))

  expect(words()).toBe('there')
})

test('it is tried at once when somebody asks, and when there is a connection again', async () => {
  const fetch = await showAfter(2)

  fireEvent.click(screen.getByRole('button'))
  await act(() => vi.advanceTimersByTimeAsync(0))
  expect(fetch).toHaveBeenCalledTimes(2)
  fireEvent(window, new Event('online'))
  await act(() => vi.advanceTimersByTimeAsync(0))

  expect(fetch).toHaveBeenCalledTimes(3)
  expect(words()).toBe('there')
})
