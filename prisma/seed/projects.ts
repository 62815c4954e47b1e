import { customerId, customerRow } from './customers.ts'
import type { CustomerKey } from './customers.ts'
import { idOf } from './make-id.ts'
import type { DemoProjectTask } from './settlement-shape.ts'
import type { DemoProject, ProductName } from './shape.ts'
import { employeeId } from './staff.ts'
import type { EmployeeKey } from './staff.ts'

const DAY_MS = 24 * 60 * 60 * 1000

type ProjectRow = {
  customer: CustomerKey
  name: string
  description: string
  owner: EmployeeKey
  product: ProductName
  /** Days before today. */
  started: number
  ended?: number
  /** Days after today; left out while nobody knows. */
  ends?: number
}

const rows: readonly ProjectRow[] = [
  {
    customer: 'nordlys',
    name: 'Intranet relaunch',
    description: 'New intranet for 240 employees, with sign-in by work account.',
    owner: 'rasmus',
    product: 'Webdesk',
    started: 210,
    ends: 60,
  },
  {
    customer: 'nordlys',
    name: 'Grid planning',
    description: 'Planning of fitters and vehicles with Planr.',
    owner: 'henrik',
    product: 'Planr',
    started: 330,
    ended: 40,
  },
  {
    customer: 'balticshipping',
    name: 'Port calls in Planr',
    description: 'One calendar for quays, cranes and agents.',
    owner: 'jonas',
    product: 'Planr',
    started: 150,
    ends: 90,
  },
  {
    customer: 'sundby',
    name: 'ERP integration',
    description: 'Orders and invoices between the factory system and Ledger.',
    owner: 'laura',
    product: 'Ledger',
    started: 260,
  },
  {
    customer: 'fjellheim',
    name: 'Web shop to Ledger',
    description: 'Invoices from the web shop through the API.',
    owner: 'laura',
    product: 'Ledger',
    started: 120,
    ends: 30,
  },
  {
    customer: 'lyngby',
    name: 'Move to our hosting',
    description: 'Servers moved from the basement to our data centre.',
    owner: 'nikolaj',
    product: 'Hosting',
    started: 300,
    ended: 90,
  },
  {
    customer: 'polar',
    name: 'Cold chain planning',
    description: 'Shift plans with temperature zones.',
    owner: 'rasmus',
    product: 'Planr',
    started: 180,
  },
  {
    customer: 'vindrose',
    name: 'Partner pages',
    description: 'Pages for travel partners in Webdesk.',
    owner: 'rasmus',
    product: 'Webdesk',
    started: 95,
    ends: 45,
  },
  {
    customer: 'sydfyn',
    name: 'Selvbetjening for forbrugere',
    description: 'Formularer og målerdata på intranet og web.',
    owner: 'rasmus',
    product: 'Webdesk',
    started: 200,
  },
  {
    customer: 'hansenlund',
    name: 'Revisoradgang',
    description: 'Adgang til kundernes regnskaber i Ledger.',
    owner: 'laura',
    product: 'Ledger',
    started: 340,
  },
  {
    customer: 'elmotor',
    name: 'Montørplan',
    description: 'Planr på telefonen for 30 montører.',
    owner: 'jonas',
    product: 'Planr',
    started: 140,
    ends: 20,
  },
  {
    customer: 'advokathuset',
    name: 'Flytning af filserver',
    description: 'Filer og rettigheder flyttes til vores drift.',
    owner: 'nikolaj',
    product: 'Hosting',
    started: 70,
    ends: 25,
  },
]
const FIRST_NUMBER = 201

export type PlacedProject = {
  product: ProductName
  from: number
  to: number
} & DemoProject

/** The projects as they stand on a day, each with the span of moments in which cases belong to it. */
export function placeProjects(today: Date): PlacedProject[] {
  const before = (days: number) => today.getTime() - days * DAY_MS
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
  return rows.map((row, index) => {
    const end = row.ended === undefined ? (row.ends === undefined ? null : before(-row.ends)) : before(row.ended)
    return {
      id: idOf(`project ${row.name}`),
      number: FIRST_NUMBER + index,
      customerId: customerId(row.customer),
      name: row.name,
      description: row.description,
      ownerId: employeeId(row.owner),
      startsOn: dayOf(before(row.started)),
      endsOn: end === null ? null : dayOf(end),
      isActive: row.ended === undefined,
      createdAt: new Date(before(row.started + 14)),
      product: row.product,
      from: before(row.started),
      to: end ?? today.getTime(),
    }
  })
}

const taskNames = {
  en: ['Analysis and design', 'Development', 'Test and delivery'],
  da: ['Analyse og design', 'Udvikling', 'Test og levering'],
} as const

/** The same three tasks for every project, in the customer's language. */
export const tasks: DemoProjectTask[] = rows.flatMap(({ customer, name }) =>
  taskNames[customerRow(customer).language].map((task, index) => ({
    id: idOf(`task ${name} ${String(index)}`),
    projectId: idOf(`project ${name}`),
    customerId: customerId(customer),
    name: task,
    position: index + 1,
  })),
)
