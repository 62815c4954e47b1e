import type { Voucher } from '@timedesk/contracts/vouchers'
import { useFormat } from '@timedesk/ui/format'

import { useCoverWords } from '../../shared/cover/use-cover-words.ts'
import { isZero } from '../../shared/money.ts'
import { Facts, type Fact } from '../../shared/panels/facts.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { useVoucherWords } from './use-voucher-words.ts'

/** What was paid, earned and is owed, and how the voucher was sold. */
export function VoucherFacts({ voucher }: { voucher: Voucher }) {
  const words = useVoucherWords()
  const format = useFormat()
  const { price, unitPrice, unit, recognised, liability, credited } = voucher
  const facts: Fact[] = [
    { label: words('price'), value: format.money(price) },
    ...(unitPrice === null || unit === 'money'
      ? []
      : [{ label: words(`unitPrice_${unit}`), value: format.money(unitPrice) }]),
    { label: words('recognised'), value: format.money(recognised) },
    { label: words('liability'), value: format.money(liability) },
    ...(isZero(credited) ? [] : [{ label: words('credited'), value: format.money(credited) }]),
  ]
  return (
    <>
      <Panel title={words('money')}>
        <Facts facts={facts} />
      </Panel>
      <Panel title={words('facts')}>
        <Facts facts={useSaleFacts(voucher)} />
      </Panel>
    </>
  )
}

function useSaleFacts({ soldOn, validFrom, expiresOn, activateOn, vatTiming, remarks, state }: Voucher): Fact[] {
  const words = useVoucherWords()
  const coverWords = useCoverWords()
  const format = useFormat()
  return [
    { label: words('soldOn'), value: format.workDate(soldOn) },
    {
      label: words('usable'),
      value: `${format.workDate(validFrom)} – ${expiresOn === null ? coverWords('noEnd') : format.workDate(expiresOn)}`,
    },
    ...(state === 'ordered' ? [{ label: words('activateOn'), value: words(`activate_${activateOn}`) }] : []),
    { label: words('vat'), value: words(`vat_${vatTiming}`) },
    ...(remarks === '' ? [] : [{ label: words('remarks'), value: remarks }]),
  ]
}
