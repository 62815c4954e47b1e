import type {
  DemoAgreement,
  DemoCalendarHours,
  DemoCostRate,
  DemoPlanLine,
  DemoPriceClass,
  DemoProjectTask,
  DemoRateCard,
  DemoRateCardRow,
  DemoServiceCalendar,
} from '@timedesk/prisma/seed/settlement-shape'
import type { DemoTimer, DemoWeekSheet } from '@timedesk/prisma/seed/time-shape'
import type { Table } from '../../platform/db/insert-rows.ts'

export const priceClasses: Table<DemoPriceClass> = {
  name: 'price_class',
  columns: { id: 'uuid', name: 'text', ratePerHour: 'int', drawFactor: 'int', position: 'int' },
}

export const rateCards: Table<Omit<DemoRateCard, 'rows'>> = {
  name: 'rate_card',
  columns: { id: 'uuid', name: 'text', currency: 'text' },
}

export const rateCardRows: Table<DemoRateCardRow> = {
  name: 'rate_card_row',
  columns: {
    id: 'uuid',
    rateCardId: 'uuid',
    priceClassId: 'uuid',
    activityTypeId: 'uuid',
    validFrom: 'date',
    ratePerHour: 'int',
  },
}

export const serviceCalendars: Table<Pick<DemoServiceCalendar, 'id' | 'name'>> = {
  name: 'service_calendar',
  columns: { id: 'uuid', name: 'text' },
}

type OfCalendar = { calendarId: string }

type OfHours = OfCalendar & { validFrom: string }

export const calendarHours: Table<OfHours & Pick<DemoCalendarHours, 'holidaySet'>> = {
  name: 'service_calendar_hours',
  columns: { calendarId: 'uuid', validFrom: 'date', holidaySet: 'text' },
}

export const calendarSpans: Table<OfHours & DemoCalendarHours['spans'][number]> = {
  name: 'service_calendar_span',
  columns: { calendarId: 'uuid', validFrom: 'date', weekday: 'int', opensAt: 'int', closesAt: 'int' },
}

export const calendarHolidays: Table<OfCalendar & DemoServiceCalendar['holidays'][number]> = {
  name: 'service_calendar_holiday',
  columns: { calendarId: 'uuid', day: 'date', name: 'text' },
}

export const costRates: Table<DemoCostRate> = {
  name: 'cost_rate',
  columns: { employeeId: 'uuid', validFrom: 'date', ratePerHour: 'int' },
}

export const projectTasks: Table<DemoProjectTask> = {
  name: 'project_task',
  columns: { id: 'uuid', projectId: 'uuid', customerId: 'uuid', name: 'text', position: 'int' },
}

export const agreements: Table<Omit<DemoAgreement, 'scope'> & { isScoped: boolean }> = {
  name: 'agreement',
  columns: {
    id: 'uuid',
    number: 'int',
    customerId: 'uuid',
    heading: 'text',
    terms: 'text',
    settlement: 'text',
    state: 'text',
    validFrom: 'date',
    validTo: 'date',
    currency: 'text',
    ratePerHour: 'int',
    rateCardId: 'uuid',
    incrementMinutes: 'int',
    minimumMinutes: 'int',
    roundingScope: 'text',
    afterHours: 'text',
    calendarId: 'uuid',
    afterHoursFactor: 'int',
    weekendFactor: 'int',
    holidayFactor: 'int',
    isScoped: 'boolean',
    overagePolicy: 'text',
    overageRate: 'int',
    termMonths: 'int',
    renewal: 'text',
    noticeDays: 'int',
    creditsUnused: 'boolean',
    ownerId: 'uuid',
    poNumber: 'text',
    createdAt: 'timestamptz',
  },
}

export type ScopeRow = {
  id: string
  agreementId: string
  mode: string
  caseTypeId: string | null
  activityTypeId: string | null
  departmentId: string | null
  projectId: string | null
}

export const agreementScopes: Table<ScopeRow> = {
  name: 'agreement_scope',
  columns: {
    id: 'uuid',
    agreementId: 'uuid',
    mode: 'text',
    caseTypeId: 'uuid',
    activityTypeId: 'uuid',
    departmentId: 'uuid',
    projectId: 'uuid',
  },
}

export const planLines: Table<Omit<DemoPlanLine, 'quantity' | 'unitPrice'>> = {
  name: 'subscription_line',
  columns: {
    id: 'uuid',
    customerId: 'uuid',
    agreementId: 'uuid',
    description: 'text',
    position: 'int',
    periodMonths: 'int',
    startsOn: 'date',
    timing: 'text',
    leadDays: 'int',
    alignsToCalendar: 'boolean',
    prorates: 'boolean',
    quotaUnit: 'text',
    quota: 'bigint',
    rolloverPeriods: 'int',
    rolloverMax: 'bigint',
    createdAt: 'timestamptz',
  },
}

export type PriceRow = {
  id: string
  customerId: string
  lineId: string
  validFrom: string
  quantity: number
  unitPrice: number
  kind: 'agreed'
  createdByName: string
  createdAt: Date
}

export const linePrices: Table<PriceRow> = {
  name: 'subscription_price',
  columns: {
    id: 'uuid',
    customerId: 'uuid',
    lineId: 'uuid',
    validFrom: 'date',
    quantity: 'int',
    unitPrice: 'bigint',
    kind: 'text',
    createdByName: 'text',
    createdAt: 'timestamptz',
  },
}

export const weekSheets: Table<DemoWeekSheet & { decidedByName: string | null }> = {
  name: 'week_sheet',
  columns: {
    employeeId: 'uuid',
    monday: 'date',
    state: 'text',
    submittedAt: 'timestamptz',
    decidedAt: 'timestamptz',
    decidedById: 'uuid',
    decidedByName: 'text',
    reason: 'text',
  },
}

export const timers: Table<DemoTimer> = {
  name: 'timer',
  columns: { employeeId: 'uuid', caseId: 'uuid', activityTypeId: 'uuid', text: 'text', startedAt: 'timestamptz' },
}
