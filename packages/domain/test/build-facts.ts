import type { CaseFacts } from '../src/conditions/facts.ts'

/** What is true of a case that nobody has touched; `overrides` says what is different. */
export function buildFacts(overrides: Partial<CaseFacts> = {}): CaseFacts {
  return {
    typePath: [],
    customerId: 'nordlys',
    agreementIds: [],
    priorityId: 'normal',
    product: null,
    foldedWords: 'cannot print invoices',
    departmentPath: ['support'],
    responsibleId: null,
    statusId: 'new',
    category: 'new',
    language: 'en',
    clock: { weekday: 1, minutes: 600 },
    via: 'desk',
    tags: [],
    fields: {},
    ...overrides,
  }
}
