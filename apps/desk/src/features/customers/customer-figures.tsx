import { Anchor } from '@mantine/core'
import type { CustomerCard } from '@timedesk/contracts/customers'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { Figures } from '../../shared/panels/facts.tsx'
import { potentialPath } from '../../shared/paths.ts'
import { useCustomerWords } from './use-customer-words.ts'

/** How much a customer asks for and what it is worth. */
export function CustomerFigures({ card }: { card: CustomerCard }) {
  const words = useCustomerWords()
  const format = useFormat()
  const { caseCounts, minutesLast90Days, potential, customer } = card
  return (
    <Figures
      facts={[
        { label: words('activeCases'), value: format.number(caseCounts.active) },
        { label: words('solved'), value: format.number(caseCounts.solvedLast30Days) },
        { label: words('total'), value: format.number(caseCounts.total) },
        { label: words('work'), value: format.minutes(minutesLast90Days) },
        ...(potential === null
          ? []
          : [
              {
                label: words('potential'),
                value: (
                  <Anchor component={Link} to={potentialPath(customer.id)} inherit>
                    {format.money(potential)}
                  </Anchor>
                ),
              },
            ]),
      ]}
    />
  )
}
