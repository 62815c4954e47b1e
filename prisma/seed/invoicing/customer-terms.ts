import type { CustomerRow } from '../customer-rows.ts'
import type { DemoTerms } from '../invoicing-shape.ts'

/** Whom a customer wants named on invoices, and what else of its terms is not as usual. */
type Own = { to: string } & Partial<DemoTerms>

const own = {
  nordlys: { to: 'Anna Berg', paymentTermsDays: 30, invoiceGrouping: 'agreement' },
  balticshipping: { to: 'Katarina Nilsen', paymentTermsDays: 30, invoiceGrouping: 'case' },
  havtorn: { to: 'Freja Lindegaard' },
  granit: { to: 'Sigrid Aagaard', discountBasisPoints: 500 },
  sundby: { to: 'Malthe Iversen', paymentTermsDays: 30 },
  ostersjo: {
    to: 'Annika Sjöberg',
    vatTreatment: 'reverse_charge',
    ...{ cvr: '559214-8307', vatId: 'SE559214830701', endpointScheme: '0007', endpointId: '5592148307' },
  },
  fjellheim: {
    to: 'Ingrid Solberg',
    vatTreatment: 'export',
    ...{ cvr: '918740252', vatId: 'NO918740252MVA', endpointScheme: '0192', endpointId: '918740252' },
  },
  kallio: {
    to: 'Aino Laine',
    vatTreatment: 'reverse_charge',
    ...{ cvr: '2781940-3', vatId: 'FI27819403', endpointScheme: '0216', endpointId: '003727819403' },
  },
  lyngby: { to: 'Simon Boje', paymentTermsDays: 30, invoiceDetail: 'entry' },
  vindrose: { to: 'Nina Falk' },
  skagerrak: { to: 'Bo Thygesen', invoiceEmail: '' },
  polar: { to: 'Tine Mark', paymentTermsDays: 45, projectsApart: true },
  tidevand: { to: 'Kasper Vilhelm' },
  aurora: { to: 'Emma Gray' },
  moellegaarden: { to: 'Hanne Møller', paymentTermsDays: 8 },
  jysktag: { to: 'Lis Jepsen' },
  klinikken: { to: 'Mona Elkjær' },
  sydfyn: { to: 'Pia Nørskov', paymentTermsDays: 30, endpointScheme: '0088', endpointId: '5790007421018' },
  elmotor: { to: 'Susanne Krogh' },
  groenhave: { to: 'Jytte Grøn', paymentTermsDays: 8 },
  advokathuset: { to: 'Charlotte Brandt' },
  roskildevvs: { to: 'Bente Sørensen', showsInvoices: false },
  hansenlund: { to: 'Niels Lund', paymentTermsDays: 8 },
  bornholm: { to: 'Ole Dam' },
  vadehav: { to: 'Dorthe Juhl', paymentTermsDays: 30, endpointScheme: '0088', endpointId: '5790007421186' },
} as const satisfies Record<string, Own>

/** How a customer is invoiced; `index` is its place among all of them. */
export function termsOf(key: keyof typeof own, { language }: CustomerRow, index: number): DemoTerms {
  const { to, ...special }: Own = own[key]
  const cvr = String(10_000_000 + (((index + 3) * 3_481_207) % 89_999_999))
  const mailbox = language === 'da' ? 'faktura' : 'invoices'
  return {
    cvr,
    vatId: `DK${cvr}`,
    endpointScheme: '0184',
    endpointId: cvr,
    invoiceEmail: `${mailbox}@${key}.example`,
    buyerReference: to,
    paymentTermsDays: null,
    vatTreatment: 'domestic',
    invoiceGrouping: 'customer',
    invoiceDetail: 'case',
    projectsApart: false,
    discountBasisPoints: 0,
    showsInvoices: true,
    ...special,
  }
}
