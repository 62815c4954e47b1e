import type { FieldValues } from '@timedesk/contracts/custom-fields'
import { addDays } from '@timedesk/domain/calendar/days'
import { contacts } from '../contacts.ts'
import type { Random } from '../random.ts'
import { caseTypeId, typeKeysUpFrom } from '../settings.ts'
import type { CaseTypeKey } from '../settings.ts'
import type { DemoCase } from '../shape.ts'
import { dayOf } from '../working-time.ts'
import { environmentId, fieldId, moduleId, modules } from './custom-fields.ts'
import type { Environment, FieldKey } from './custom-fields.ts'

const FILLED_SHARE = 0.7
const SECURITY_TAGS = ['security', 'sign-in', 'password', 'certificate']
const DAYS_WANTED = { from: 7, to: 45 }

type Given = Pick<DemoCase, 'typeId' | 'product' | 'customerId' | 'contactId' | 'tags' | 'happenings'>

/** What people filled in on a case of its type: most of it, by most of them. */
export function fillFields(given: Given, random: Random): FieldValues {
  const types = typeKeysUpFrom(given.typeId)
  const isOf = (...keys: CaseTypeKey[]) => keys.some((key) => types.includes(key))
  const values: FieldValues = {}
  const fill = (key: FieldKey, value: FieldValues[string] | null) => {
    if (value !== null) values[fieldId(key)] = value
  }
  const isFilled = () => random.chance(FILLED_SHARE)

  const name = isOf('error', 'change', 'incident') && isFilled() ? partOf(given.product, random) : null
  if (isOf('error', 'change', 'hosting') && isFilled()) fill('environment', environmentId(environmentOf(random)))
  if (name !== null && given.product !== null) fill('module', moduleId(given.product, name))
  if (isOf('error', 'incident') && isFilled()) fill('users_affected', random.pick([1, 1, 2, 3, 5, 8, 12, 20, 45, 120]))
  if (isOf('change')) fill('wanted_by', wantedBy(given, random))
  if (isOf('change', 'newUser')) fill('approver', approverOf(given))
  if (isOf('signIn', 'access') || given.tags.some((tag) => SECURITY_TAGS.includes(tag)))
    fill('security_relevant', random.chance(0.5) ? true : null)
  if (isOf('error') && name !== null && isFilled())
    fill('version', `${String(random.between(4, 6))}.${String(random.between(0, 9))}.${String(random.between(0, 12))}`)
  return values
}

/** Whether somebody ticked it. */
export function isSecurityRelevant(values: FieldValues): boolean {
  return values[fieldId('security_relevant')] === true
}

function partOf(product: DemoCase['product'], random: Random): string | null {
  return product === null ? null : random.pick(modules[product])[0]
}

function environmentOf(random: Random): Environment {
  const share = random.next()
  if (share < 0.8) return 'Production'
  return share < 0.94 ? 'Test' : 'Development'
}

function wantedBy({ happenings }: Given, random: Random): string {
  const reportedAt = happenings[0]?.at.getTime() ?? 0
  return addDays(dayOf(reportedAt), random.between(DAYS_WANTED.from, DAYS_WANTED.to))
}

/** A manager of the customer, else whoever reported it. */
function approverOf({ customerId, contactId }: Given): string {
  return contacts.find((one) => one.customerId === customerId && one.role === 'manager')?.id ?? contactId
}

export const changeTypeIds: readonly string[] = (['change', 'changeLedger', 'changeWeb'] as const).map(caseTypeId)
