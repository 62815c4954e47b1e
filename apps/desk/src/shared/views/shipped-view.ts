import type { CaseView } from '@timedesk/contracts/case-views'
import { shippedViews } from '@timedesk/domain/query/shipped-views'

type KnownView = Pick<CaseView, 'id' | 'scope' | 'name' | 'icon' | 'query' | 'columns' | 'sort' | 'group'>

/** A view that comes with the product, as far as it is known before anything is read; undefined for a saved one. */
export function shippedView(id: string): KnownView | undefined {
  const rule = shippedViews.find((view) => view.id === id)
  return rule && { ...rule, columns: [...rule.columns], scope: 'shipped', name: null }
}
