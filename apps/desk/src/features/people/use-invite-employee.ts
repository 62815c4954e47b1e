import { inviteEmployee } from '@timedesk/contracts/staff'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** Mails a fresh invitation; earlier ones stop working. */
export function useInviteEmployee() {
  return useChange((employeeId: string) => client.call(inviteEmployee, { params: { employeeId } }), [queryRoots.mails])
}
