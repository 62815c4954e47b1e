import { Prisma } from '@timedesk/prisma/client'

/**
 * What makes a scheduled message `d` a draft again, for the SET of an UPDATE. The day on which its time was written down
 * goes into its form: sent later by hand, it is still that day's work.
 */
export const asDraftAgain = Prisma.sql`send_at = NULL, is_leaving = false, send_as = NULL, scheduled_by_id = NULL,
  scheduled_token_id = NULL, send_tried_at = NULL, version = d.version + 1,
  time = CASE WHEN d.send_as #>> '{time,workDate}' IS NULL THEN d.time ELSE jsonb_set(d.time, '{workDate}', d.send_as #> '{time,workDate}') END`
