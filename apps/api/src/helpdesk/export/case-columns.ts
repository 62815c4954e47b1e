import type { ViewColumn } from '@timedesk/contracts/case-views'
import type { Language } from '@timedesk/contracts/primitives'
import type { ListedCase } from '@timedesk/contracts/work-list'
import type { Cell, ColumnKind } from '../../platform/tables/table.ts'

/** A case with what lists ask for aside. */
export type ExportedCase = ListedCase & { cover: 'covered' | 'low' | 'outside' | null }

/** What a column of a view is in a file. */
export type CaseColumn = {
  header: Record<Language, string>
  kind: ColumnKind
  cellOf: (row: ExportedCase, language: Language) => Cell
}

const covers: Record<NonNullable<ExportedCase['cover']>, Record<Language, string>> = {
  covered: { en: 'Covered', da: 'Dækket' },
  low: { en: 'Covered, nearly used up', da: 'Dækket, næsten brugt op' },
  outside: { en: 'Outside of cover', da: 'Uden for dækning' },
}

/** Every column that a view can have. Moments are in UTC, an estimate is in minutes. */
export const caseColumns: Record<ViewColumn, CaseColumn> = {
  number: { header: { en: 'No.', da: 'Nr.' }, kind: 'integer', cellOf: ({ number }) => number },
  subject: { header: { en: 'Subject', da: 'Emne' }, kind: 'text', cellOf: ({ subject }) => subject },
  customer: { header: { en: 'Customer', da: 'Kunde' }, kind: 'text', cellOf: ({ customer }) => customer.name },
  contact: { header: { en: 'Contact', da: 'Kontakt' }, kind: 'text', cellOf: ({ contact }) => contact?.name ?? null },
  status: { header: { en: 'Status', da: 'Status' }, kind: 'text', cellOf: ({ status }) => status.name },
  priority: { header: { en: 'Priority', da: 'Prioritet' }, kind: 'text', cellOf: ({ priority }) => priority.name },
  type: { header: { en: 'Type', da: 'Type' }, kind: 'text', cellOf: ({ type }) => type?.name ?? null },
  department: {
    header: { en: 'Department', da: 'Afdeling' },
    kind: 'text',
    cellOf: ({ department }) => department.name,
  },
  responsible: {
    header: { en: 'Responsible', da: 'Ansvarlig' },
    kind: 'text',
    cellOf: ({ responsible }) => responsible?.name ?? null,
  },
  due: { header: { en: 'Due', da: 'Frist' }, kind: 'instant', cellOf: ({ due }) => due?.at ?? null },
  created: { header: { en: 'Created', da: 'Oprettet' }, kind: 'instant', cellOf: ({ createdAt }) => createdAt },
  updated: { header: { en: 'Active', da: 'Aktiv' }, kind: 'instant', cellOf: ({ lastActivityAt }) => lastActivityAt },
  tags: { header: { en: 'Tags', da: 'Mærker' }, kind: 'text', cellOf: ({ tags }) => tags.join(', ') },
  estimate: {
    header: { en: 'Estimate (minutes)', da: 'Estimat (minutter)' },
    kind: 'integer',
    cellOf: ({ estimateMinutes }) => estimateMinutes,
  },
  cover: {
    header: { en: 'Cover', da: 'Dækning' },
    kind: 'text',
    cellOf: ({ cover }, language) => (cover === null ? null : covers[cover][language]),
  },
}
