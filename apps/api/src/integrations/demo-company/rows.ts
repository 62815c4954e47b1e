import type {
  DemoActivityType,
  DemoCaseType,
  DemoContact,
  DemoCustomer,
  DemoDepartment,
  DemoEmployee,
  DemoProject,
  DemoReadMark,
} from '@timedesk/prisma/seed/shape'
import type { Table } from '../../platform/db/insert-rows.ts'

type Hashed = { passwordHash: string }

export const departments: Table<DemoDepartment> = {
  name: 'department',
  columns: { id: 'uuid', name: 'text', parentId: 'uuid', createdAt: 'timestamptz' },
}

export const employees: Table<DemoEmployee & Hashed> = {
  name: 'employee',
  columns: {
    id: 'uuid',
    initials: 'text',
    name: 'text',
    email: 'text',
    departmentId: 'uuid',
    role: 'text',
    language: 'text',
    priceClassId: 'uuid',
    workingMinutes: 'int[]',
    passwordHash: 'text',
    createdAt: 'timestamptz',
  },
}

export const activityTypes: Table<DemoActivityType> = {
  name: 'activity_type',
  columns: {
    id: 'uuid',
    name: 'text',
    isBillable: 'boolean',
    factor: 'int',
    fixedRate: 'int',
    minimumMinutes: 'int',
    position: 'int',
  },
}

export const caseTypes: Table<DemoCaseType> = {
  name: 'case_type',
  columns: {
    id: 'uuid',
    name: 'text',
    parentId: 'uuid',
    departmentId: 'uuid',
    responsibleId: 'uuid',
    workflowId: 'uuid',
    position: 'int',
  },
}

export const customers: Table<DemoCustomer> = {
  name: 'customer',
  columns: {
    id: 'uuid',
    number: 'int',
    name: 'text',
    address: 'text',
    postalCode: 'text',
    city: 'text',
    countryCode: 'text',
    vatId: 'text',
    cvr: 'text',
    endpointScheme: 'text',
    endpointId: 'text',
    invoiceEmail: 'text',
    buyerReference: 'text',
    paymentTermsDays: 'int',
    vatTreatment: 'text',
    invoiceGrouping: 'text',
    invoiceDetail: 'text',
    projectsApart: 'boolean',
    discountBasisPoints: 'int',
    showsInvoices: 'boolean',
    phone: 'text',
    website: 'text',
    currency: 'text',
    language: 'text',
    ratePerHour: 'int',
    accountManagerId: 'uuid',
    remarks: 'text',
    coverOrder: 'text[]',
    requiresPo: 'boolean',
    showsTime: 'text',
    showsBalances: 'boolean',
    showsMoney: 'boolean',
    createdAt: 'timestamptz',
  },
}

export const contacts: Table<DemoContact & Hashed> = {
  name: 'contact',
  columns: {
    id: 'uuid',
    customerId: 'uuid',
    name: 'text',
    email: 'text',
    phone: 'text',
    title: 'text',
    role: 'text',
    seesAllCases: 'boolean',
    language: 'text',
    passwordHash: 'text',
    createdAt: 'timestamptz',
  },
}

export const projects: Table<DemoProject> = {
  name: 'project',
  columns: {
    id: 'uuid',
    number: 'int',
    customerId: 'uuid',
    name: 'text',
    description: 'text',
    ownerId: 'uuid',
    startsOn: 'date',
    endsOn: 'date',
    isActive: 'boolean',
    createdAt: 'timestamptz',
  },
}

type Mark = { caseId: string; readAt: DemoReadMark['at'] }

export const staffMarks: Table<Mark & { employeeId: string }> = {
  name: 'staff_read_mark',
  columns: { caseId: 'uuid', employeeId: 'uuid', readAt: 'timestamptz' },
}

export const contactMarks: Table<Mark & { customerId: string; contactId: string }> = {
  name: 'contact_read_mark',
  columns: { caseId: 'uuid', customerId: 'uuid', contactId: 'uuid', readAt: 'timestamptz' },
}

type Notice = { id: string; eventId: string; caseId: string; createdAt: Date }

export const staffNotices: Table<Notice & { employeeId: string; reason: string; level: string }> = {
  name: 'staff_notice',
  columns: {
    ...{ id: 'uuid', employeeId: 'uuid', eventId: 'uuid', caseId: 'uuid', createdAt: 'timestamptz' },
    ...{ reason: 'text', level: 'text' },
  },
}

export const contactNotices: Table<Notice & { customerId: string; contactId: string }> = {
  name: 'contact_notice',
  columns: {
    id: 'uuid',
    customerId: 'uuid',
    contactId: 'uuid',
    eventId: 'uuid',
    caseId: 'uuid',
    createdAt: 'timestamptz',
  },
}
