import type { DocumentProblemCode } from '@timedesk/domain/invoicing/document-problems'

/** What keeps a document from being posted beside what its own content says. */
export type OwnProblemCode =
  | 'question_open'
  | 'item_held'
  | 'period_locked'
  | 'date_before_last'
  | 'date_in_future'
  | 'nothing_left'
  | 'amount_too_high'
  | 'total_too_high'
  | 'lines_beyond_credit'
  | 'terms_differ'
  | 'preceding_missing'
  | 'adjustment_reason_missing'

/** Problems of documents in plain words, by their code. */
export const documentProblemEnglish: Record<DocumentProblemCode | OwnProblemCode, string> = {
  seller_name_missing: 'Your company has no name in its details.',
  seller_address_missing: 'Your company has no address in its details.',
  seller_city_missing: 'Your company has no postal code and city in its details.',
  seller_country_missing: 'Your company has no country in its details.',
  seller_cvr_missing: 'Your company has no CVR number in its details.',
  seller_cvr_invalid: 'The CVR number of your company has to have eight digits.',
  seller_vat_id_missing: 'Your company has no VAT number in its details.',
  seller_vat_id_invalid: 'The VAT number of your company has to begin with its country, such as DK12345678.',
  seller_endpoint_missing: 'Your company has no address in Peppol, and the customer is invoiced through it.',
  seller_endpoint_invalid: 'The Peppol address of your company is not a valid one.',
  buyer_name_missing: 'The customer has no name.',
  buyer_address_missing: 'The customer has no address.',
  buyer_city_missing: 'The customer has no postal code and city.',
  buyer_country_missing: 'The customer has no country.',
  buyer_cvr_invalid: 'The CVR number of the customer has to have eight digits.',
  buyer_vat_id_missing: 'The customer has no VAT number. Under reverse charge it needs one.',
  buyer_vat_id_invalid: 'The VAT number of the customer has to begin with its country, such as DE123456789.',
  buyer_endpoint_invalid: 'The Peppol address of the customer is not valid: a GLN has 13 digits, a CVR number eight.',
  buyer_reference_missing: 'Give the buyer’s reference or an order number: e-invoices need one of them.',
  lines_missing: 'There is nothing to charge yet: add a line.',
  line_text_missing: 'A line has no text: say what it is for.',
  line_quantity_not_whole: 'The quantity of a line has to be whole; time is invoiced by the minute.',
  line_price_negative: 'The price of a line is below zero: take back with a negative quantity instead.',
  line_price_not_whole: 'The price of a line has more than two decimals.',
  line_base_quantity_invalid: 'The price of a line has to be for a positive quantity.',
  line_net_mismatch: 'Quantity and price of a line do not give its amount.',
  line_allowance_reason_missing: 'Say why a line costs more or less than its quantity and price give.',
  line_period_reversed: 'The period of a line ends before it starts.',
  line_period_outside: 'The period of a line is not within that of the document.',
  period_reversed: 'The period ends before it starts.',
  vat_rate_missing: 'A line with VAT has no rate: give the rate, or choose another category.',
  vat_rate_not_zero: 'A line without VAT has a rate: only the category VAT bears one.',
  outside_scope_mixed: 'What is outside of VAT has to be invoiced on a document of its own.',
  reverse_charge_domestic: 'Reverse charge is for customers in another country: charge VAT, or mend the country.',
  export_within_eu: 'The customer is in the EU, so this is no export.',
  discount_invalid: 'The discount has to be from 0 to 100 %.',
  discount_reason_missing: 'Say why there is a discount.',
  totals_do_not_add_up: 'The sums do not add up. Change a line, so that they are worked out again.',
  net_negative: 'The document charges less than nothing. Give money back with a credit note.',
  payable_negative: 'The total may not be below zero: take lines off.',
  currency_invalid: 'The currency has to have three letters.',
  exchange_rate_missing: 'Give the currency rate: the VAT has to be told in your own currency too.',
  exchange_rate_invalid: 'The currency rate has to be above zero.',
  accounting_currency_same: 'Take the currency rate off: the document is in your own currency.',
  due_date_missing: 'Give the day on which it is due.',
  due_before_issue: 'It would be due before it is issued.',
  credit_without_original: 'Name the invoice that this credit note corrects.',
  payment_account_missing: 'Your company has no bank account in the invoice settings.',
  iban_invalid: 'The IBAN in the invoice settings is not valid.',
  bic_invalid: 'The BIC in the invoice settings has to have 8 or 11 characters.',
  bank_registration_invalid: 'The registration number of the bank has to have four digits.',
  bank_account_invalid: 'The account number of the bank has to have at most ten digits.',
  illegal_characters: 'A text holds characters that an e-invoice cannot have.',
  question_open: 'The customer questions time on this document. Answer first.',
  item_held: 'Something on this document is held by hand. Release it first.',
  period_locked: 'The day of issue is in a period that is closed.',
  date_before_last: 'The day of issue is before that of the last document with a number.',
  date_in_future: 'The day of issue is still to come.',
  nothing_left: 'The invoice was credited meanwhile: nothing of this line is left.',
  amount_too_high: 'So much is not left of this line of the invoice.',
  total_too_high: 'With what was credited before, this is more than the invoice charged.',
  lines_beyond_credit: 'Take off the lines that credit nothing of the invoice.',
  terms_differ: 'VAT, discount and currency rate have to be those of the invoice. Draft the credit note again.',
  preceding_missing: 'The customer has no posted invoice that this credit note can correct.',
  adjustment_reason_missing: 'Say why a line charges more or less than was registered.',
}
