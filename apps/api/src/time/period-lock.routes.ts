import { getPeriodLock, movePeriodLock as move } from '@timedesk/contracts/period-lock'
import type { RouteModule } from '../platform/http/serve.ts'
import { findPeriodLock } from './find-period-lock.ts'
import { movePeriodLock } from './move-period-lock.ts'

export const periodLockRoutes: RouteModule = (serve) => {
  serve.read(getPeriodLock, async ({ reader }) => {
    const lock = await findPeriodLock(reader)
    return { body: lock, version: lock.version }
  })

  serve.write(move, async ({ tx, context, body, ifMatch }) => {
    await movePeriodLock(tx, context, body, ifMatch)
    const lock = await findPeriodLock(tx)
    return { body: lock, version: lock.version }
  })
}
