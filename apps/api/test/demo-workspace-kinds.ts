import { Prisma } from '@timedesk/prisma/client'

/** What agents' days are made of, each with a query that finds it in the loaded demo company. */
export const DEMO_WORKSPACE_KINDS: readonly (readonly [string, Prisma.Sql])[] = [
  ['a view of one’s own', Prisma.sql`SELECT 1 FROM case_view WHERE scope = 'private'`],
  ['a view of a department', Prisma.sql`SELECT 1 FROM case_view WHERE scope = 'department'`],
  ['a view for everyone', Prisma.sql`SELECT 1 FROM case_view WHERE scope = 'everyone'`],
  [
    'a merged case that its survivor tells of',
    Prisma.sql`SELECT 1 FROM support_case c JOIN case_merge m ON m.source_id = c.id
      JOIN event e ON e.case_id = c.merged_into_id AND e.type = 'case.absorbed' WHERE c.category = 'closed'`,
  ],
  ['an incident of a problem', Prisma.sql`SELECT 1 FROM case_link WHERE kind = 'incident'`],
  [
    'somebody who is called by name and follows',
    Prisma.sql`SELECT 1 FROM case_follower f JOIN event e ON e.case_id = f.case_id AND e.type = 'note.written'
      WHERE f.cause = 'mention' AND e.payload -> 'mentionedIds' ? f.employee_id::text`,
  ],
  ['a case that is followed by hand', Prisma.sql`SELECT 1 FROM case_follower WHERE cause = 'by_hand'`],
  ['a case that is put away', Prisma.sql`SELECT 1 FROM case_snooze WHERE until > since`],
  ['a draft that is shared', Prisma.sql`SELECT 1 FROM message_draft WHERE is_shared`],
  [
    'a reply that goes out by itself',
    Prisma.sql`SELECT 1 FROM message_draft WHERE send_at IS NOT NULL AND kind = 'reply'`,
  ],
  ['a draft of one’s own', Prisma.sql`SELECT 1 FROM message_draft WHERE NOT is_shared`],
  [
    'a supplier who answered',
    Prisma.sql`SELECT 1 FROM side_message i JOIN side_message o USING (conversation_id) WHERE i.direction = 'in' AND o.direction = 'out' AND o.at < i.at`,
  ],
  [
    'a supplier who is waited for',
    Prisma.sql`SELECT conversation_id FROM side_message GROUP BY conversation_id HAVING bool_and(direction = 'out')`,
  ],
]
