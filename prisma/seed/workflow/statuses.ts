import type { StatusColor } from '@timedesk/contracts/case-status'
import type { StatusCategory } from '@timedesk/domain/helpdesk/status'
import { idOf } from '../make-id.ts'
import type { DemoStatus } from '../desk-shape.ts'

type StatusRow = {
  name: string
  category: StatusCategory
  color: StatusColor
  pausesClock: boolean
  /** What customers read, in English and Danish; absent: the standard words of the category. */
  wording?: readonly [en: string, da: string]
  /** Of those that every installation begins with. */
  standard?: number
}
const rows = {
  new: { name: 'New', category: 'new', color: 'blue', pausesClock: false, standard: 1 },
  open: { name: 'Open', category: 'open', color: 'teal', pausesClock: false, standard: 2 },
  approval: {
    name: 'Waiting for approval',
    category: 'open',
    color: 'violet',
    pausesClock: true,
    wording: ['Your change is being approved', 'Din ændring er til godkendelse'],
  },
  approved: {
    name: 'Approved',
    category: 'open',
    color: 'blue',
    pausesClock: false,
    wording: ['Approved, work has begun', 'Godkendt, arbejdet er i gang'],
  },
  test: {
    name: 'In test',
    category: 'open',
    color: 'pink',
    pausesClock: false,
    wording: ['Your change is being tested', 'Din ændring bliver testet'],
  },
  waiting_customer: {
    name: 'Waiting for customer',
    category: 'waiting_customer',
    color: 'yellow',
    pausesClock: true,
    standard: 3,
  },
  waiting_third_party: {
    name: 'Waiting for third party',
    category: 'waiting_third_party',
    color: 'orange',
    pausesClock: true,
    wording: ['With one of our suppliers', 'Hos en af vores leverandører'],
    standard: 4,
  },
  solved: { name: 'Solved', category: 'solved', color: 'green', pausesClock: true, standard: 5 },
  closed: { name: 'Closed', category: 'closed', color: 'gray', pausesClock: true, standard: 6 },
  cancelled: { name: 'Cancelled', category: 'cancelled', color: 'red', pausesClock: true, standard: 7 },
} as const satisfies Record<string, StatusRow>

export type StatusKey = keyof typeof rows
export const statusKeys = Object.keys(rows) as StatusKey[]

/** A category's own key is that of its standard status. */
export function statusId(key: StatusKey): string {
  const { standard }: StatusRow = rows[key]
  return standard === undefined ? idOf(`status ${key}`) : `00000000-0000-7000-8000-00000000000${String(standard)}`
}

export const statuses: DemoStatus[] = Object.entries<StatusRow>(rows).map(([key, row], index) => ({
  id: statusId(key as StatusKey),
  name: row.name,
  category: row.category,
  color: row.color,
  pausesClock: row.pausesClock,
  customerName: row.wording?.[0] ?? null,
  customerNameDa: row.wording?.[1] ?? null,
  position: index + 1,
}))
