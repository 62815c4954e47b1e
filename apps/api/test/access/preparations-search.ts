import type { Prepared } from './call-route.ts'

type Prepare = () => Promise<Prepared>

/** What search needs beside the world to succeed. */
export const searchPreparations: Record<string, Prepare> = {
  search: () => Promise.resolve({ query: { q: 'invoice' } }),
}
