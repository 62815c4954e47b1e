import { ApiRefusal } from '@timedesk/client/api-error'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { buildMessageDraft } from '../../../test/build-draft.ts'
import { emptyDraft } from '../draft.ts'
import { AUTOSAVE_MS, DraftKeeper, type DraftStore } from './draft-keeper.ts'

const MINUTE_MS = 60_000
const scheduled = new ApiRefusal({
  ...{ type: 'about:blank', title: 'Scheduled', status: 409, code: 'draft_scheduled', requestId: 'one', errors: [] },
  instance: 'urn:request:one',
})
const keep = vi.fn<DraftStore['keep']>()
const store: DraftStore = { keep, read: () => Promise.resolve(null), discard: () => Promise.resolve() }

beforeEach(() => {
  localStorage.clear()
  keep.mockReset()
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('what another message keeps the place of waits until something is heard, and is saved then', async () => {
  const keeper = new DraftKeeper('draft', store, 'here')
  keep.mockRejectedValue(scheduled)
  keeper.change(() => ({ body: 'And one more' }))
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  expect(keep).toHaveBeenCalledTimes(1)
  expect(keeper.read().saving).toBe('unsaved')

  keeper.change(() => ({ body: 'And one more thing' }))
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  expect(keep).toHaveBeenCalledTimes(1)

  keep.mockResolvedValue(buildMessageDraft({ body: 'And one more thing' }))
  keeper.meet(null)
  await vi.advanceTimersByTimeAsync(AUTOSAVE_MS)
  expect(keep).toHaveBeenCalledTimes(2)
  expect(keeper.read().saving).toBe('saved')
})

test('what is heard while the refusal is on its way is not missed', async () => {
  const keeper = new DraftKeeper('draft', store, 'here')
  const refusal = Promise.withResolvers<never>()
  keep.mockReturnValueOnce(refusal.promise).mockResolvedValue(buildMessageDraft({ body: 'And one more' }))
  keeper.change(() => ({ body: 'And one more' }))
  await vi.advanceTimersByTimeAsync(AUTOSAVE_MS)
  keeper.meet(null)
  refusal.reject(scheduled)
  await vi.advanceTimersByTimeAsync(AUTOSAVE_MS)
  expect(keep).toHaveBeenCalledTimes(2)
})

test('what was written while the message was on its way is kept when that is forgotten', async () => {
  const keeper = new DraftKeeper('draft', store, 'here')
  keep.mockResolvedValue(buildMessageDraft({ body: 'More' }))
  keeper.change(() => ({ body: 'Dear Anna' }))
  const sent = keeper.read().draft
  keeper.change(({ body }) => ({ body: `${body} More` }))
  keeper.forget(sent)
  expect(keeper.read().draft).toEqual({ ...emptyDraft, body: 'More' })
  await vi.advanceTimersByTimeAsync(AUTOSAVE_MS)
  expect(keep).toHaveBeenCalledExactlyOnceWith({ ...emptyDraft, body: 'More' }, 0)
})
