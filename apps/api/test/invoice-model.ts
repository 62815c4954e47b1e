/** Amounts in whole øre. */
export type ModelLine = {
  id: string
  /** The time behind it; null for a line of one's own. */
  entryId: string | null
  registered: number
  net: number
  credited: number
  isTouched: boolean
}

export type ModelInvoice = {
  id: string
  state: 'draft' | 'posted'
  lines: ModelLine[]
  vatCredited: number
  /** By credit notes, with VAT. */
  credited: number
  paid: number
}

export type Ask = { line: ModelLine; amount: number }

/** Invoices of one customer as one would keep them on paper, where all bears 25 % of VAT. */
export class InvoiceModel {
  readonly invoices: ModelInvoice[] = []
  /** What can be invoiced, by entry. */
  readonly potential = new Map<string, number>()
  /** What was credited and never will be charged. */
  givenUp = 0

  draft(id: string, lines: ModelLine[]): void {
    for (const { entryId } of lines) if (entryId !== null) this.potential.delete(entryId)
    this.invoices.push({ id, state: 'draft', lines, vatCredited: 0, credited: 0, paid: 0 })
  }

  remove(invoice: ModelInvoice): void {
    for (const line of invoice.lines) this.#release(line)
    this.invoices.splice(this.invoices.indexOf(invoice), 1)
  }

  /** Whether all of it may be credited like that (R48, R49). */
  mayCredit(asked: readonly Ask[], disposition: 'rebill' | 'write_off'): boolean {
    return asked.every(({ line, amount }) => {
      const left = line.net - line.credited
      if ((left === 0 && line.isTouched) || (amount === 0 && left !== 0) || amount > left) return false
      return line.entryId === null || disposition === 'write_off' || amount === line.net
    })
  }

  credit(invoice: ModelInvoice, asked: readonly Ask[], disposition: 'rebill' | 'write_off'): void {
    const base = sum(asked.map(({ amount }) => amount))
    for (const { line, amount } of asked) {
      line.credited += amount
      line.isTouched = true
      if (disposition === 'rebill') this.#release(line)
      else this.givenUp += amount
    }
    const left = vatOf(netOf(invoice)) - invoice.vatCredited
    const closes = sum(invoice.lines.map(({ credited }) => credited)) === netOf(invoice)
    const vat = closes ? left : Math.min(vatOf(base), left)
    invoice.vatCredited += vat
    invoice.credited += base + vat
  }

  #release({ entryId, registered }: ModelLine): void {
    if (entryId !== null) this.potential.set(entryId, registered)
  }
}

export function netOf({ lines }: ModelInvoice): number {
  return sum(lines.map(({ net }) => net))
}

export function payableOf(invoice: ModelInvoice): number {
  return netOf(invoice) + vatOf(netOf(invoice))
}

export function remainingOf(invoice: ModelInvoice): number {
  return invoice.state === 'draft' ? 0 : payableOf(invoice) - invoice.paid - invoice.credited
}

/** A quarter, half up. */
function vatOf(net: number): number {
  return Math.floor((net + 2) / 4)
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
