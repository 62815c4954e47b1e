import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { LoadingState } from '@timedesk/ui/loading-state'
import { PageHeader } from '@timedesk/ui/page-header'
import { RefusedState } from '@timedesk/ui/refused-state'
import { Link, useNavigate, useSearchParams } from 'react-router'

import { AgreementEditor } from '../features/agreements/agreement-editor.tsx'
import { useAgreementWords } from '../features/agreements/use-agreement-words.ts'
import { useTell } from '../shared/deeds/use-tell.ts'
import { paths } from '../shared/paths.ts'
import { useTroubleWords } from '../shared/problems/use-problem.ts'
import { useMay } from '../shared/session/use-me.ts'
import { groundQueries } from '../shared/terms/preview/use-ground.ts'

/** A new agreement; `?customer=` names the customer it is with. */
export function Component() {
  const words = useAgreementWords()
  const troubleWords = useTroubleWords()
  const tell = useTell()
  const navigate = useNavigate()
  const mayWrite = useMay()('agreement:write')
  const [search] = useSearchParams()
  const customerId = search.get('customer')
  const customer = useQuery({ ...groundQueries.customer(customerId ?? ''), enabled: customerId !== null })
  if (!mayWrite) return <RefusedState permission="agreement:write" grantedBy={troubleWords('administrator')} />
  if (customer.isLoading) return <LoadingState rows={10} />
  return (
    <>
      <PageHeader
        back={
          <Anchor component={Link} to={paths.agreements}>
            {words('title')}
          </Anchor>
        }
        title={words('createTitle')}
        text={customer.data?.name ?? words('createText')}
      />
      <AgreementEditor
        customer={customer.data === undefined ? null : { id: customer.data.id, name: customer.data.name }}
        onCreated={({ id, heading: name }) => {
          tell(words('created', { name })).onSuccess()
          void navigate(paths.agreement(id), { replace: true })
        }}
      />
    </>
  )
}
