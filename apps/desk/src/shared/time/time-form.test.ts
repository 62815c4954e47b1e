import { expect, test } from 'vitest'

import { buildActivityType, ids } from '../../test/build.ts'
import { emptyTimeForm, toTimeDraft, type TimeForm } from './time-form.ts'

const ZONE = 'Europe/Copenhagen'
const activityTypeId = ids.activity
const span = { startedAt: '2026-03-02T08:00:00.000Z', endedAt: '2026-03-02T09:15:00.000Z' }
const clock = { startedAt: '09:00', endedAt: '10:15', workDate: '2026-03-02' }

test.for<[string, Partial<TimeForm>, object | undefined]>([
  ['nothing yet', {}, undefined],
  ['a start without an end', { minutes: 22, startedAt: '09:00' }, undefined],
  ['minutes', { minutes: 22 }, { minutes: 22, activityTypeId }],
  [
    'minutes of another day',
    { minutes: 22, workDate: '2026-03-02' },
    { minutes: 22, activityTypeId, workDate: '2026-03-02' },
  ],
  ['start and end', clock, { ...span, activityTypeId }],
  ['start and end with a pause', { ...clock, minutes: 60 }, { ...span, minutes: 60, activityTypeId }],
  [
    'what was chosen by hand',
    { minutes: 22, isBillable: false, priceClassId: ids.priority, internalText: 'Again' },
    { minutes: 22, activityTypeId, isBillable: false, priceClassId: ids.priority, internalText: 'Again' },
  ],
])('a form with %s is sent as such', ([, form, draft]) => {
  expect(toTimeDraft({ ...emptyTimeForm, ...form }, [buildActivityType()], ZONE)).toEqual(draft)
})
