import type { InvoiceKind } from '@timedesk/contracts/invoice'
import type { Money } from '@timedesk/contracts/primitives'
import { amountText } from '@timedesk/domain/money/money'

import { minorOf } from '../money.ts'

/** An amount as it counts among others: what a credit note gives back is negative. */
export function signedMoney(kind: InvoiceKind, money: Money): Money {
  if (kind === 'invoice' || minorOf(money) === 0) return money
  return { ...money, amount: amountText(-minorOf(money)) }
}
