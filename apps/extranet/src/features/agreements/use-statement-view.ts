import type { ExtranetPool } from '@timedesk/contracts/extranet-agreements'
import { Day } from '@timedesk/contracts/primitives'
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

/** Which voucher or quota a statement is of, and up to which day; null: all of it. */
export type StatementView = { poolId: string | null; to: string | null }

/** The view as it stands in the address, and how to change it; choosing does not fill the history. */
export function useStatementView() {
  const [search, setSearch] = useSearchParams()
  const view = useMemo(() => viewFrom(search), [search])
  const changeView = useCallback(
    (changes: Partial<StatementView>) => {
      setSearch((present) => addressOf({ ...viewFrom(present), ...changes }), { replace: true })
    },
    [setSearch],
  )
  return { view, changeView }
}

/** The one that the address names, else the first. */
export function chosenPool(pools: readonly ExtranetPool[], { poolId }: StatementView): ExtranetPool | undefined {
  return pools.find(({ id }) => id === poolId) ?? pools[0]
}

function viewFrom(search: URLSearchParams): StatementView {
  const to = Day.safeParse(search.get('to'))
  return { poolId: search.get('of'), to: to.success ? to.data : null }
}

function addressOf({ poolId, to }: StatementView): URLSearchParams {
  const address = new URLSearchParams()
  if (poolId !== null) address.set('of', poolId)
  if (to !== null) address.set('to', to)
  return address
}
