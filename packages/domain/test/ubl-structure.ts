/// <reference lib="dom" />
/**
 * The part of UBL 2.1 that invoices use, told anew from the standard: what an element may hold, in which order and how
 * often (`?` at most once, `*` any number of times, `+` at least once, else exactly once), and the form of each value.
 */
const NAMESPACES: Readonly<Record<string, string>> = {
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
}
const DOCUMENT_NAMESPACE = 'urn:oasis:names:specification:ubl:schema:xsd:'

const PARTIES = `cac:AccountingSupplierParty cac:AccountingCustomerParty cac:PayeeParty? cac:Delivery* cac:PaymentMeans*
  cac:PaymentTerms* cac:AllowanceCharge* cac:TaxTotal* cac:LegalMonetaryTotal`
const LINE_PARTS = `cbc:LineExtensionAmount cbc:AccountingCost? cac:InvoicePeriod* cac:AllowanceCharge* cac:Item cac:Price?`
const CATEGORY = 'cbc:ID? cbc:Name? cbc:Percent? cbc:TaxExemptionReasonCode? cbc:TaxExemptionReason* cac:TaxScheme'

const AGGREGATES: Readonly<Record<string, string>> = {
  Invoice: `cbc:UBLVersionID? cbc:CustomizationID? cbc:ProfileID? cbc:ID cbc:UUID? cbc:IssueDate cbc:DueDate?
    cbc:InvoiceTypeCode? cbc:Note* cbc:TaxPointDate? cbc:DocumentCurrencyCode? cbc:TaxCurrencyCode?
    cbc:BuyerReference? cac:InvoicePeriod* cac:OrderReference? cac:BillingReference* cac:ContractDocumentReference*
    cac:AdditionalDocumentReference* ${PARTIES} cac:InvoiceLine+`,
  CreditNote: `cbc:UBLVersionID? cbc:CustomizationID? cbc:ProfileID? cbc:ID cbc:UUID? cbc:IssueDate cbc:TaxPointDate?
    cbc:CreditNoteTypeCode? cbc:Note* cbc:DocumentCurrencyCode? cbc:TaxCurrencyCode? cbc:BuyerReference?
    cac:InvoicePeriod* cac:OrderReference? cac:BillingReference* cac:ContractDocumentReference*
    cac:AdditionalDocumentReference* ${PARTIES} cac:CreditNoteLine+`,
  InvoicePeriod: 'cbc:StartDate? cbc:EndDate?',
  OrderReference: 'cbc:ID',
  BillingReference: 'cac:InvoiceDocumentReference?',
  InvoiceDocumentReference: 'cbc:ID cbc:IssueDate?',
  ContractDocumentReference: 'cbc:ID',
  AccountingSupplierParty: 'cac:Party?',
  AccountingCustomerParty: 'cac:Party?',
  Party: `cbc:EndpointID? cac:PartyIdentification* cac:PartyName* cac:PostalAddress? cac:PartyTaxScheme*
    cac:PartyLegalEntity* cac:Contact?`,
  PartyName: 'cbc:Name',
  PostalAddress: `cbc:StreetName? cbc:AdditionalStreetName? cbc:CityName? cbc:PostalZone? cbc:CountrySubentity?
    cac:AddressLine* cac:Country?`,
  AddressLine: 'cbc:Line',
  Country: 'cbc:IdentificationCode?',
  PartyTaxScheme: 'cbc:CompanyID? cac:TaxScheme',
  TaxScheme: 'cbc:ID?',
  PartyLegalEntity: 'cbc:RegistrationName? cbc:CompanyID?',
  Contact: 'cbc:Name? cbc:Telephone? cbc:ElectronicMail?',
  PaymentMeans: 'cbc:PaymentMeansCode cbc:PaymentDueDate? cbc:PaymentID* cac:PayeeFinancialAccount?',
  PayeeFinancialAccount: 'cbc:ID? cbc:Name? cac:FinancialInstitutionBranch?',
  FinancialInstitutionBranch: 'cbc:ID?',
  PaymentTerms: 'cbc:Note*',
  AllowanceCharge: `cbc:ChargeIndicator cbc:AllowanceChargeReasonCode? cbc:AllowanceChargeReason*
    cbc:MultiplierFactorNumeric? cbc:Amount cbc:BaseAmount? cac:TaxCategory*`,
  TaxTotal: 'cbc:TaxAmount cac:TaxSubtotal*',
  TaxSubtotal: 'cbc:TaxableAmount? cbc:TaxAmount cac:TaxCategory',
  TaxCategory: CATEGORY,
  ClassifiedTaxCategory: CATEGORY,
  LegalMonetaryTotal: `cbc:LineExtensionAmount? cbc:TaxExclusiveAmount? cbc:TaxInclusiveAmount?
    cbc:AllowanceTotalAmount? cbc:ChargeTotalAmount? cbc:PrepaidAmount? cbc:PayableRoundingAmount? cbc:PayableAmount`,
  InvoiceLine: `cbc:ID cbc:Note* cbc:InvoicedQuantity? ${LINE_PARTS}`,
  CreditNoteLine: `cbc:ID cbc:Note* cbc:CreditedQuantity? ${LINE_PARTS}`,
  Item: 'cbc:Description* cbc:Name? cac:ClassifiedTaxCategory*',
  Price: 'cbc:PriceAmount cbc:BaseQuantity?',
}

