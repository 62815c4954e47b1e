import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ServicePolicy } from '@timedesk/contracts/service-policies'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link, useNavigate, useParams } from 'react-router'

import { PolicyEditor } from '../features/service-policies/policy-editor.tsx'
import { policyQueries } from '../features/service-policies/queries.ts'
import { usePolicyWords } from '../features/service-policies/use-policy-words.ts'
import { useTell } from '../shared/deeds/use-tell.ts'
import { QueryFace } from '../shared/lists/query-face.tsx'
import { paths } from '../shared/paths.ts'

/** One service policy, or a new one. */
export function Component() {
  const { policyId } = useParams()
  return policyId === undefined ? <Screen policy={null} /> : <Stored policyId={policyId} />
}

function Stored({ policyId }: { policyId: string }) {
  return (
    <QueryFace query={useQuery(policyQueries.detail(policyId))}>{(policy) => <Screen policy={policy} />}</QueryFace>
  )
}

function Screen({ policy }: { policy: ServicePolicy | null }) {
  const words = usePolicyWords()
  const tell = useTell()
  const navigate = useNavigate()
  return (
    <>
      <PageHeader
        back={
          <Anchor component={Link} to={paths.servicePolicies}>
            {words('back')}
          </Anchor>
        }
        title={policy?.name ?? words('createTitle')}
      />
      <PolicyEditor
        key={policy?.id ?? 'new'}
        policy={policy}
        onSaved={() => tell(words('saved'), () => void navigate(paths.servicePolicies)).onSuccess()}
      />
    </>
  )
}
