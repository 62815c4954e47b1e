import type { CaseTemplate } from '@timedesk/contracts/case-templates'
import { expect, test } from 'vitest'

import { emptyNewCase } from './new-case-draft.ts'
import { fillFrom } from './template-filling.ts'

const TYPE = { id: '01900000-0000-7000-8000-000000000001', name: 'Hardware' }

const newEmployee: CaseTemplate = {
  ...{ id: '01900000-0000-7000-8000-000000000002', name: 'New employee', subject: 'A new workplace' },
  ...{ description: 'Name and first day:', type: TYPE, priority: null, department: null, responsible: null },
  ...{ product: null, tags: ['onboarding'], fields: {}, checklist: null, estimateMinutes: 90, position: 1 },
  ...{ isActive: true, version: 1 },
}
const leaver: CaseTemplate = {
  ...newEmployee,
  ...{ id: '01900000-0000-7000-8000-000000000003', name: 'Leaver', subject: 'Close an account', type: null },
  ...{ tags: [], estimateMinutes: null },
}

test('a template fills in an empty form', () => {
  expect({ ...emptyNewCase, ...fillFrom(emptyNewCase, newEmployee, null) }).toEqual({
    ...emptyNewCase,
    ...{ templateId: newEmployee.id, subject: 'A new workplace', description: 'Name and first day:' },
    ...{ typeId: TYPE.id, tags: ['onboarding'], estimateMinutes: 90 },
  })
})

test('what somebody wrote stays when a template is chosen', () => {
  const draft = { ...emptyNewCase, subject: 'Anna begins on Monday' }

  expect({ ...draft, ...fillFrom(draft, newEmployee, null) }).toMatchObject({
    ...{ subject: 'Anna begins on Monday', description: 'Name and first day:' },
  })
})

test('another template takes the place of the one before, and none empties what it had filled in', () => {
  const first = { ...emptyNewCase, ...fillFrom(emptyNewCase, newEmployee, null), description: 'Anna, Monday' }

  const second = { ...first, ...fillFrom(first, leaver, newEmployee) }
  const none = { ...second, ...fillFrom(second, null, leaver) }

  expect(second).toMatchObject({ subject: 'Close an account', description: 'Anna, Monday', typeId: null, tags: [] })
  expect(none).toEqual({ ...emptyNewCase, description: 'Anna, Monday' })
})
