import { permissionsOfContactRole, permissionsOfRole } from '@timedesk/contracts/access'
import type { DemoCompany, DemoContact, DemoEmployee } from '@timedesk/prisma/seed/shape'
import type { ContactActor, Context, StaffActor } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'

/** Contexts of moments that are over: the same commands run in them as in the present. */
export type PastContexts = {
  /** An employee did it. Throws a RangeError for somebody unknown. */
  by: (employeeId: string, at: Date) => Context<StaffActor>
  /** A contact did it. Throws a RangeError for somebody unknown. */
  byContact: (contactId: string, at: Date) => Context<ContactActor>
  /** The night’s job did it. */
  byNight: (at: Date) => Context
}

export function pastContexts({ employees, contacts }: DemoCompany): PastContexts {
  const actors = new Map(employees.map((employee) => [employee.id, actorOf(employee)]))
  const visitors = new Map(contacts.map((contact) => [contact.id, visitorOf(contact)]))
  const at = (now: Date) => ({ now, newId: () => newId(now.getTime()), requestId: null, written: [] })
  return {
    by: (employeeId, now) => {
      const actor = actors.get(employeeId)
      if (actor === undefined) throw new RangeError(`The demo company does not know ${employeeId}`)
      return { actor, ...at(now) }
    },
    byContact: (contactId, now) => {
      const actor = visitors.get(contactId)
      if (actor === undefined) throw new RangeError(`The demo company does not know ${contactId}`)
      return { actor, ...at(now) }
    },
    byNight: (now) => ({ actor: { kind: 'system', id: null, name: 'Timedesk' }, ...at(now) }),
  }
}

function actorOf({ id, name, role, departmentId, language }: DemoEmployee): StaffActor {
  return {
    kind: 'employee',
    id,
    name,
    role,
    departmentId,
    language,
    permissions: new Set(permissionsOfRole[role]),
    scopes: null,
    sessionId: null,
    key: id,
  }
}

function visitorOf({ id, name, customerId, role, seesAllCases, language }: DemoContact): ContactActor {
  const permissions = new Set(permissionsOfContactRole[role])
  return { kind: 'contact', id, name, customerId, role, seesAllCases, language, permissions, sessionId: id, key: id }
}
