import { Readable } from 'node:stream'
import { FILE_SIZE_BYTES_MAX } from '@timedesk/contracts/limits'
import { Prisma } from '@timedesk/prisma/client'
import { demoCompany, demoPassword } from '@timedesk/prisma/seed/demo-company'
import type { DemoAttachment, DemoCompany, DemoHappening } from '@timedesk/prisma/seed/shape'
import { bookRevenue } from '../bookkeeping/book-revenue.ts'
import { hashPassword } from '../identity/hash-password.ts'
import type { Database, Tx } from '../platform/db/database.ts'
import { newId } from '../platform/new-id.ts'
import type { Storage, StoredFile } from '../platform/storage/storage.ts'
import { namesOf } from './demo-company/names.ts'
import { replayPast } from './demo-company/replay-past.ts'
import { storeAttention } from './demo-company/store-attention.ts'
import { storeCaseWork, storeDesk } from './demo-company/store-desk.ts'
import { storeRuleRuns } from './demo-company/store-rule-runs.ts'
import { storeSetting } from './demo-company/store-setting.ts'
import { storeAgreements, storeWeeks } from './demo-company/store-settlement.ts'
import { tellHistory } from './demo-company/tell-history.ts'
import { tellPromises } from './demo-company/tell-promises.ts'
import { writeDialogues } from './write-histories.ts'

const FILES_AT_ONCE = 8

/** Thrown when the database holds people already: the demo company is only for an empty one. */
export class DatabaseInUseError extends Error {}

/**
 * Fills an empty database with the demo company as of `now`: in one transaction, so that after a crash nothing of it
 * is there; only what was earned is booked after it, or else by the next job. Everybody's password is the demo password. Throws a DatabaseInUseError when there are employees already.
 */
export async function loadDemoCompany(database: Database, storage: Storage, now: Date): Promise<void> {
  const company = demoCompany(now)
  const passwordHash = await hashPassword(demoPassword)
  const files = await storeFiles(storage, company)
  try {
    await database.transact((tx) => store(tx, company, { files, passwordHash, now }))
  } catch (error) {
    for (const { storageKey } of files.values()) await storage.remove(storageKey)
    throw error
  }
  await bookRevenue({ database, newId: () => newId(now.getTime()) }, now)
}

type Prepared = { files: ReadonlyMap<string, StoredFile>; passwordHash: string; now: Date }

async function store(tx: Tx, company: DemoCompany, { files, passwordHash, now }: Prepared): Promise<void> {
  await tx.rows(Prisma.sql`LOCK TABLE employee IN SHARE ROW EXCLUSIVE MODE`)
  const known = await tx.rows(Prisma.sql`SELECT 1 FROM employee LIMIT 1`)
  if (known.length > 0)
    throw new DatabaseInUseError('The database holds people already; the demo company needs an empty one.')

  const id = () => newId(now.getTime())
  const names = namesOf(company)
  const standard = await storeSetting(tx, company, passwordHash)
  await storeAgreements(tx, company, names, id)
  await storeDesk(tx, company)
  const histories = company.cases.map((one) => tellHistory(one, { ...standard, names, files, newId: id }))
  await writeDialogues(tx, histories)
  await storeCaseWork(tx, company, names)
  await storeWeeks(tx, company, names)
  const followed = [...(await tellPromises(tx, company, now)), ...(await storeRuleRuns(tx, company, histories))]
  for (const [sequence, rows] of [
    ['support_case_number_seq', company.cases],
    ['customer_number_seq', company.customers],
    ['project_number_seq', company.projects],
    ['agreement_number_seq', company.agreements],
  ] as const) {
    await passNumbers(tx, sequence, Math.max(...rows.map(({ number }) => number)))
  }
  await storeAttention(tx, company, histories, { now, newId: id })
  await replayPast(tx, company, { histories, followed, names, now })
}

/** The next number that is given is past `last`. Staff's role may draw numbers but not set them. */
async function passNumbers(tx: Tx, sequence: string, last: number): Promise<void> {
  await tx.rows(
    Prisma.sql`SELECT count(nextval(${sequence}::regclass)) FROM generate_series(1, ${last} - nextval(${sequence}::regclass)::int)`,
  )
}

async function storeFiles(storage: Storage, company: DemoCompany): Promise<Map<string, StoredFile>> {
  const waiting = company.cases.flatMap(({ happenings }) => happenings.flatMap(filesOf))
  const stored = new Map<string, StoredFile>()
  const work = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const content = Readable.from([Buffer.from(file.bytes)])
      stored.set(file.id, await storage.store(content, { name: file.name, sizeBytesMax: FILE_SIZE_BYTES_MAX }))
    }
  }
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, work))
  return stored
}

function filesOf(happening: DemoHappening): readonly DemoAttachment[] {
  if (happening.kind === 'created') return happening.reply.attachments
  return happening.kind === 'reply' || happening.kind === 'note' ? happening.attachments : []
}
