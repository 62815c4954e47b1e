import type { DocumentProblem, InvoiceDocument, Party, VatCategoryCode } from './document.ts'
import { errorIf, warnIf } from './document-problems.ts'
import { EU_COUNTRIES, isCountryCode, isCvr, isEndpoint, isVatId } from './identifiers.ts'

/** Categories that a seller without a VAT id cannot charge (BR-S-02, BR-Z-02, BR-E-02, BR-AE-02, BR-G-02). */
const NAMING_SELLER: readonly VatCategoryCode[] = ['S', 'Z', 'E', 'AE', 'G']

/** Who sells and who buys: names, addresses, company and VAT numbers, and what Peppol needs to deliver (R60, R61, R63, R65, R69, R71). */
export function checkParties(document: InvoiceDocument): DocumentProblem[] {
  return [...checkSeller(document), ...checkBuyer(document), ...checkDelivery(document)]
}

function checkSeller({ seller, lines }: InvoiceDocument): DocumentProblem[] {
  const isTaxed = lines.some(({ vatCategory }) => NAMING_SELLER.includes(vatCategory))
  const isDanish = seller.countryCode === 'DK'
  return [
    ...errorIf(seller.name.trim() === '', {
      ...{ rule: 'BR-06', code: 'seller_name_missing', pointer: '/seller/name' },
      message: 'Give the name of your company in the settings.',
    }),
    ...errorIf(hasNoAddress(seller), {
      ...{ rule: 'DK-58-1-5', code: 'seller_address_missing', pointer: '/seller/address' },
      message: 'Give the address of your company in the settings.',
    }),
    ...warnIf(!hasNoAddress(seller) && hasNoPlace(seller), {
      ...{ rule: 'DK-58-1-5', code: 'seller_city_missing', pointer: '/seller/city' },
      message: 'Give the postal code and city of your company in the settings.',
    }),
    ...errorIf(!isCountryCode(seller.countryCode), {
      ...{ rule: 'BR-09', code: 'seller_country_missing', pointer: '/seller/countryCode' },
      message: 'Give the country of your company in the settings.',
    }),
    ...errorIf(isDanish && seller.cvr === '', {
      ...{ rule: 'DK-R-014', code: 'seller_cvr_missing', pointer: '/seller/cvr' },
      message: 'Give the CVR number of your company in the settings.',
    }),
    ...errorIf(seller.cvr !== '' && !isCvr(seller.cvr), {
      ...{ rule: 'DK-R-014', code: 'seller_cvr_invalid', pointer: '/seller/cvr' },
      message: 'Mend the CVR number of your company in the settings: it has eight digits.',
    }),
    ...errorIf(isTaxed && seller.vatId === '', {
      ...{ rule: 'BR-S-02', code: 'seller_vat_id_missing', pointer: '/seller/vatId' },
      message: 'Give the VAT number of your company in the settings.',
    }),
    ...errorIf(seller.vatId !== '' && !isVatId(seller.vatId, seller.countryCode), {
      ...{ rule: 'BR-CO-09', code: 'seller_vat_id_invalid', pointer: '/seller/vatId' },
      message: 'Mend the VAT number of your company in the settings: it starts with the country, such as DK12345678.',
    }),
  ]
}

