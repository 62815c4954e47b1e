import { useQuery } from '@tanstack/react-query'
import { openInvoicesQuery } from '../features/invoices/open-invoices-query.ts'
import { overageQuery } from '../features/time/overage-query.ts'
import { useCan } from '../shared/me.ts'

const INVOICES_MAX = 100

export type HomeNeeds = Pick<ReturnType<typeof useHomeNeeds>, 'overage' | 'invoices'>

/** What waits for the reader beside cases, as far as it is theirs: invoices to pay, and work to accept. */
export function useHomeNeeds() {
  const seesInvoices = useCan('invoice:read')
  const decides = useCan('overage:decide')
  const invoices = useQuery({ ...openInvoicesQuery(INVOICES_MAX), enabled: seesInvoices })
  const overage = useQuery({ ...overageQuery(), enabled: decides })
  const failed = [invoices, overage].find((query) => query.isError && query.data === undefined)

  return {
    isPending: invoices.isLoading || overage.isLoading,
    error: failed?.error ?? null,
    invoices: invoices.data ?? [],
    overage: overage.data ?? [],
    retry: () => failed?.refetch(),
  }
}
