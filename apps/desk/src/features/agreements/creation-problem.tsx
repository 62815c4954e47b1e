import { Alert, Anchor } from '@mantine/core'
import type { Settlement } from '@timedesk/contracts/agreements'
import { Link } from 'react-router'

import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { paths } from '../../shared/paths.ts'
import { lineNames } from '../../shared/terms/line-fields.tsx'
import { lotNames } from '../../shared/terms/lot-fields.tsx'
import { useAgreementWords } from './use-agreement-words.ts'
import type { useCreateAgreement } from './use-create-agreement.ts'

type CreationProblemProps = {
  creation: ReturnType<typeof useCreateAgreement>
  /** The fields of the terms, which tell their problems themselves. */
  names: readonly string[]
  settlement: Settlement
}

/** Why an agreement is not made, or not all that belongs to it; then it says what is done. */
export function CreationProblem({ creation, names, settlement }: CreationProblemProps) {
  const words = useAgreementWords()
  const { agreement, error } = creation
  if (error === null) return null
  if (agreement === null) return <FormProblem error={error} names={names} />
  return (
    <>
      <Alert color="fjord" mb="sm" title={words('createdPart', { name: agreement.heading })}>
        {words('createdPartText')}{' '}
        <Anchor component={Link} to={paths.agreement(agreement.id)} size="sm">
          {words('openIt')}
        </Anchor>
      </Alert>
      <FormProblem error={error} names={settlement === 'voucher' ? lotNames : lineNames} />
    </>
  )
}
