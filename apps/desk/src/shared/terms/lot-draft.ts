import type { sellVoucher, Voucher } from '@timedesk/contracts/vouchers'
import type { z } from 'zod'

import { wireAmount } from '../forms/wire-rate.ts'
import { parseUnits, unitsText, type PrepaidUnit } from './prepaid-units.ts'

/** A voucher as it is sold; named as the fields of the request. */
export type LotDraft = {
  unit: PrepaidUnit
  /** As people write it: hours, cases or an amount. */
  quantity: string
  price: string
  validFrom: string
  expiresOn: string
  activateOn: 'sale' | 'posting' | 'payment'
  vatTiming: 'sale' | 'redemption'
  remarks: string
}

export const emptyLot: LotDraft = {
  ...{ unit: 'minutes', quantity: '', price: '', validFrom: '', expiresOn: '' },
  ...{ activateOn: 'sale', vatTiming: 'sale', remarks: '' },
}

/** What a voucher is sold as. What cannot be read goes as nothing, so that the API says what is wrong with it. */
export function wireLot(lot: LotDraft, currency: string): z.input<typeof sellVoucher.body> {
  const { unit, quantity, price, validFrom, expiresOn, activateOn, vatTiming, remarks } = lot
  return {
    ...{ unit, activateOn, vatTiming, remarks },
    quantity: parseUnits(quantity, unit) ?? 0,
    price: wireAmount(price, currency),
    ...(validFrom !== '' && { validFrom }),
    expiresOn: expiresOn === '' ? null : expiresOn,
  }
}

/** What a voucher was sold as, to be sold again. */
export function lotOf({ unit, quantity, price, activateOn, vatTiming }: Voucher): LotDraft {
  return { ...emptyLot, unit, quantity: unitsText(quantity, unit), price: price.amount, activateOn, vatTiming }
}
