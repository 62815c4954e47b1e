import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { agreementMailOf } from '../../platform/mail/texts/agreement-mails.ts'
import type { AgreementNews } from '../../platform/mail/texts/agreement-news.ts'
import { writeMail } from '../../platform/mail/write-mail.ts'
import { findReaders, type Reading } from './find-readers.ts'
import { factsOf, shownTo } from './news-facts.ts'

/** A warning of an agreement. The same key never warns twice (R29). */
export type Warning = { key: string; poolId: string | null; news: AgreementNews }

type Agreement = { id: string; customerId: string }

/**
 * Gives the warnings of one occasion that were not given before: each is kept, and the last of them is told and mailed,
 * since it says more than those before it. Who hears of it says `findReaders`.
 */
export async function giveWarnings(
  tx: Tx,
  context: Context,
  { id, customerId }: Agreement,
  warnings: readonly Warning[],
  publicUrl: string,
): Promise<void> {
  const given: Warning[] = []
  for (const warning of warnings) if (await keep(tx, context, { id, customerId }, warning)) given.push(warning)
  const told = given.at(-1)
  if (told === undefined) return
  const reading = await findReaders(tx, id, told.news.kind)
  await appendEvents(tx, context, { kind: 'agreement', id, customerId }, [
    { type: 'agreement.warned', name: reading.heading, kind: told.news.kind, facts: factsOf(told.news) },
  ])
  await mail(tx, context, told, { ...reading, agreementId: id, publicUrl })
}

/** Whether the warning is new. */
async function keep(tx: Tx, context: Context, agreement: Agreement, { key, poolId, news }: Warning): Promise<boolean> {
  const rows =
    await tx.rows(Prisma.sql`INSERT INTO agreement_warning (id, customer_id, agreement_id, pool_id, kind, key, facts, at)
    VALUES (${context.newId()}::uuid, ${agreement.customerId}::uuid, ${agreement.id}::uuid, ${poolId}::uuid, ${news.kind}, ${key},
      ${JSON.stringify(factsOf(news))}::jsonb, ${context.now})
    ON CONFLICT (key) DO NOTHING RETURNING id`)
  return rows.length > 0
}

async function mail(
  tx: Tx,
  { now, newId }: Context,
  { key, news }: Warning,
  reading: Reading & { agreementId: string; publicUrl: string },
): Promise<void> {
  const { heading, customer, companyName, agreementId, publicUrl } = reading
  for (const { id, name: reader, email, language, app } of reading.people) {
    const words = agreementMailOf({
      news: app === 'desk' ? news : shownTo(reading, news),
      link: `${publicUrl}/${app}/agreements/${agreementId}`,
      ...{ heading, customer, companyName, reader, language },
    })
    const causeKey = `warning:${key}:${id}`
    const to = { name: reader, address: email }
    await writeMail(tx, { causeKey, kind: `agreement.${news.kind}`, to, ...words, now, newId, publicUrl })
  }
}
