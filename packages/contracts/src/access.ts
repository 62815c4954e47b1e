import { z } from 'zod'

/** What a member of staff may do. A route names one; a role is a set of them. */
export const Permission = z.enum([
  'case:read',
  'case:write',
  'case:dispatch',
  'workflow:override',
  'absence:write',
  'texts:write',
  'views:write',
  'customer:read',
  'customer:write',
  'project:read',
  'project:write',
  'staff:read',
  'staff:write',
  'settings:read',
  'settings:write',
  'time:read',
  'time:write',
  'time:write_others',
  'time:approve',
  'period:lock',
  'period:override',
  'cost:read',
  'cost:write',
  'agreement:read',
  'agreement:write',
  'voucher:write',
  'overage:decide',
  'potential:read',
  'invoice:read',
  'invoice:write',
  'invoice:post',
  'payment:write',
  'bookkeeping:read',
  'report:read',
  'service_level:read',
  'integrity:read',
  'mail:read',
  'mail:write',
  'mail:receive',
  'import:write',
])
export type Permission = z.infer<typeof Permission>

export const StaffRole = z
  .enum(['agent', 'lead', 'finance', 'manager', 'administrator'])
  .meta({ id: 'StaffRole', examples: ['agent'] })
export type StaffRole = z.infer<typeof StaffRole>

const everyone: Permission[] = [
  'case:read',
  'customer:read',
  'project:read',
  'staff:read',
  'settings:read',
  'time:read',
  'agreement:read',
]
const agent: Permission[] = [...everyone, 'case:write', 'case:dispatch', 'time:write']
const lead: Permission[] = [
  ...agent,
  'customer:write',
  'project:write',
  'time:write_others',
  'time:approve',
  'overage:decide',
  'workflow:override',
  'absence:write',
  'texts:write',
  'views:write',
  'service_level:read',
]
const finance: Permission[] = [
  ...everyone,
  'customer:write',
  'project:write',
  'time:write',
  'time:write_others',
  'time:approve',
  'period:lock',
  'period:override',
  'cost:read',
  'agreement:write',
  'voucher:write',
  'overage:decide',
  'potential:read',
  'invoice:read',
  'invoice:write',
  'invoice:post',
  'payment:write',
  'bookkeeping:read',
  'report:read',
]
const manager: Permission[] = [...new Set<Permission>([...lead, ...finance, 'cost:write'])]

/** Each role as the set of what it may do. */
export const permissionsOfRole: Record<StaffRole, readonly Permission[]> = {
  agent,
  lead,
  finance,
  manager,
  administrator: Permission.options,
}

/** What an API token may be allowed; one read and one write scope for each noun. */
export const Scope = z
  .enum([
    'cases:read',
    'cases:write',
    'customers:read',
    'customers:write',
    'projects:read',
    'projects:write',
    'staff:read',
    'staff:write',
    'settings:read',
    'settings:write',
    'time:read',
    'time:write',
    'costs:read',
    'costs:write',
    'agreements:read',
    'agreements:write',
    'potential:read',
    'invoices:read',
    'invoices:write',
    'bookkeeping:read',
    'reports:read',
    'integrity:read',
    'mail:read',
    'mail:write',
    'mail:receive',
    'imports:write',
  ])
  .meta({ id: 'Scope', examples: ['cases:read'] })
export type Scope = z.infer<typeof Scope>

/** The scope a token needs for each permission. */
export const scopeOfPermission = {
  'case:read': 'cases:read',
  'case:write': 'cases:write',
  'case:dispatch': 'cases:write',
  'workflow:override': 'cases:write',
  'absence:write': 'staff:write',
  'texts:write': 'settings:write',
  'views:write': 'settings:write',
  'customer:read': 'customers:read',
  'customer:write': 'customers:write',
  'project:read': 'projects:read',
  'project:write': 'projects:write',
  'staff:read': 'staff:read',
  'staff:write': 'staff:write',
  'settings:read': 'settings:read',
  'settings:write': 'settings:write',
  'time:read': 'time:read',
  'time:write': 'time:write',
  'time:write_others': 'time:write',
  'time:approve': 'time:write',
  'period:lock': 'settings:write',
  'period:override': 'time:write',
  'cost:read': 'costs:read',
  'cost:write': 'costs:write',
  'agreement:read': 'agreements:read',
  'agreement:write': 'agreements:write',
  'voucher:write': 'agreements:write',
  'overage:decide': 'agreements:write',
  'potential:read': 'potential:read',
  'invoice:read': 'invoices:read',
  'invoice:write': 'invoices:write',
  'invoice:post': 'invoices:write',
  'payment:write': 'invoices:write',
  'bookkeeping:read': 'bookkeeping:read',
  'report:read': 'reports:read',
  'service_level:read': 'reports:read',
  'integrity:read': 'integrity:read',
  'mail:read': 'mail:read',
  'mail:write': 'mail:write',
  'mail:receive': 'mail:receive',
  'import:write': 'imports:write',
} as const satisfies Record<Permission, Scope>

export const ContactRole = z
  .enum(['requester', 'manager', 'bookkeeper'])
  .meta({ id: 'ContactRole', examples: ['requester'] })
export type ContactRole = z.infer<typeof ContactRole>

/** What a contact may do in the extranet. */
export const ContactPermission = z.enum([
  'case:read',
  'case:write',
  'dialogue:read',
  'colleague:read',
  'agreement:read',
  'invoice:read',
  'time:question',
  'overage:decide',
  'voucher:order',
])
export type ContactPermission = z.infer<typeof ContactPermission>

/** A bookkeeper sees that cases exist and what was agreed, never what was said in them. */
export const permissionsOfContactRole: Record<ContactRole, readonly ContactPermission[]> = {
  requester: ['case:read', 'case:write', 'dialogue:read', 'time:question'],
  manager: [
    'case:read',
    'case:write',
    'dialogue:read',
    'colleague:read',
    'agreement:read',
    'invoice:read',
    'time:question',
    'overage:decide',
    'voucher:order',
  ],
  bookkeeper: ['case:read', 'agreement:read', 'invoice:read', 'time:question'],
}

/**
 * Who may call a route. `self` is any signed-in person acting on what is their own;
 * `sessionOnly` keeps API tokens away from it; `scope` is what a token needs for what is its owner’s own.
 */
export type Access =
  | { audience: 'public' }
  | { audience: 'staff'; permission: Permission | 'self'; sessionOnly?: true; scope?: Scope }
  | { audience: 'contact'; permission: ContactPermission | 'self' }
