import { Navigate, useSearchParams } from 'react-router'

import { paths } from '../../shared/paths.ts'
import { renewAddress } from './old-address.ts'

/** Leads on from an address that was kept before the list had its query language. */
export function RenewedAddress() {
  const [params] = useSearchParams()
  return <Navigate to={{ pathname: paths.cases, search: renewAddress(params).toString() }} replace />
}
