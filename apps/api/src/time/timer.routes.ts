import { Refusal } from '@timedesk/contracts/refusal'
import {
  discardTimer,
  getTimer,
  pauseTimer as pause,
  resumeTimer as resume,
  startTimer as start,
  stopTimer as stop,
} from '@timedesk/contracts/timer'
import { Prisma } from '@timedesk/prisma/client'
import type { RouteModule } from '../platform/http/serve.ts'
import { findTimeEntry } from './find-time-entries.ts'
import { findTimer, requireTimer } from './find-timer.ts'
import { pauseTimer, resumeTimer } from './pause-timer.ts'
import { startTimer } from './start-timer.ts'
import { stopTimer } from './stop-timer.ts'
import { shownTo } from './shown-to.ts'

export const timerRoutes: RouteModule = (serve) => {
  serve.read(getTimer, async ({ reader, actor }) => ({ body: { timer: await findTimer(reader, actor.id) } }))

  serve.write(start, async ({ tx, context, body, actor }) => {
    await startTimer(tx, context, body)
    return { body: await requireTimer(tx, actor.id), location: '/api/v1/me/timer' }
  })

  serve.write(pause, async ({ tx, context, actor }) => {
    await pauseTimer(tx, context)
    return { body: await requireTimer(tx, actor.id) }
  })

  serve.write(resume, async ({ tx, context, actor }) => {
    await resumeTimer(tx, context)
    return { body: await requireTimer(tx, actor.id) }
  })

  serve.write(stop, async ({ tx, context, body, actor }) => {
    const id = await stopTimer(tx, context, body)
    const entry = await findTimeEntry(tx, id, shownTo(actor))
    return { body: entry, version: entry.version, location: `/api/v1/time-entries/${id}` }
  })

  serve.write(discardTimer, async ({ tx, actor }) => {
    const discarded = await tx.rows(
      Prisma.sql`DELETE FROM timer WHERE employee_id = ${actor.id}::uuid RETURNING employee_id`,
    )
    if (discarded.length === 0) throw new Refusal('timer_stopped')
    return { body: undefined }
  })
}
