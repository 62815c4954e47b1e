import { shippedViews } from '@timedesk/domain/query/shipped-views'
import type { Shot } from './load.ts'

type ViewOperation = { name: string; target: 0; product: (shot: number) => Shot; floor: (shot: number) => Shot }

type Ground = {
  headers: Record<string, string>
  department: (shot: number) => string
  floor: (name: string, body: Record<string, string>) => Shot
}

/**
 * The first page of each view that comes with the product, asked for by the text of its query, and the counts of all of
 * them. The floor lists a department: what views ask for is not the same, so that no ratio is to be reached.
 */
export function viewOperations({ headers, department, floor }: Ground): ViewOperation[] {
  const pages = shippedViews.map(({ id, query, sort }): ViewOperation => {
    const path = `/api/v1/cases?${new URLSearchParams({ q: query, sort, limit: '50' }).toString()}`
    return {
      name: `view ${id}`,
      target: 0,
      product: () => ({ method: 'GET', path, headers }),
      floor: (n) => floor('list', { departmentId: department(n) }),
    }
  })
  const ids = shippedViews.map(({ id }) => id).join(',')
  return [
    ...pages,
    {
      name: 'view counts',
      target: 0,
      product: () => ({ method: 'GET', path: `/api/v1/case-view-counts?ids=${ids}`, headers }),
      floor: (n) => floor('list', { departmentId: department(n) }),
    },
  ]
}
