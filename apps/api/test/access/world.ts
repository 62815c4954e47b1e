import { newId } from '../../src/platform/new-id.ts'
import {
  buildContact,
  buildCustomer,
  NORMAL_PRIORITY_ID,
  statusId,
  SUPPORT_ACTIVITY_ID,
  SUPPORT_DEPARTMENT_ID,
} from '../factories.ts'
import type { TestServer } from '../harness.ts'
import { nextInitials } from '../next-initials.ts'

/** What no stranger may ever see: each text of the world holds it. */
export const CANARY = 'canary-7f3a'

/** One of everything, at one customer, for a call to work on. */
export type World = {
  customerId: string
  contactId: string
  caseId: string
  replyId: string
  projectId: string
  agreementId: string
  entryId: string
  attachmentId: string
  caseTypeId: string
  departmentId: string
  employeeId: string
  mailId: string
  importId: string
  priorityId: string
  activityTypeId: string
  statusId: string
}

type Settings = Pick<World, 'caseTypeId' | 'priorityId' | 'activityTypeId'>

const settings = new WeakMap<TestServer, Promise<Settings>>()

/** A type, a priority and an activity type for all worlds of a server, because there may only be so many. */
function settingsOf(server: TestServer): Promise<Settings> {
  const known = settings.get(server)
  if (known !== undefined) return known
  const ids: Settings = { caseTypeId: newId(), priorityId: newId(), activityTypeId: newId() }
  const made = server.deps.database.transact(async (tx) => {
    await tx.caseType.create({ data: { id: ids.caseTypeId, name: newId() } })
    await tx.priority.create({ data: { id: ids.priorityId, name: newId(), level: 98 } })
    await tx.activityType.create({ data: { id: ids.activityTypeId, name: newId() } })
    return ids
  })
  settings.set(server, made)
  return made
}

/** Builds the world directly in the database, with its history, so that no invariant is broken. */
export async function buildWorld(server: TestServer): Promise<World> {
  const { id: customerId } = await buildCustomer(server, { name: `${CANARY} ${newId()}` })
  const { id: contactId } = await buildContact(server, { customerId, name: CANARY })
  const ids = Object.fromEntries(
    [
      'caseId',
      'replyId',
      'projectId',
      'agreementId',
      'entryId',
      'attachmentId',
      'departmentId',
      'employeeId',
      'mailId',
      'importId',
    ].map((name) => [name, newId()]),
  ) as Omit<World, keyof Settings | 'customerId' | 'contactId' | 'statusId'>
  const settingIds = await settingsOf(server)
  const { now } = server.clock
  const { storageKey, sha256, sizeBytes } = await storeFile(server)
  await server.deps.database.transact(async (tx) => {
    await tx.department.create({ data: { id: ids.departmentId, name: newId() } })
    await tx.employee.create({
      data: {
        id: ids.employeeId,
        initials: nextInitials(),
        name: 'Colleague',
        email: `${newId()}@staff.test`,
        departmentId: ids.departmentId,
        role: 'agent',
      },
    })
    await tx.project.create({ data: { id: ids.projectId, customerId, name: CANARY } })
    await tx.agreement.create({
      data: {
        id: ids.agreementId,
        customerId,
        heading: CANARY,
        settlement: 'time_spent',
        validFrom: new Date('2020-01-01'),
        ratePerHour: 95_000,
      },
    })
    await tx.supportCase.create({
      data: {
        id: ids.caseId,
        customerId,
        contactId,
        subject: CANARY,
        priorityId: NORMAL_PRIORITY_ID,
        statusId: statusId.open,
        category: 'open',
        departmentId: SUPPORT_DEPARTMENT_ID,
        createdVia: 'desk',
        createdByName: CANARY,
        createdAt: now,
        lastActivityAt: now,
        lastReplySnippet: CANARY,
      },
    })
    await tx.reply.create({
      data: {
        id: ids.replyId,
        caseId: ids.caseId,
        customerId,
        kind: 'description',
        authorKind: 'contact',
        authorId: contactId,
        authorName: CANARY,
        body: CANARY,
        postedAt: now,
      },
    })
    await tx.event.create({
      data: {
        id: newId(),
        type: 'case.created',
        subjectKind: 'case',
        subjectId: ids.caseId,
        caseId: ids.caseId,
        customerId,
        isInternal: false,
        payload: { number: 1, subject: CANARY, via: 'desk' },
        actorKind: 'system',
        actorName: CANARY,
        at: now,
      },
    })
    await tx.attachment.create({
      data: {
        id: ids.attachmentId,
        customerId,
        caseId: ids.caseId,
        replyId: ids.replyId,
        name: CANARY,
        contentType: 'text/plain',
        sizeBytes,
        sha256,
        storageKey,
        uploaderKind: 'contact',
        uploaderId: contactId,
        uploadedAt: now,
        claimedAt: now,
      },
    })
    await tx.mail.create({
      data: {
        id: ids.mailId,
        causeKey: newId(),
        messageId: newId(),
        kind: 'test',
        toAddress: 'a@b.test',
        toName: '',
        subject: CANARY,
        text: CANARY,
        nextAttemptAt: now,
        createdAt: now,
      },
    })
    await tx.importJob.create({
      data: {
        id: ids.importId,
        kind: 'cases',
        source: newId(),
        fileName: 'x.csv',
        storageKey: '',
        mapping: {},
        startedByName: 'x',
        createdAt: now,
      },
    })
  })
  return { ...ids, ...settingIds, customerId, contactId, statusId: statusId.waiting_customer }
}

async function storeFile({ deps }: TestServer) {
  const { Readable } = await import('node:stream')
  return deps.storage.store(Readable.from([Buffer.from(CANARY)]), { name: 'canary.txt', sizeBytesMax: 1000 })
}

/** A time entry with its rating, of the given employee, so that whoever may correct it can. */
export async function buildEntry({ deps, clock }: TestServer, world: World, employeeId: string): Promise<string> {
  const entryId = newId()
  await deps.database.transact(async (tx) => {
    await tx.timeEntry.create({
      data: {
        id: entryId,
        employeeId,
        customerId: world.customerId,
        caseId: world.caseId,
        activityTypeId: SUPPORT_ACTIVITY_ID,
        workDate: clock.now,
        bookedOn: clock.now,
        minutes: 10,
        isBillable: false,
        createdAt: clock.now,
      },
    })
    await tx.timeRating.create({
      data: {
        entryId,
        billableMinutes: 0,
        currency: 'DKK',
        explanation: [],
        ruleVersion: 1,
        ratedAt: clock.now,
      },
    })
  })
  return entryId
}
