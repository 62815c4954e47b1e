import type { DemoChecklistTemplate } from '../desk-shape.ts'
import { idOf } from '../make-id.ts'
import { caseTypeId } from '../settings.ts'
import type { CaseTypeKey } from '../settings.ts'

type Item = readonly [text: string, isRequired: boolean]
const rows = {
  release: {
    name: 'Release of a change',
    types: ['change'],
    items: [
      ['What is wanted is written down, and the customer agrees', true],
      ['Tested in the test environment', true],
      ['The customer knows the day of the release', true],
      ['Release notes', false],
    ],
  },
  newUser: {
    name: 'New user',
    types: ['newUser'],
    items: [
      ['Approved by the customer’s manager', true],
      ['Account with the rights that were ordered', true],
      ['Welcome mail', false],
    ],
  },
  serverCheck: {
    name: 'Monthly check of servers',
    types: [],
    items: [
      ['Updates of the operating system', true],
      ['Restore of one backup on trial', true],
      ['Disks below 80 percent', true],
      ['Certificates of the next 60 days', true],
    ],
  },
} as const satisfies Record<string, { name: string; types: readonly CaseTypeKey[]; items: readonly Item[] }>
export type ChecklistKey = keyof typeof rows
export const checklistId = (key: ChecklistKey) => idOf(`checklist template ${key}`)

export const checklistTemplates: DemoChecklistTemplate[] = Object.entries<{
  name: string
  types: readonly CaseTypeKey[]
  items: readonly Item[]
}>(rows).map(([key, { name, types, items }], index) => ({
  id: checklistId(key as ChecklistKey),
  name,
  items: items.map(([text, isRequired]) => ({ text, isRequired })),
  typeIds: types.map(caseTypeId),
  position: index + 1,
}))
