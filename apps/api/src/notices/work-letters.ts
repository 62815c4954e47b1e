import { mailTimeOf } from '@timedesk/domain/notices/mail-time'
import { levelOf } from '@timedesk/domain/notices/reasons'
import { zoneNamed } from '@timedesk/domain/time/zone-named'
import { Prisma } from '@timedesk/prisma/client'
import type { Deps } from '../platform/deps.ts'
import type { Tx } from '../platform/db/database.ts'
import { writeMail } from '../platform/mail/write-mail.ts'
import { readEvent, readFacts } from './case-facts.ts'
import { digestTextOf, type DigestItem } from './digest-texts.ts'
import { holdLetter, lockAddressee, takeLetters, type Addressee, type Letter } from './held-letters.ts'
import { scheduleOf } from './mail-schedules.ts'
import { writeStaffMail } from './write-staff-mail.ts'

type World = Pick<Deps, 'database' | 'newId' | 'now' | 'publicUrl' | 'log'>
type Item = DigestItem & { letter: Letter }

/**
 * Sends what waited for the end of quiet hours or for the digest. Each person is a transaction of its own, in which the
 * letters go and their mail is written: nothing goes twice or is lost, however often and late it runs, and one whom
 * another worker holds is left to it. What was read in the meantime is no news any more.
 */
export async function workLetters(world: World, now: Date): Promise<void> {
  const due = await world.database.reader.rows<{ id: string }>(
    Prisma.sql`SELECT DISTINCT employee_id AS id FROM held_letter WHERE release_at <= ${now} ORDER BY 1`,
  )
  const faults: unknown[] = []
  for (const { id } of due) {
    try {
      await world.database.transact((tx) => releaseLetters(tx, world, { employeeId: id, now }))
    } catch (error) {
      world.log.error({ err: error, employeeId: id }, 'the letters of a person could not be sent')
      faults.push(error)
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Some letters could not be sent')
}

async function releaseLetters(
  tx: Tx,
  world: World,
  { employeeId, now }: { employeeId: string; now: Date },
): Promise<void> {
  const person = await lockAddressee(tx, employeeId, 'skip')
  if (person === undefined) return
  const digest: Item[] = []
  for (const letter of await takeLetters(tx, person, now)) {
    const event = await readEvent(tx, letter.eventId)
    const facts = event === undefined ? undefined : await readFacts(tx, event, letter.caseId)
    if (event === undefined || facts === undefined) continue
    const item = { letter, event, facts, why: letter }
    if (letter.heldFor === 'digest') digest.push(item)
    else await sendAlone(tx, world, person, item)
  }
  if (digest.length > 0) await sendDigest(tx, world, { person, items: digest, now })
}

/** One digest a day: when that of the day has gone already, as after another hour was chosen, it waits for the next. */
async function sendDigest(
  tx: Tx,
  world: World,
  { person, items, now }: { person: Addressee; items: Item[]; now: Date },
): Promise<void> {
  const zone = zoneNamed(person.schedule?.timeZone ?? person.companyZone)
  const dueMs = Math.max(...items.map(({ letter }) => letter.releaseAt.getTime()))
  const causeKey = `digest:${person.id}:${zone.dateAt(dueMs)}`
  const sent = await tx.rows(Prisma.sql`SELECT 1 FROM mail WHERE cause_key = ${causeKey}`)
  if (sent.length > 0) return placeAgain(tx, world, { person, items, now })
  const { name, email, language } = person
  const deskUrl = `${world.publicUrl}/desk`
  const words = digestTextOf(items, { reader: name, language, deskUrl, timeZone: zone.name })
  const { newId, publicUrl } = world
  await writeMail(tx, {
    ...{ causeKey, kind: 'notice.digest', to: { name, address: email }, ...words },
    ...{ now, newId, publicUrl },
  })
}

async function placeAgain(
  tx: Tx,
  world: World,
  { person, items, now }: { person: Addressee; items: Item[]; now: Date },
): Promise<void> {
  const zone = zoneNamed(person.schedule?.timeZone ?? person.companyZone)
  for (const item of items) {
    const time = mailTimeOf(levelOf(item.letter.reason), scheduleOf(person.schedule), zone, now)
    if (time.heldFor === null) await sendAlone(tx, world, person, item)
    else await holdLetter(tx, { id: world.newId(), employeeId: person.id, now }, { ...item.letter, ...time })
  }
}

async function sendAlone(tx: Tx, world: World, to: Addressee, { event, facts, why }: Item): Promise<void> {
  await writeStaffMail(tx, world, event, { to, why, facts })
}