function checkBuyer({ buyer, seller, lines }: InvoiceDocument): DocumentProblem[] {
  const has = (category: VatCategoryCode) => lines.some(({ vatCategory }) => vatCategory === category)
  return [
    ...errorIf(buyer.name.trim() === '', {
      ...{ rule: 'BR-07', code: 'buyer_name_missing', pointer: '/buyer/name' },
      message: 'Give the name of the customer.',
    }),
    ...errorIf(hasNoAddress(buyer), {
      ...{ rule: 'DK-58-1-5', code: 'buyer_address_missing', pointer: '/buyer/address' },
      message: 'Give the address of the customer.',
    }),
    ...warnIf(!hasNoAddress(buyer) && hasNoPlace(buyer), {
      ...{ rule: 'DK-58-1-5', code: 'buyer_city_missing', pointer: '/buyer/city' },
      message: 'Give the postal code and city of the customer.',
    }),
    ...errorIf(!isCountryCode(buyer.countryCode), {
      ...{ rule: 'BR-11', code: 'buyer_country_missing', pointer: '/buyer/countryCode' },
      message: 'Give the country of the customer.',
    }),
    ...errorIf(buyer.cvr !== '' && buyer.countryCode === 'DK' && !isCvr(buyer.cvr), {
      ...{ rule: 'DK-R-014', code: 'buyer_cvr_invalid', pointer: '/buyer/cvr' },
      message: 'Mend the CVR number of the customer: it has eight digits.',
    }),
    ...errorIf(has('AE') && buyer.vatId === '', {
      ...{ rule: 'BR-AE-02', code: 'buyer_vat_id_missing', pointer: '/buyer/vatId' },
      message: 'Give the VAT number of the customer, who accounts for the VAT under reverse charge.',
    }),
    ...errorIf(buyer.vatId !== '' && !isVatId(buyer.vatId, buyer.countryCode), {
      ...{ rule: 'BR-CO-09', code: 'buyer_vat_id_invalid', pointer: '/buyer/vatId' },
      message: 'Mend the VAT number of the customer: it starts with the country, such as DE123456789.',
    }),
    ...errorIf(has('AE') && buyer.countryCode === seller.countryCode, {
      ...{ rule: 'reverse_charge', code: 'reverse_charge_domestic', pointer: '/buyer/countryCode' },
      message: 'Charge VAT, or mend the country: reverse charge is for customers in another country.',
    }),
    ...errorIf(has('G') && EU_COUNTRIES.includes(buyer.countryCode), {
      ...{ rule: 'export', code: 'export_within_eu', pointer: '/buyer/countryCode' },
      message: 'Change how the customer is taxed, or mend the country: exports leave the European Union.',
    }),
  ]
}

/** A customer with an electronic address is invoiced through Peppol. */
function checkDelivery({ buyer, seller, buyerReference, orderReference }: InvoiceDocument): DocumentProblem[] {
  const goesByPeppol = buyer.endpointId !== ''
  const hasOwn = seller.endpointId !== ''
  const reference = {
    rule: 'PEPPOL-EN16931-R003',
    code: 'buyer_reference_missing',
    pointer: '/buyerReference',
    message: 'Give the reference of the customer, or an order number: e-invoices need one of them.',
  } as const
  const isUnreferenced = buyerReference.trim() === '' && orderReference.trim() === ''
  return [
    ...errorIf(goesByPeppol && isUnreferenced, reference),
    ...warnIf(!goesByPeppol && isUnreferenced, reference),
    ...errorIf(goesByPeppol && !isEndpoint(buyer.endpointScheme, buyer.endpointId), {
      ...{ rule: 'PEPPOL-EN16931-R010', code: 'buyer_endpoint_invalid', pointer: '/buyer/endpointId' },
      message: 'Mend the electronic address of the customer: a GLN of 13 digits, or a CVR number of eight.',
    }),
    ...errorIf(goesByPeppol && !hasOwn, {
      ...{ rule: 'PEPPOL-EN16931-R020', code: 'seller_endpoint_missing', pointer: '/seller/endpointId' },
      message: 'Give the electronic address of your company in the settings: the customer is invoiced through Peppol.',
    }),
    ...errorIf(hasOwn && !isEndpoint(seller.endpointScheme, seller.endpointId), {
      ...{ rule: 'PEPPOL-EN16931-R020', code: 'seller_endpoint_invalid', pointer: '/seller/endpointId' },
      message: 'Mend the electronic address of your company in the settings.',
    }),
  ]
}

function hasNoAddress({ address, postalCode, city }: Party): boolean {
  return `${address}${postalCode}${city}`.trim() === ''
}

function hasNoPlace({ postalCode, city }: Party): boolean {
  return postalCode.trim() === '' || city.trim() === ''
}
