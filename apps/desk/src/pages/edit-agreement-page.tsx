import { Anchor } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Agreement } from '@timedesk/contracts/agreements'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link, useNavigate } from 'react-router'

import { AgreementFace } from '../features/agreements/agreement-face.tsx'
import { EditAgreementForm } from '../features/agreements/edit-agreement-form.tsx'
import { useAgreementWords } from '../features/agreements/use-agreement-words.ts'
import { planQueries } from '../features/subscriptions/queries.ts'
import { voucherQueries } from '../features/vouchers/queries.ts'
import { useCoverWords } from '../shared/cover/use-cover-words.ts'
import { paths } from '../shared/paths.ts'
import { lineOf } from '../shared/terms/line-draft.ts'
import { emptyLot, lotOf } from '../shared/terms/lot-draft.ts'

/** The terms of an agreement as a form. */
export function Component() {
  return <AgreementFace>{(agreement) => <Screen agreement={agreement} />}</AgreementFace>
}

/** The preview counts with what was sold under it last. */
function Screen({ agreement }: { agreement: Agreement }) {
  const words = useAgreementWords()
  const coverWords = useCoverWords()
  const navigate = useNavigate()
  const { id, heading, settlement } = agreement
  const vouchers = useInfiniteQuery({
    ...voucherQueries.list({ agreementId: id }),
    enabled: settlement === 'voucher',
  })
  const lines = useQuery({ ...planQueries.lines(id), enabled: settlement === 'subscription' })
  const latest = vouchers.data?.pages[0]?.data[0]
  const bought = {
    lot: latest === undefined ? emptyLot : lotOf(latest),
    lines: (lines.data ?? []).filter(({ isActive }) => isActive).map(lineOf),
  }
  return (
    <>
      <PageHeader
        back={
          <Anchor component={Link} to={paths.agreement(id)}>
            {heading}
          </Anchor>
        }
        title={words('editTitle', { name: heading })}
        text={words('editText', { settlement: coverWords(`settlement_${settlement}`) })}
      />
      <EditAgreementForm
        agreement={agreement}
        bought={bought}
        onSaved={() => void navigate(paths.agreement(id), { replace: true })}
      />
    </>
  )
}
