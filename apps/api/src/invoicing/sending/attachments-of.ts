import { Refusal } from '@timedesk/contracts/refusal'
import type { Tx } from '../../platform/db/database.ts'
import type { MailAttachment } from '../../platform/mail/write-mail.ts'
import { contentTypeOf, documentFileName, type DocumentForm } from '../documents/file-names.ts'
import { findDocumentKeys } from '../documents/store-documents.ts'
import { readInvoice } from '../stored-invoice.ts'

/** The files that go with a document. Refuses with `unavailable` while its PDF is not stored: without it none is sent. */
export async function attachmentsOf(
  tx: Tx,
  invoiceId: string,
  forms: readonly DocumentForm[] = ['pdf', 'ubl'],
): Promise<MailAttachment[]> {
  const [stored, found] = await Promise.all([readInvoice(tx, invoiceId), findDocumentKeys(tx, invoiceId)])
  const keys = found ?? { pdf: null, ubl: null }
  if (keys.pdf === null)
    throw new Refusal('unavailable', { detail: 'The PDF could not be stored yet; send it in a moment.' })
  return forms.flatMap((form) => {
    const key = keys[form]
    if (key === null) return []
    return [{ name: documentFileName(stored, form), contentType: contentTypeOf(form), storageKey: key.storageKey }]
  })
}
