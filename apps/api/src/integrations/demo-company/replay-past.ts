import type { DemoCompany } from '@timedesk/prisma/seed/shape'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import { refreshClocksOf } from '../../service-levels/refresh-clocks-of.ts'
import { SIDE_MAIL } from '../../platform/mail/write-mail.ts'
import { eventsOf, type AboutSubject, type CaseHistory } from '../write-histories.ts'
import { doDeed } from './do-deed.ts'
import type { Names } from './names.ts'
import { pastContexts } from './past-contexts.ts'
import { pastLog, type PastLog } from './past-log.ts'
import { pastWork } from './past-work.ts'
import { workspaceSteps, type PastStep } from './play-workspace.ts'
import { creationEvents } from './store-setting.ts'
import { timeRows } from './time-rows.ts'
import { weekEvents, workEvents } from './work-events.ts'

type Past = {
  histories: readonly CaseHistory[]
  /** What followed from what is told in the histories, and at the same moments. */
  followed: readonly AboutSubject[]
  names: Names
  now: Date
}

/**
 * Plays the year once more, in order of time: each deed finds the work that was registered before it rated, and the
 * log told up to then. Nobody hears of it now: what waits for delivery at the end is forgotten, and mails that people
 * wrote count as sent.
 */
export async function replayPast(
  tx: Tx,
  company: DemoCompany,
  { histories, followed, names, now }: Past,
): Promise<void> {
  const contexts = pastContexts(company)
  const rows = timeRows(company)
  const told = [...eventsOf(histories), ...followed, ...workEvents(company, names), ...weekEvents(company, rows, names)]
  const log = pastLog([...creationEvents(company), ...told])
  const work = pastWork(rows, contexts)
  const past = { contexts, habits: company.habits, sold: new Map<string, string>() }
  const steps = workspaceSteps(company, contexts)
  for (const deed of company.deeds) {
    await playUpTo(tx, log, steps, deed.at)
    await log.writeUpTo(tx, deed.at)
    if (deed.kind === 'lock' || deed.kind === 'run') await work.writeAll(tx, deed.at)
    else if (deed.customerId !== null) await work.writeUpTo(tx, deed.customerId, deed.at)
    await doDeed(tx, past, deed)
  }
  await playUpTo(tx, log, steps, now)
  await work.writeAll(tx, now)
  await log.writeAll(tx)
  await refreshClocksOf(
    tx,
    contexts.byNight(now),
    company.cases.map(({ id }) => id),
  )
  await tx.rows(Prisma.sql`DELETE FROM event_delivery`)
  await tx.rows(Prisma.sql`DELETE FROM mail WHERE kind <> ${SIDE_MAIL}`)
  await tx.rows(Prisma.sql`UPDATE mail SET state = 'sent', attempts = 1, sent_at = created_at`)
}

/** Takes the steps that are due from the list. */
async function playUpTo(tx: Tx, log: PastLog, steps: PastStep[], until: Date): Promise<void> {
  for (let step = steps[0]; step !== undefined && step.at <= until; step = steps[0]) {
    steps.shift()
    await log.writeUpTo(tx, step.at)
    await step.play(tx)
  }
}
