import { useQuery } from '@tanstack/react-query'
import type { Agreement } from '@timedesk/contracts/agreements'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'

import { QueryFace } from '../../shared/lists/query-face.tsx'
import { agreementQueries } from './queries.ts'

/** The agreement that the address names, with its faces until it is there. */
export function AgreementFace({ children }: { children: (agreement: Agreement) => ReactNode }) {
  const { agreementId = '' } = useParams()
  const agreement = useQuery(agreementQueries.one(agreementId))
  return (
    <QueryFace query={agreement} rows={10}>
      {children}
    </QueryFace>
  )
}
