import type { NoticeReason, NoticeScope } from '@timedesk/contracts/notice-reasons'
import type { Deps } from '../platform/deps.ts'
import type { Tx } from '../platform/db/database.ts'
import type { DeliveredEvent } from '../platform/events/relay.ts'
import { writeMail } from '../platform/mail/write-mail.ts'
import type { CaseFacts } from './case-facts.ts'
import type { StaffPerson } from './find-candidates.ts'
import { mailTextOf } from './mail-texts.ts'
import { fewerMailsWords, whyWords } from './why-words.ts'

type Addressed = {
  to: StaffPerson
  why: { reason: NoticeReason; scope: NoticeScope }
  facts: CaseFacts
}

/** Queues the mail by which one of the staff is told of one event, with why they get it and how they get no more. */
export async function writeStaffMail(
  tx: Tx,
  { newId, now, publicUrl }: Pick<Deps, 'newId' | 'now' | 'publicUrl'>,
  event: DeliveredEvent,
  { to, why, facts }: Addressed,
): Promise<void> {
  const { language } = to
  const deskUrl = `${publicUrl}/desk`
  const words = mailTextOf(event, {
    ...facts,
    ...{ link: `${deskUrl}/cases/${String(facts.number)}`, reader: to.name, language, app: 'desk' },
    isMentioned: why.reason === 'mentioned',
    footer: [whyWords(why, language), ...fewerMailsWords(deskUrl, facts.number, language)],
  })
  await writeMail(tx, {
    ...{ causeKey: `event:${event.id}:${to.id}`, kind: event.payload.type },
    to: { name: to.name, address: to.email },
    ...words,
    ...{ now: now(), newId, publicUrl },
  })
}
