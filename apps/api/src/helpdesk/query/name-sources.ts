import type { Permission } from '@timedesk/contracts/access'
import type { QueryKey } from '@timedesk/domain/query/query-keys'
import { Prisma } from '@timedesk/prisma/client'

/** Where the names behind a key come from: rows `x`, and what each may be called, as text. */
export type NameSource = {
  /** Who lacks it is offered none. */
  permission: Permission
  from: Prisma.Sql
  name: Prisma.Sql
  /** The folded words of the name, weighed A. */
  words: Prisma.Sql
  /** Tells it from others of that name. */
  hint: Prisma.Sql
  /** Another name that nothing else has, such as a number. */
  alias: Prisma.Sql | null
  isActive: Prisma.Sql
}

const named = Prisma.sql`x.name`
const wordsOfName = Prisma.sql`setweight(words_of(x.name), 'A')`

const employees: NameSource = {
  permission: 'case:read',
  from: Prisma.sql`employee x`,
  name: named,
  words: wordsOfName,
  hint: Prisma.sql`x.initials`,
  alias: Prisma.sql`x.initials`,
  isActive: Prisma.sql`x.is_active`,
}

export type NamedKey = Extract<
  QueryKey,
  | 'status'
  | 'responsible'
  | 'follower'
  | 'department'
  | 'customer'
  | 'contact'
  | 'type'
  | 'priority'
  | 'project'
  | 'agreement'
>

export const nameSources: Record<NamedKey, NameSource> = {
  status: {
    permission: 'case:read',
    from: Prisma.sql`case_status x`,
    name: named,
    words: wordsOfName,
    hint: Prisma.sql`x.category`,
    alias: null,
    isActive: Prisma.sql`x.is_active`,
  },
  responsible: employees,
  follower: employees,
  department: {
    permission: 'case:read',
    from: Prisma.sql`department x LEFT JOIN department up ON up.id = x.parent_id`,
    name: named,
    words: wordsOfName,
    hint: Prisma.sql`up.name`,
    alias: null,
    isActive: Prisma.sql`x.is_active`,
  },
  customer: {
    permission: 'customer:read',
    from: Prisma.sql`customer x`,
    name: named,
    words: Prisma.sql`x.search`,
    hint: Prisma.sql`'#' || x.number`,
    alias: Prisma.sql`x.number::text`,
    isActive: Prisma.sql`x.is_active`,
  },
  contact: {
    permission: 'customer:read',
    from: Prisma.sql`contact x JOIN customer up ON up.id = x.customer_id`,
    name: named,
    words: Prisma.sql`x.search`,
    hint: Prisma.sql`up.name`,
    alias: Prisma.sql`x.email`,
    isActive: Prisma.sql`x.is_active`,
  },
  type: {
    permission: 'case:read',
    from: Prisma.sql`case_type x LEFT JOIN case_type up ON up.id = x.parent_id`,
    name: named,
    words: wordsOfName,
    hint: Prisma.sql`up.name`,
    alias: null,
    isActive: Prisma.sql`x.is_active`,
  },
  priority: {
    permission: 'case:read',
    from: Prisma.sql`priority x`,
    name: named,
    words: wordsOfName,
    hint: Prisma.sql`x.level::text`,
    alias: Prisma.sql`x.level::text`,
    isActive: Prisma.sql`x.is_active`,
  },
  project: {
    permission: 'project:read',
    from: Prisma.sql`project x JOIN customer up ON up.id = x.customer_id`,
    name: named,
    words: wordsOfName,
    hint: Prisma.sql`up.name`,
    alias: Prisma.sql`x.number::text`,
    isActive: Prisma.sql`x.is_active`,
  },
  agreement: {
    permission: 'agreement:read',
    from: Prisma.sql`agreement x JOIN customer up ON up.id = x.customer_id`,
    name: Prisma.sql`x.heading`,
    words: Prisma.sql`setweight(words_of(x.heading), 'A')`,
    hint: Prisma.sql`up.name`,
    alias: Prisma.sql`x.number::text`,
    isActive: Prisma.sql`x.state <> 'ended'`,
  },
}

export function isNamedKey(key: string): key is NamedKey {
  return Object.hasOwn(nameSources, key)
}
