import type { SideAddress } from '@timedesk/contracts/side-conversations'
import { Prisma } from '@timedesk/prisma/client'
import { containing } from '../../platform/db/containing.ts'
import type { Reader } from '../../platform/db/database.ts'

const SUGGESTIONS_MAX = 10

/** Whom side conversations were with, by part of the address or name; whom we wrote to last comes first. */
export async function findSideAddresses(reader: Reader, term: string | undefined): Promise<SideAddress[]> {
  const pattern = containing(term ?? '')
  return reader.rows<SideAddress>(Prisma.sql`
    SELECT address, (array_agg(name ORDER BY name = '', last_message_at DESC))[1] AS name
      FROM side_participant p JOIN side_conversation s ON s.id = p.conversation_id
     WHERE address ILIKE ${pattern} OR name ILIKE ${pattern}
     GROUP BY address ORDER BY max(last_message_at) DESC, address LIMIT ${SUGGESTIONS_MAX}`)
}
