import type { listServiceLevelCases, ServiceLevelCase, ServiceLevelRow } from '@timedesk/contracts/service-levels'
import type { BusinessTime } from '@timedesk/domain/calendar/business-time'
import type { z } from 'zod'
import type { Reader } from '../platform/db/database.ts'
import { inBatches, oneBatch, type Cell, type Column, type ColumnKind, type Table } from '../platform/tables/table.ts'
import { presentCase, readShownCases, type ShownCase } from './find-service-level-cases.ts'

const BATCH_CASES = 50_000

type Described<Row> = readonly (readonly [key: string, header: string, kind: ColumnKind, read: (row: Row) => Cell])[]

const decimal = (value: number | null): Cell => (value === null ? null : String(value))

/** The report as a table, a row for each of its rows. */
export function serviceLevelTable({ data }: { data: ServiceLevelRow[] }): Table {
  const rows: Described<ServiceLevelRow> = [
    ['key', 'Key', 'text', ({ key }) => key],
    ['name', 'Name', 'text', ({ name }) => name],
    ['cases', 'Cases', 'integer', ({ cases }) => cases],
    ...timesOf('response', 'Response'),
    ...timesOf('resolution', 'Resolution'),
    ['pausedMinutes', 'Paused minutes', 'decimal', ({ pausedMinutes }) => decimal(pausedMinutes)],
    ...promiseOf('firstResponses', 'First responses'),
    ...promiseOf('nextResponses', 'Next responses'),
    ...promiseOf('resolutions', 'Resolutions'),
    ...promiseOf('deadlines', 'Deadlines'),
    ['breaches', 'Breaches', 'integer', ({ breaches }) => breaches],
  ]
  return {
    ...{ name: 'service-levels', rowName: 'row', columns: columnsOf(rows) },
    batches: oneBatch(data.map((row) => cellsOf(rows, row))),
  }
}

function timesOf(key: 'response' | 'resolution', name: string): Described<ServiceLevelRow> {
  return [
    [`${key}Cases`, `${name}: cases`, 'integer', (row) => row[key].cases],
    [`${key}Average`, `${name}: average minutes`, 'decimal', (row) => decimal(row[key].averageMinutes)],
    [`${key}Median`, `${name}: median minutes`, 'decimal', (row) => decimal(row[key].medianMinutes)],
    [`${key}P90`, `${name}: 90 % minutes`, 'decimal', (row) => decimal(row[key].p90Minutes)],
  ]
}

type Promised = 'firstResponses' | 'nextResponses' | 'resolutions' | 'deadlines'

function promiseOf(key: Promised, name: string): Described<ServiceLevelRow> {
  return [
    [`${key}Met`, `${name}: met`, 'integer', (row) => row[key].met],
    [`${key}Missed`, `${name}: missed`, 'integer', (row) => row[key].missed],
    [`${key}MetPercent`, `${name}: met %`, 'decimal', (row) => row[key].metPercent],
  ]
}

type Query = z.output<typeof listServiceLevelCases.query>

/** All cases behind the report, whatever page was asked for. */
export function serviceLevelCaseTable(
  reader: Reader,
  query: Query,
  { time, now }: { time: BusinessTime; now: Date },
): Table {
  const read = (after: ShownCase | null, limit: number) =>
    readShownCases(reader, query, { after: after?.reported ?? null, limit, time, now })
  return {
    ...{ name: 'service-level-cases', rowName: 'case', columns: columnsOf(caseColumns) },
    batches: inBatches(read, (row) => cellsOf(caseColumns, presentCase(row)), BATCH_CASES),
  }
}

const caseColumns: Described<ServiceLevelCase> = [
  ['number', 'Number', 'integer', (row) => row.case.number],
  ['subject', 'Subject', 'text', (row) => row.case.subject],
  ['externalReference', 'External reference', 'text', ({ externalReference }) => externalReference],
  ['customer', 'Customer', 'text', ({ customer }) => customer.name],
  ['priority', 'Priority', 'text', ({ priority }) => priority.name],
  ['type', 'Type', 'text', ({ type }) => type?.name ?? null],
  ['department', 'Department', 'text', ({ department }) => department.name],
  ['responsible', 'Responsible', 'text', ({ responsible }) => responsible?.name ?? null],
  ['createdAt', 'Created', 'instant', ({ createdAt }) => createdAt],
  ['respondedAt', 'First response', 'instant', ({ respondedAt }) => respondedAt],
  ['responseMinutes', 'Response minutes', 'decimal', ({ responseMinutes }) => decimal(responseMinutes)],
  ['resolvedAt', 'Solved', 'instant', ({ resolvedAt }) => resolvedAt],
  ['resolutionMinutes', 'Resolution minutes', 'decimal', ({ resolutionMinutes }) => decimal(resolutionMinutes)],
  ['pausedMinutes', 'Paused minutes', 'decimal', ({ pausedMinutes }) => decimal(pausedMinutes)],
  ['firstResponse', 'First response promised', 'text', ({ firstResponse }) => firstResponse],
  ['resolution', 'Resolution promised', 'text', ({ resolution }) => resolution],
  ['isByHand', 'Deadline by hand', 'text', ({ isByHand }) => (isByHand ? 'yes' : 'no')],
  ['breaches', 'Breaches', 'integer', ({ breaches }) => breaches],
]

function columnsOf<Row>(described: Described<Row>): Column[] {
  return described.map(([key, header, kind]) => ({ key, header, kind }))
}

function cellsOf<Row>(described: Described<Row>, row: Row): Cell[] {
  return described.map(([, , , read]) => read(row))
}
