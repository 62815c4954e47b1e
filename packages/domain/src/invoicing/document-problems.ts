import type { DocumentProblem } from './document.ts'

/** All that `checkDocument` can find. */
export const documentProblemCodes = [
  'seller_name_missing',
  'seller_address_missing',
  'seller_city_missing',
  'seller_country_missing',
  'seller_cvr_missing',
  'seller_cvr_invalid',
  'seller_vat_id_missing',
  'seller_vat_id_invalid',
  'seller_endpoint_missing',
  'seller_endpoint_invalid',
  'buyer_name_missing',
  'buyer_address_missing',
  'buyer_city_missing',
  'buyer_country_missing',
  'buyer_cvr_invalid',
  'buyer_vat_id_missing',
  'buyer_vat_id_invalid',
  'buyer_endpoint_invalid',
  'buyer_reference_missing',
  'lines_missing',
  'line_text_missing',
  'line_quantity_not_whole',
  'line_price_negative',
  'line_price_not_whole',
  'line_base_quantity_invalid',
  'line_net_mismatch',
  'line_allowance_reason_missing',
  'line_period_reversed',
  'line_period_outside',
  'period_reversed',
  'vat_rate_missing',
  'vat_rate_not_zero',
  'outside_scope_mixed',
  'reverse_charge_domestic',
  'export_within_eu',
  'discount_invalid',
  'discount_reason_missing',
  'totals_do_not_add_up',
  'net_negative',
  'payable_negative',
  'currency_invalid',
  'exchange_rate_missing',
  'exchange_rate_invalid',
  'accounting_currency_same',
  'due_date_missing',
  'due_before_issue',
  'credit_without_original',
  'payment_account_missing',
  'iban_invalid',
  'bic_invalid',
  'bank_registration_invalid',
  'bank_account_invalid',
  'illegal_characters',
] as const
export type DocumentProblemCode = (typeof documentProblemCodes)[number]

type Facts = Pick<DocumentProblem, 'rule' | 'pointer' | 'message'> & { code: DocumentProblemCode }

/** The problem, if there is one, as what keeps the document from being posted. */
export function errorIf(isWrong: boolean, facts: Facts): DocumentProblem[] {
  return isWrong ? [{ ...facts, severity: 'error' }] : []
}

/** The problem, if there is one, as something to mend that keeps nothing back. */
export function warnIf(isWrong: boolean, facts: Facts): DocumentProblem[] {
  return isWrong ? [{ ...facts, severity: 'warning' }] : []
}
