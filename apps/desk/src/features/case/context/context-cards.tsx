import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'

import { ContextCard } from './context-card.tsx'
import { contextQueries } from './context-queries.ts'

/** What systems of the company's own know of the case, a card for each, in the administrator's order. */
export function ContextCards({ subject: { id, version } }: { subject: Case }) {
  const cards = useQuery(contextQueries.list(id, version))
  // Cards that cannot even be listed are left out: the case is whole without them.
  return cards.data?.map((card) => <ContextCard key={`${id} ${card.id}`} card={card} caseId={id} version={version} />)
}
