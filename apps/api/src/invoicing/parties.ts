import type { InvoiceDocument } from '@timedesk/domain/invoicing/document'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** Both parties of a document (BG-4, BG-7). */
export type Parties = Pick<InvoiceDocument, 'seller' | 'buyer'>

/** The scheme of ISO 6523 for Danish CVR numbers (DK-R-014). */
const CVR_SCHEME = '0184'

/**
 * Who sells to a customer, as they are now: of what nobody said, a Danish company's number is its VAT number and its
 * address in Peppol too.
 */
export async function readParties(reader: Reader, customerId: string): Promise<Parties> {
  const [row] = await reader.rows<Parties>(Prisma.sql`SELECT
      json_build_object('name', co.name, 'address', co.address, 'postalCode', co.postal_code, 'city', co.city, 'countryCode', co.country_code,
        'cvr', coalesce(co.cvr, ''), 'vatId', coalesce(co.vat_id, ''), 'endpointScheme', s.endpoint_scheme, 'endpointId', s.endpoint_id,
        'contactName', '', 'email', s.email, 'phone', s.phone,
        'account', json_build_object('iban', s.iban, 'bic', s.bic, 'bankRegistration', s.bank_registration, 'bankAccount', s.bank_account)) AS seller,
      json_build_object('name', cu.name, 'address', cu.address, 'postalCode', cu.postal_code, 'city', cu.city, 'countryCode', cu.country_code,
        'cvr', cu.cvr, 'vatId', coalesce(cu.vat_id, ''), 'endpointScheme', cu.endpoint_scheme, 'endpointId', cu.endpoint_id,
        'contactName', '', 'email', cu.invoice_email, 'phone', cu.phone) AS buyer
    FROM company co CROSS JOIN invoicing_settings s CROSS JOIN customer cu WHERE cu.id = ${customerId}::uuid`)
  if (row === undefined) throw new Error('The customer of the document is gone')
  return { seller: withDefaults(row.seller), buyer: withDefaults(row.buyer) }
}

function withDefaults<Who extends Parties['buyer']>(party: Who): Who {
  const { countryCode, cvr, vatId, endpointId } = party
  if (countryCode !== 'DK' || cvr === '') return party
  return {
    ...party,
    ...(vatId === '' && { vatId: `DK${cvr}` }),
    ...(endpointId === '' && { endpointScheme: CVR_SCHEME, endpointId: cvr }),
  }
}
