import type { Table } from '../platform/db/insert-rows.ts'

/** A case as its history left it. */
export type CaseRow = {
  id: string
  number: number
  customerId: string
  contactId: string | null
  subject: string
  typeId: string | null
  priorityId: string
  statusId: string
  category: string
  departmentId: string
  responsibleId: string | null
  projectId: string | null
  agreementId: string | null
  deadline: Date | null
  externalReference: string | null
  product: string | null
  serviceLevel: string | null
  tags: readonly string[]
  createdVia: string
  createdByName: string
  createdAt: Date
  lastActivityAt: Date
  lastStaffReplyAt: Date | null
  lastContactReplyAt: Date | null
  lastReplySnippet: string
  firstRepliedAt: Date | null
  solvedAt: Date | null
  closedAt: Date | null
  reopenedCount: number
  importSource: string | null
  importKey: string | null
}

export const supportCases: Table<CaseRow> = {
  name: 'support_case',
  columns: {
    id: 'uuid',
    number: 'int',
    customerId: 'uuid',
    contactId: 'uuid',
    subject: 'text',
    typeId: 'uuid',
    priorityId: 'uuid',
    statusId: 'uuid',
    category: 'text',
    departmentId: 'uuid',
    responsibleId: 'uuid',
    projectId: 'uuid',
    agreementId: 'uuid',
    deadline: 'timestamptz',
    externalReference: 'text',
    product: 'text',
    serviceLevel: 'text',
    tags: 'text[]',
    createdVia: 'text',
    createdByName: 'text',
    createdAt: 'timestamptz',
    lastActivityAt: 'timestamptz',
    lastStaffReplyAt: 'timestamptz',
    lastContactReplyAt: 'timestamptz',
    lastReplySnippet: 'text',
    firstRepliedAt: 'timestamptz',
    solvedAt: 'timestamptz',
    closedAt: 'timestamptz',
    reopenedCount: 'int',
    importSource: 'text',
    importKey: 'text',
  },
}
