import { resendMail } from '@timedesk/contracts/operations'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** Tries to send a mail again, as the same message. */
export function useResendMail() {
  return useChange((mailId: string) => client.call(resendMail, { params: { mailId } }), [queryRoots.mails])
}
