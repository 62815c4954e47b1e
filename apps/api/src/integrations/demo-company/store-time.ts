import type { DemoAgreement, DemoCase, DemoCompany, DemoCustomer, DemoTime } from '@timedesk/prisma/seed/shape'
import { rateWork } from '../../agreements/rate-work.ts'
import type { Tx } from '../../platform/db/database.ts'
import { insertRows, type Table } from '../insert-rows.ts'

/** Stores the time of all cases, each entry rated by its agreement on its work date (R1–R8), with its pieces. */
export async function storeTime(tx: Tx, company: DemoCompany, newId: () => string): Promise<void> {
  const customers = new Map(company.customers.map((customer) => [customer.id, customer]))
  const agreements = new Map(company.agreements.map((agreement) => [agreement.customerId, agreement]))
  const rated = company.cases.flatMap((one) =>
    one.happenings.flatMap((happening) =>
      happening.kind === 'time'
        ? [rate(company, one, happening.entry, happening.at, { customers, agreements, newId })]
        : [],
    ),
  )
  await insertRows(
    tx,
    timeEntry,
    rated.map(({ entry }) => entry),
  )
  await insertRows(
    tx,
    timeRating,
    rated.map(({ rating }) => rating),
  )
  await insertRows(
    tx,
    coverPiece,
    rated.flatMap(({ pieces }) => pieces),
  )
}

type Ground = {
  customers: ReadonlyMap<string, DemoCustomer>
  agreements: ReadonlyMap<string, DemoAgreement>
  newId: () => string
}

function rate(
  { company }: DemoCompany,
  { id: caseId, customerId, projectId }: DemoCase,
  time: DemoTime,
  at: Date,
  { customers, agreements, newId }: Ground,
) {
  const customer = customers.get(customerId)
  const agreement = agreements.get(customerId)
  const covering = agreement !== undefined && agreement.validFrom <= time.workDate ? agreement : undefined
  const { pieces, ...rating } = rateWork(
    {
      companyCurrency: company.currency,
      companyRate: company.ratePerHour,
      customerCurrency: customer?.currency ?? null,
      customerRate: customer?.ratePerHour ?? null,
      agreementId: covering?.id ?? null,
      agreementHeading: covering?.heading ?? null,
      agreementCurrency: covering?.currency ?? null,
      agreementRate: covering?.ratePerHour ?? null,
      incrementMinutes: covering?.incrementMinutes ?? null,
      minimumMinutes: covering?.minimumMinutes ?? null,
    },
    time,
  )
  const { message, ...kept } = time
  return {
    entry: {
      ...kept,
      customerId,
      caseId,
      projectId,
      agreementId: covering?.id ?? null,
      replyId: message?.kind === 'reply' ? message.id : null,
      noteId: message?.kind === 'note' ? message.id : null,
      isBillable: rating.isBillable,
      createdAt: at,
    },
    rating: { ...rating, entryId: time.id, ratedAt: at },
    pieces: pieces.map((piece) => ({ ...piece, id: newId(), entryId: time.id })),
  }
}

type Rated = ReturnType<typeof rate>

const timeEntry: Table<Rated['entry']> = {
  name: 'time_entry',
  columns: {
    id: 'uuid',
    employeeId: 'uuid',
    customerId: 'uuid',
    caseId: 'uuid',
    projectId: 'uuid',
    replyId: 'uuid',
    noteId: 'uuid',
    activityTypeId: 'uuid',
    agreementId: 'uuid',
    workDate: 'date',
    minutes: 'int',
    isBillable: 'boolean',
    customerText: 'text',
    internalText: 'text',
    createdAt: 'timestamptz',
  },
}

const timeRating: Table<Omit<Rated['rating'], 'isBillable'>> = {
  name: 'time_rating',
  columns: {
    entryId: 'uuid',
    billableMinutes: 'int',
    ratePerHour: 'int',
    amount: 'bigint',
    currency: 'text',
    explanation: 'jsonb',
    ruleVersion: 'int',
    ratedAt: 'timestamptz',
  },
}

const coverPiece: Table<Rated['pieces'][number]> = {
  name: 'cover_piece',
  columns: { id: 'uuid', entryId: 'uuid', kind: 'text', minutes: 'int', amount: 'bigint' },
}
