import type { FieldOption } from '@timedesk/contracts/custom-fields'
import type { DemoCustomField } from '../desk-shape.ts'
import { idOf } from '../make-id.ts'
import { caseTypeId, priorityId } from '../settings.ts'
import type { ProductName } from '../shape.ts'

const keys = [
  'environment',
  'module',
  'users_affected',
  'wanted_by',
  'approver',
  'security_relevant',
  'version',
] as const
export type FieldKey = (typeof keys)[number]
export const fieldId = (key: FieldKey) => idOf(`custom field ${key}`)

export const environments = ['Production', 'Test', 'Development'] as const
export type Environment = (typeof environments)[number]
const environmentsDa: Record<Environment, string> = {
  Production: 'Produktion',
  Test: 'Test',
  Development: 'Udvikling',
}
export const environmentId = (name: Environment) => idOf(`environment ${name}`)

/** The parts of each product; Hosting's are its services. */
export const modules: Record<ProductName, readonly [name: string, da: string][]> = {
  Ledger: [
    ['Invoicing', 'Fakturering'],
    ['Posting', 'Bogføring'],
    ['VAT', 'Moms'],
    ['Salaries', 'Løn'],
  ],
  Planr: [
    ['Calendar', 'Kalender'],
    ['Resources', 'Ressourcer'],
    ['Exchange with Outlook', 'Udveksling med Outlook'],
  ],
  Webdesk: [
    ['Web shop', 'Webshop'],
    ['Forms', 'Formularer'],
    ['Sign-in', 'Log ind'],
  ],
  Hosting: [
    ['Servers', 'Servere'],
    ['Backup', 'Backup'],
    ['Mail and domains', 'Mail og domæner'],
  ],
}
export const moduleId = (product: string, name = '') => idOf(`module ${product} ${name}`)

const option = (id: string, label: string, labelDa: string, parentId: string | null = null): FieldOption => ({
  id,
  label,
  labelDa,
  parentId,
  isActive: true,
})
const moduleOptions = Object.entries(modules).flatMap(([product, parts]) => [
  option(moduleId(product), product, product),
  ...parts.map(([name, da]) => option(moduleId(product, name), name, da, moduleId(product))),
])

const always: DemoCustomField['rules'] = { typeIds: null, shownWhen: [], requiredWhen: null, requiredFor: 'never' }
const of = (...types: Parameters<typeof caseTypeId>[0][]) => ({ ...always, typeIds: types.map(caseTypeId) })

type FieldRow = Omit<DemoCustomField, 'id' | 'key' | 'position' | 'options'> & Partial<Pick<DemoCustomField, 'options'>>
const rows: Record<FieldKey, FieldRow> = {
  environment: {
    name: 'Environment',
    nameDa: 'Miljø',
    kind: 'choice',
    help: 'Where it happens.',
    helpDa: 'Hvor det sker.',
    options: { options: environments.map((name) => option(environmentId(name), name, environmentsDa[name])) },
    rules: of('error', 'change', 'hosting'),
    forContacts: 'editable',
  },
  module: {
    name: 'Module',
    nameDa: 'Modul',
    kind: 'tree',
    help: 'The part of the product that it is about.',
    helpDa: 'Den del af produktet, det drejer sig om.',
    options: { options: moduleOptions },
    rules: of('error', 'change', 'incident'),
    forContacts: 'shown',
  },
  users_affected: {
    name: 'Number of users affected',
    nameDa: 'Antal berørte brugere',
    kind: 'number',
    help: 'A rough number will do.',
    helpDa: 'Et omtrentligt tal er nok.',
    options: { range: { min: 1, max: 5000, decimals: 0 } },
    rules: {
      ...of('error', 'incident'),
      requiredWhen: [{ field: 'priority', op: 'is', values: [priorityId('Critical')] }],
      requiredFor: 'staff_create',
    },
    forContacts: 'editable',
  },
  wanted_by: {
    name: 'Wanted by',
    nameDa: 'Ønskes senest',
    kind: 'date',
    help: 'The day on which the change is needed.',
    helpDa: 'Den dag, ændringen skal være klar.',
    rules: { ...of('change'), requiredFor: 'contact_create' },
    forContacts: 'editable',
  },
  approver: {
    name: 'Approver',
    nameDa: 'Godkender',
    kind: 'contact',
    help: 'Who approves the change at the customer.',
    helpDa: 'Hvem der godkender ændringen hos kunden.',
    rules: of('change', 'newUser'),
    forContacts: 'shown',
  },
  security_relevant: {
    name: 'Security relevant',
    nameDa: 'Sikkerhedsrelevant',
    kind: 'checkbox',
    help: 'Astrid looks at each of them.',
    helpDa: 'Astrid ser på hver af dem.',
    rules: always,
    forContacts: 'hidden',
  },
  version: {
    name: 'Version',
    nameDa: 'Version',
    kind: 'text',
    help: 'As the program shows it under Help.',
    helpDa: 'Som programmet viser den under Hjælp.',
    rules: {
      ...of('error'),
      shownWhen: [{ field: `field:${fieldId('module')}`, op: 'isNotEmpty', values: [] }],
    },
    forContacts: 'editable',
  },
}

export const customFields: DemoCustomField[] = keys.map((key, index) => ({
  id: fieldId(key),
  key,
  options: {},
  ...rows[key],
  position: index + 1,
}))
