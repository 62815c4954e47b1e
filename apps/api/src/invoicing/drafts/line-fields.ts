import { percentText } from '@timedesk/domain/money/decimal'
import { priceText } from '../../platform/read-rate.ts'
import type { StoredLine } from '../stored-invoice.ts'

/** What the log tells of a line. */
export function shownLine(line: StoredLine, currency: string) {
  const { text, description, quantity, unitPrice, allowance, net, vatCategory, vatRate, period, position } = line
  return {
    ...{ text, description, quantity },
    unitPrice: priceText(unitPrice, currency),
    allowance: priceText(allowance, currency),
    net: priceText(net, currency),
    vatCategory,
    vatRate: percentText(vatRate),
    period: period === null ? null : `${period.from} – ${period.to}`,
    position,
  }
}
