import type { Party } from './document.ts'
import { cac, cbc, compact } from './ubl-element.ts'
import type { XmlPart } from './xml.ts'

/** ISO 6523 of Danish CVR numbers (DK-R-014). */
const CVR_SCHEME = '0184'

/**
 * A party with its electronic address where it has one (BT-34, BT-49). A document that is not subject to VAT names
 * nobody's VAT number (BR-O-02), which `showVatId` is for.
 */
export function partyElement(party: Party, { showVatId }: { showVatId: boolean }): XmlPart {
  return cac('Party', [
    endpoint(party),
    cac('PartyName', [cbc('Name', party.name)]),
    postalAddress(party),
    showVatId ? partyTaxScheme(party) : null,
    legalEntity(party),
    cac('Contact', [cbc('Name', party.contactName), cbc('Telephone', party.phone), cbc('ElectronicMail', party.email)]),
  ])
}

function endpoint({ endpointScheme, endpointId }: Party): XmlPart {
  // An address is nothing without its scheme (BR-62, BR-63).
  if (endpointScheme.trim() === '') return null
  return cbc('EndpointID', compact(endpointId), { schemeID: endpointScheme.trim() })
}

function postalAddress({ address, city, postalCode, countryCode }: Party): XmlPart {
  const [street = '', additional = '', ...more] = address
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return cac('PostalAddress', [
    cbc('StreetName', street),
    cbc('AdditionalStreetName', additional),
    cbc('CityName', city),
    cbc('PostalZone', postalCode),
    // The standard has one line more, and no further (BT-162).
    cac('AddressLine', [cbc('Line', more.join(', '))]),
    cac('Country', [cbc('IdentificationCode', countryCode)]),
  ])
}

function partyTaxScheme({ vatId }: Party): XmlPart {
  const companyId = cbc('CompanyID', compact(vatId))
  return companyId === null ? null : cac('PartyTaxScheme', [companyId, cac('TaxScheme', [cbc('ID', 'VAT')])])
}

function legalEntity({ name, cvr, countryCode }: Party): XmlPart {
  return cac('PartyLegalEntity', [
    cbc('RegistrationName', name),
    cbc('CompanyID', compact(cvr), countryCode === 'DK' ? { schemeID: CVR_SCHEME } : {}),
  ])
}
