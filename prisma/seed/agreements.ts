import { CUSTOMER_SINCE, customerId, customerRow } from './customers.ts'
import type { CustomerKey } from './customers.ts'
import { idOf } from './make-id.ts'
import type { DemoAgreement } from './shape.ts'
import { employeeId } from './staff.ts'

const FIRST_NUMBER = 31

/** Rate in kroner, increment and minimum in minutes, and perhaps the number of the customer's order. */
type Terms = [ratePerHour: number, incrementMinutes: number, minimumMinutes: number, poNumber?: string]

/** Skagerrak, Tidevand and Aurora have none: their time is settled by the customer's or the company's price. */
const terms: Partial<Record<CustomerKey, Terms>> = {
  nordlys: [950, 15, 15, 'NE-2231'],
  balticshipping: [1150, 30, 30, 'BSA-78810'],
  havtorn: [975, 15, 15],
  granit: [1050, 15, 30],
  sundby: [1100, 6, 12, 'SR-450118'],
  ostersjo: [1000, 15, 15],
  fjellheim: [1075, 30, 30],
  kallio: [1250, 15, 15],
  lyngby: [1125, 6, 6, 'LB-2024-19'],
  vindrose: [925, 15, 15],
  polar: [1200, 30, 30, 'PPL-9917'],
  moellegaarden: [850, 15, 15],
  jysktag: [900, 15, 15],
  klinikken: [950, 30, 30],
  sydfyn: [995, 15, 15, 'SV-1042'],
  elmotor: [875, 15, 30],
  groenhave: [850, 6, 6],
  advokathuset: [1250, 6, 12],
  roskildevvs: [895, 15, 15],
  hansenlund: [1050, 6, 6],
  bornholm: [850, 15, 15],
  vadehav: [850, 30, 30],
}

export const agreements: DemoAgreement[] = Object.entries(terms).map(
  ([key, [rate, incrementMinutes, minimumMinutes, poNumber]], index) => {
    const { language, manager } = customerRow(key as CustomerKey)
    return {
      id: idOf(`agreement ${key}`),
      number: FIRST_NUMBER + index,
      customerId: customerId(key as CustomerKey),
      heading: language === 'da' ? 'Support efter forbrugt tid' : 'Support by time spent',
      terms:
        language === 'da'
          ? `Hverdage 8–16. Afregnes pr. påbegyndt ${String(incrementMinutes)} minutter.`
          : `Weekdays 8–16. Settled by started ${String(incrementMinutes)} minutes.`,
      settlement: 'time_spent',
      state: 'active',
      validFrom: '2023-02-01',
      validTo: null,
      currency: 'DKK',
      ratePerHour: rate * 100,
      incrementMinutes,
      minimumMinutes,
      ownerId: employeeId(manager),
      poNumber: poNumber ?? '',
      createdAt: CUSTOMER_SINCE,
    }
  },
)
