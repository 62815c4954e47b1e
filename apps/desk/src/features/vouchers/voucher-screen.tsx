import { Anchor } from '@mantine/core'
import type { Voucher } from '@timedesk/contracts/vouchers'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link } from 'react-router'

import { VoucherMark } from '../../shared/cover/cover-marks.tsx'
import { LedgerTable } from '../../shared/ledger/ledger-table.tsx'
import { Statement } from '../../shared/ledger/statement.tsx'
import { useLedgerWords } from '../../shared/ledger/use-ledger-words.ts'
import { Panel } from '../../shared/panels/panel.tsx'
import { paths } from '../../shared/paths.ts'
import { useVoucherWords } from './use-voucher-words.ts'
import { VoucherActions } from './voucher-actions.tsx'
import { VoucherFacts } from './voucher-facts.tsx'
import { VoucherUse } from './voucher-use.tsx'

/** A voucher: what is left, what it earned, every movement, and what may be done with it. */
export function VoucherScreen({ voucher }: { voucher: Voucher }) {
  const words = useVoucherWords()
  const ledgerWords = useLedgerWords()
  const { id, name, state, agreement, customer, unit, price } = voucher
  const units = { unit, currency: price.currency }
  return (
    <>
      <PageHeader
        back={
          <Anchor component={Link} to={paths.vouchers}>
            {words('title')}
          </Anchor>
        }
        title={
          <>
            {name}
            <VoucherMark state={state} />
          </>
        }
        text={
          <>
            <Anchor component={Link} to={paths.customer(customer.id)}>
              {customer.name}
            </Anchor>
            {' · '}
            <Anchor component={Link} to={paths.agreement(agreement.id)}>
              {agreement.name}
            </Anchor>
          </>
        }
        actions={<VoucherActions voucher={voucher} />}
      />
      <div className="desk-columns" data-narrow>
        <div>
          <VoucherUse voucher={voucher} />
          <Panel title={ledgerWords('ledger')}>
            <LedgerTable poolId={id} units={units} withMoney />
          </Panel>
        </div>
        <div>
          <VoucherFacts voucher={voucher} />
          <Panel title={ledgerWords('statement')}>
            <Statement poolId={id} name={name} units={units} withMoney />
          </Panel>
        </div>
      </div>
    </>
  )
}
