import { extranetListInvoices } from '@timedesk/contracts/extranet-invoices'
import { client } from '../../shared/client.ts'

export async function readOpenInvoices(limit: number, signal: AbortSignal) {
  return (await client.call(extranetListInvoices, { query: { isOpen: true, limit }, signal })).data
}
