import type { ServiceCalendar } from '@timedesk/contracts/service-calendars'
import type { ServiceLevelCase } from '@timedesk/contracts/service-levels'
import type { PolicyPreview, ServicePolicy } from '@timedesk/contracts/service-policies'

import { ids } from './build.ts'

const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '08:00', closesAt: '16:00' }))

export const weekdayCalendar: ServiceCalendar = {
  ...{ id: ids.waiting, name: 'Weekdays', agreements: 2, isActive: true, version: 2 },
  ...{ timeZone: null, holidaySet: 'none', policies: 1, isUsed: true },
  spans: weekdays,
  hours: [{ validFrom: '1900-01-01', holidaySet: 'none', spans: weekdays }],
  holidays: [{ day: '2026-04-03', name: 'Good Friday' }],
}

export const high = { id: ids.open, name: 'High', level: 2 }

export const goldPolicy: ServicePolicy = {
  ...{ id: ids.solved, name: 'Gold', customer: null, agreement: null, type: null },
  calendar: { id: weekdayCalendar.id, name: weekdayCalendar.name },
  targets: [{ priority: high, firstResponse: 60, nextResponse: null, resolution: 480 }],
  warnAt: [50, 75, 90],
  escalations: [
    {
      ...{ share: 100, clock: null, assign: null },
      notify: { responsible: true, leads: true, departments: [], employees: [] },
    },
  ],
  ...{ isShownToCustomers: true, position: 0, isActive: true, cases: 42, version: 3 },
}

export const goldPreview: PolicyPreview = {
  ...{ openCases: 312, wins: 42, changes: 1, lost: [] },
  taken: [{ policy: null, cases: 1 }],
  cases: [{ case: { id: ids.case, number: 1042, subject: 'Cannot print invoices' }, customer: 'Nordlys' }],
}

const promise = { met: 110, missed: 8, metPercent: '93.22' }
const measured = { cases: 118, averageMinutes: 42.25, medianMinutes: 18.5, p90Minutes: 120 }
const figures = {
  ...{ cases: 120, response: measured, pausedMinutes: 5_400, breaches: 9 },
  resolution: { cases: 90, averageMinutes: 900, medianMinutes: 340.75, p90Minutes: 2_880 },
  ...{ firstResponses: promise, nextResponses: { met: 0, missed: 0, metPercent: null } },
  ...{ resolutions: promise, deadlines: { met: 0, missed: 0, metPercent: null } },
}

export const serviceLevelAnswer = {
  data: [
    { ...figures, key: high.id, name: 'High' },
    { ...figures, key: '', name: '', cases: 1 },
  ],
  ...{ totals: figures, isCut: false, calendar: null },
}

export const serviceLevelCase: ServiceLevelCase = {
  case: { id: ids.case, number: 1042, subject: 'Cannot print invoices' },
  ...{ externalReference: null, customer: { id: ids.customer, name: 'Nordlys' }, priority: high, type: null },
  ...{ department: { id: ids.department, name: 'Support' }, responsible: null },
  ...{ createdAt: '2026-03-02T08:00:00.000Z', respondedAt: '2026-03-02T08:12:30.000Z', responseMinutes: 12.5 },
  ...{ resolvedAt: '2026-03-03T08:00:00.000Z', resolutionMinutes: 1_380, pausedMinutes: 60 },
  ...{ firstResponse: 'met', resolution: 'missed', isByHand: true, breaches: 1 },
}