const DECIMAL = /^-?\d+(\.\d+)?$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** By the end of the name: the form of the value, and an attribute that it has to have. */
const VALUES: readonly [ending: RegExp, form: RegExp, attribute: string | null][] = [
  [/Amount$/, DECIMAL, 'currencyID'],
  [/Quantity$/, DECIMAL, 'unitCode'],
  [/Date$/, DAY, null],
  [/Indicator$/, /^(true|false)$/, null],
  [/(Percent|Numeric)$/, DECIMAL, null],
  [/Code$/, /^\S+$/, null],
]

/** Where a document departs from the standard, as sentences; none when it is valid. */
export function structureFaults(xml: string): string[] {
  const parsed = new DOMParser().parseFromString(xml, 'application/xml')
  const error = parsed.querySelector('parsererror')
  if (error !== null) return [`not well-formed: ${error.textContent}`]
  const root = parsed.documentElement
  const isDocument = root.namespaceURI === `${DOCUMENT_NAMESPACE}${root.localName}-2` && root.prefix === null
  return isDocument ? aggregateFaults(root) : [`${root.nodeName} is no UBL document`]
}

function aggregateFaults(element: Element): string[] {
  const model = AGGREGATES[element.localName]
  if (model === undefined) return [`${element.nodeName} is unknown`]
  const children = [...element.children]
  const names = children.map(nameOf)
  const allowed = new RegExp(`^${model.trim().split(/\s+/).map(particle).join('')}$`)
  return [
    ...(names.length === 0 ? [`${element.nodeName} is empty`] : []),
    ...(allowed.test(names.map((name) => `<${name}>`).join(''))
      ? []
      : [`${element.nodeName} holds ${names.join(' ')}`]),
    ...children.flatMap((child) => (nameOf(child).startsWith('cac:') ? aggregateFaults(child) : valueFaults(child))),
  ]
}

function particle(text: string): string {
  const [, name = '', count = ''] = /^([\w:]+)([?*+]?)$/.exec(text) ?? []
  return `(<${name}>)${count}`
}

/** The name by its namespace, whatever prefix the document has for it. */
function nameOf({ namespaceURI, localName }: Element): string {
  const known = Object.entries(NAMESPACES).find(([, uri]) => uri === namespaceURI)
  return `${known?.[0] ?? 'unknown'}:${localName}`
}

function valueFaults(element: Element): string[] {
  const text = element.textContent
  const rules = VALUES.filter(([ending]) => ending.test(element.localName))
  return [
    ...(element.children.length > 0 ? [`${element.nodeName} is not a value`] : []),
    ...(text.trim() === '' ? [`${element.nodeName} is empty`] : []),
    ...rules.flatMap(([, form, attribute]) => [
      ...(form.test(text) ? [] : [`${element.nodeName} is ${text}`]),
      ...(attribute === null || element.hasAttribute(attribute) ? [] : [`${element.nodeName} lacks ${attribute}`]),
    ]),
  ]
}
