/** How much the generator makes. */
export type Scale = {
  cases: number
  customers: number
  agents: number
  /** Time entries on the cases. */
  entries: number
  /** Customers beside the others who prepaid. */
  voucherCustomers: number
}

/** Runs a statement of the generator. */
export type Run = (sql: string, values?: unknown[]) => Promise<unknown>
