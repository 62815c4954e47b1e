import type { ContactPermission, ContactRole, Permission, Scope, StaffRole } from '@timedesk/contracts/access'
import type { EventType } from '@timedesk/contracts/events'
import type { PassingType } from '@timedesk/contracts/live'
import type { Language } from '@timedesk/contracts/primitives'

/** A member of staff, by session or by API token. */
export type StaffActor = {
  kind: 'employee' | 'token'
  /** The employee; for a token, its owner. */
  id: string
  name: string
  role: StaffRole
  departmentId: string
  language: Language
  /** What the role allows, cut down to the token's scopes. */
  permissions: ReadonlySet<Permission>
  scopes: readonly Scope[] | null
  sessionId: string | null
  /** Names the caller for idempotency and limits. */
  key: string
}

/** A contact of a customer, always by session. */
export type ContactActor = {
  kind: 'contact'
  id: string
  name: string
  customerId: string
  role: ContactRole
  seesAllCases: boolean
  language: Language
  permissions: ReadonlySet<ContactPermission>
  sessionId: string
  key: string
}

/** The product itself: jobs, the demo company, an import. */
export type SystemActor = {
  kind: 'system' | 'import'
  id: null
  name: string
}

export type Actor = StaffActor | ContactActor | SystemActor

/** Who works on cases: staff, or the product itself by a rule, which no permission limits and every workflow binds. */
export type CaseWorker = StaffActor | SystemActor

/** An event that has just been written, or a signal made by `pass`, as the live stream and the relay want it. */
export type WrittenEvent = {
  id: string
  type: EventType | PassingType
  caseId: string | null
  customerId: string | null
  isInternal: boolean
  /** Only a signal has it: nothing keeps it, and who was not listening finds what it is about by reading. */
  passing?: {
    /** The one employee who is told; null: all of staff. Never a contact. */
    employeeId: string | null
    aboutId: string | null
  }
}

/** What a command knows of the world: who acts, when, and where new ids come from. */
export type Context<Who extends Actor = Actor> = {
  actor: Who
  now: Date
  newId: () => string
  requestId: string | null
  /** Events written and signals passed so far; announced to listeners once the transaction is committed. */
  written: WrittenEvent[]
}

/** A context for what only writes history: it has to know who acts, not what they may do. */
export type Acting = Omit<Context, 'actor'> & { actor: Pick<Actor, 'kind' | 'id' | 'name'> }
