import { Anchor } from '@mantine/core'
import type { Agreement } from '@timedesk/contracts/agreements'
import { PageHeader } from '@timedesk/ui/page-header'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import { AgreementMark } from '../../shared/cover/cover-marks.tsx'
import { useCoverWords } from '../../shared/cover/use-cover-words.ts'
import { paths } from '../../shared/paths.ts'
import { AgreementActions } from './agreement-actions.tsx'
import { useAgreementWords } from './use-agreement-words.ts'

/** What an agreement is called, with whom it is, and what may be done with it. */
export function AgreementHead({ agreement, mainAction }: { agreement: Agreement; mainAction?: ReactNode }) {
  const words = useAgreementWords()
  const coverWords = useCoverWords()
  const { number, heading, state, settlement, customer } = agreement
  return (
    <PageHeader
      back={
        <Anchor component={Link} to={paths.agreements}>
          {words('title')}
        </Anchor>
      }
      title={
        <>
          {heading}
          <AgreementMark state={state} />
        </>
      }
      text={
        <>
          {words('number', { number })}
          {' · '}
          {coverWords(`settlement_${settlement}`)}
          {' · '}
          <Anchor component={Link} to={paths.customer(customer.id)}>
            {customer.name}
          </Anchor>
        </>
      }
      actions={<AgreementActions agreement={agreement}>{mainAction}</AgreementActions>}
    />
  )
}
