import type { InvoiceDocument } from '@timedesk/domain/invoicing/document'

/** The two faces of a document: one for people, one for their bookkeeping. */
export type DocumentForm = 'pdf' | 'ubl'

const words = {
  en: { invoice: 'Invoice', credit_note: 'Credit note', draft: 'draft' },
  da: { invoice: 'Faktura', credit_note: 'Kreditnota', draft: 'kladde' },
} as const

const forms = {
  pdf: { extension: 'pdf', contentType: 'application/pdf' },
  ubl: { extension: 'xml', contentType: 'application/xml' },
} as const satisfies Record<DocumentForm, object>

/** The name that a document is saved under, such as `Invoice F1042.pdf`, in its own language. */
export function documentFileName(
  { kind, number, language }: Pick<InvoiceDocument, 'kind' | 'number' | 'language'>,
  form: DocumentForm,
): string {
  const { [kind]: word, draft } = words[language]
  return `${word} ${number ?? draft}.${forms[form].extension}`
}

export function contentTypeOf(form: DocumentForm): string {
  return forms[form].contentType
}
