import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Agreement } from '@timedesk/contracts/agreements'
import { useState } from 'react'

import { AgreementBalance } from '../features/agreements/agreement-balance.tsx'
import { AgreementFace } from '../features/agreements/agreement-face.tsx'
import { AgreementFacts } from '../features/agreements/agreement-facts.tsx'
import { AgreementHead } from '../features/agreements/agreement-head.tsx'
import { AgreementNotes, AgreementWarnings } from '../features/agreements/agreement-notes.tsx'
import { AgreementTabs } from '../features/agreements/agreement-tabs.tsx'
import { AddLineDialog } from '../features/subscriptions/add-line-dialog.tsx'
import { PlanPanel } from '../features/subscriptions/plan-panel.tsx'
import { usePlanWords } from '../features/subscriptions/use-plan-words.ts'
import { SellVoucherDialog } from '../features/vouchers/sell-voucher-dialog.tsx'
import { useVoucherWords } from '../features/vouchers/use-voucher-words.ts'
import { VoucherPanel } from '../features/vouchers/voucher-panel.tsx'

/** An agreement with everything that belongs to it. */
export function Component() {
  return <AgreementFace>{(agreement) => <Screen agreement={agreement} />}</AgreementFace>
}

function Screen({ agreement }: { agreement: Agreement }) {
  const { id, settlement, can } = agreement
  return (
    <>
      <AgreementHead agreement={agreement} mainAction={<SellButton agreement={agreement} />} />
      <AgreementNotes agreement={agreement} />
      <div className="desk-columns" data-narrow>
        <div>
          <AgreementTabs
            agreement={agreement}
            sold={
              settlement === 'voucher' ? (
                <VoucherPanel agreementId={id} />
              ) : (
                <PlanPanel agreementId={id} mayEdit={can.edit} />
              )
            }
          />
        </div>
        <div>
          <AgreementBalance agreement={agreement} />
          <AgreementWarnings agreement={agreement} />
          <AgreementFacts agreement={agreement} />
        </div>
      </div>
    </>
  )
}

/** What is sold under it: a voucher, or another line of its plan. */
function SellButton({ agreement }: { agreement: Agreement }) {
  const voucherWords = useVoucherWords()
  const planWords = usePlanWords()
  const [isOpen, setIsOpen] = useState(false)
  const { sellVoucher, addLine } = agreement.can
  if (!sellVoucher && !addLine) return null
  const close = () => setIsOpen(false)
  return (
    <>
      <Button leftSection={<IconPlus size={16} />} onClick={() => setIsOpen(true)}>
        {sellVoucher ? voucherWords('sell') : planWords('addLine')}
      </Button>
      {isOpen && sellVoucher && <SellVoucherDialog agreement={agreement} onClose={close} />}
      {isOpen && !sellVoucher && <AddLineDialog agreement={agreement} onClose={close} />}
    </>
  )
}
