import type { Voucher } from '@timedesk/contracts/vouchers'
import { useFormat } from '@timedesk/ui/format'

import { useUnits } from '../../shared/cover/use-units.ts'
import { Panel } from '../../shared/panels/panel.tsx'
import { useVoucherWords } from './use-voucher-words.ts'
import './voucher.css'

const PERCENT = 100
const PARTS = ['used', 'pending', 'expired', 'available'] as const

/** How a voucher is used: a bar of its parts, the same in figures, and when it runs out. */
export function VoucherUse({ voucher }: { voucher: Voucher }) {
  const words = useVoucherWords()
  const format = useFormat()
  const wording = useUnits()
  const { name, unit, price, granted } = voucher
  const units = { unit, currency: price.currency }
  const whole = Math.max(
    1,
    PARTS.reduce((sum, part) => sum + voucher[part], 0),
  )
  const percent = format.percent(Math.round(((whole - voucher.available) * PERCENT) / whole))
  return (
    <Panel title={words('balance')}>
      <p className="desk-voucher-lead td-number">
        <strong>{wording.left(voucher.available, granted, units)}</strong>{' '}
        <span className="desk-quiet">{words('share', { percent })}</span>
      </p>
      <div className="desk-voucher-bar" role="img" aria-label={words('bar', { name })}>
        {PARTS.map((part) => (
          <span key={part} data-part={part} style={{ flexGrow: voucher[part] / whole }} />
        ))}
      </div>
      <dl className="desk-voucher-parts">
        <div>
          <dt>{words('granted')}</dt>
          <dd>{wording.long(granted, units)}</dd>
        </div>
        {PARTS.filter((part) => part === 'used' || part === 'available' || voucher[part] > 0).map((part) => (
          <div key={part}>
            <dt>
              <span className="desk-voucher-key" data-part={part} aria-hidden="true" /> {words(part)}
            </dt>
            <dd>{wording.long(voucher[part], units)}</dd>
          </div>
        ))}
      </dl>
      <p className="desk-voucher-forecast">{useForecast(voucher)}</p>
    </Panel>
  )
}

function useForecast({ available, burnPerWeek, emptyOn, expiresOn, unit, price }: Voucher): string {
  const words = useVoucherWords()
  const format = useFormat()
  const wording = useUnits()
  if (available === 0) return words('forecastEmpty')
  if (emptyOn === null) return words('forecastNone')
  const burn = wording.long(burnPerWeek, { unit, currency: price.currency })
  return expiresOn !== null && expiresOn < emptyOn
    ? words('forecastExpiry', { burn, day: format.workDate(expiresOn) })
    : words('forecast', { burn, day: format.workDate(emptyOn) })
}
