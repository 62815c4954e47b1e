import type { Absence } from '@timedesk/contracts/absences'
import type { BoardPerson, DispatchBoard } from '@timedesk/contracts/dispatch-board'
import type { DispatchExplanation, DispatchRule } from '@timedesk/contracts/dispatch-rules'
import type { Skill } from '@timedesk/contracts/skills'
import type { Department } from '@timedesk/contracts/staff'

import { buildSummary, ids, mette } from './build.ts'

export const dispatchIds = {
  printers: '01900000-0000-7000-8000-000000000401',
  nights: '01900000-0000-7000-8000-000000000402',
  networks: '01900000-0000-7000-8000-000000000403',
  absence: '01900000-0000-7000-8000-000000000404',
  bo: '01900000-0000-7000-8000-000000000405',
  late: '01900000-0000-7000-8000-000000000406',
} as const

const support = { id: ids.department, name: 'Support' }
export const bo = { id: dispatchIds.bo, name: 'Bo Lind' }

export const supportDepartment: Department = { ...support, parent: null, isActive: true, version: 1 }

export const networks: Skill = { id: dispatchIds.networks, name: 'Networks', isActive: true, people: 3, version: 2 }

/** Printers go to Bo; they are known by their words. */
export const printers: DispatchRule = {
  ...{ id: dispatchIds.printers, name: 'Printers', position: 1, isActive: true, version: 4 },
  conditions: [
    { field: 'words', op: 'contains', values: ['printer', 'toner'] },
    { field: 'customer', op: 'is', values: [ids.customer] },
  ],
  names: [{ id: ids.customer, name: 'Nordlys Energi' }],
  target: { kind: 'person', employeeId: bo.id, departmentId: null },
  ...{ department: null, employee: bo, skills: [], lastEmployee: null },
}

export const nights: DispatchRule = {
  ...{ id: dispatchIds.nights, name: 'Nights', position: 2, isActive: true, version: 1, names: [] },
  conditions: [{ field: 'hour', op: 'between', values: ['20:00', '06:00'] }],
  target: { kind: 'round_robin', departmentId: ids.department, skillIds: [networks.id] },
  ...{ department: support, employee: null, skills: [{ id: networks.id, name: networks.name }], lastEmployee: mette },
}

export const explanation: DispatchExplanation = {
  rules: [
    { id: printers.id, name: printers.name, matches: false, failed: [0] },
    { id: nights.id, name: nights.name, matches: true, failed: [] },
  ],
  ...{ rule: 'by_rule', ruleName: nights.name, department: support, responsible: bo, insteadOf: mette },
}

export function buildAbsence(overrides: Partial<Absence> = {}): Absence {
  return {
    ...{ id: dispatchIds.absence, employee: mette, from: '2026-03-02', to: '2026-03-06', delegate: bo },
    ...{ reason: 'Holiday', state: 'now', openCases: 7, can: { edit: true, handOver: true }, version: 1 },
    ...overrides,
  }
}

function buildPerson(overrides: Partial<BoardPerson> = {}): BoardPerson {
  return {
    ...{ ...bo, initials: 'BL', department: support, openCases: 3, dueCases: 1, loadMinutes: 120 },
    ...{ workingMinutesToday: 444, workingMinutesLeft: 200, absence: null },
    skills: [{ id: networks.id, name: networks.name, level: 3 }],
    ...overrides,
  }
}

export const unassigned = buildSummary({ responsible: null })
export const late = buildSummary({ id: dispatchIds.late, number: 1043, subject: 'The scanner is gone' })

function list(...data: DispatchBoard['atRisk']['data']): DispatchBoard['atRisk'] {
  return { data, hasMore: false, total: data.length }
}

/** Nobody has 1042; 1043, which Mette has, runs late. Bo has time, Mette is away. */
export function buildBoard(overrides: Partial<DispatchBoard> = {}): DispatchBoard {
  return {
    ...{ department: null, unassigned: list(unassigned), atRisk: list(late), hasMorePeople: false },
    people: [
      buildPerson(),
      buildPerson({
        ...{ ...mette, initials: 'MH', loadMinutes: 900, workingMinutesLeft: 0, skills: [] },
        absence: { id: dispatchIds.absence, from: '2026-03-02', to: '2026-03-06', delegate: bo },
      }),
    ],
    ...overrides,
  }
}
