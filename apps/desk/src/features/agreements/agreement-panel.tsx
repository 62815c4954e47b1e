import { Button, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Reference } from '@timedesk/contracts/primitives'
import { Link } from 'react-router'

import { ListFace } from '../../shared/lists/list-face.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { newAgreementPath, simulatorPath } from '../../shared/paths.ts'
import { useMay } from '../../shared/session/use-me.ts'
import { AgreementTable } from './agreement-table.tsx'
import { agreementQueries } from './queries.ts'
import { useAgreementWords } from './use-agreement-words.ts'

/** The agreements with one customer. */
export function AgreementPanel({ customer }: { customer: Reference }) {
  const words = useAgreementWords()
  const mayWrite = useMay()('agreement:write')
  const agreements = useInfiniteQuery(agreementQueries.list({ customerId: customer.id }))
  return (
    <Panel
      title={words('title')}
      actions={
        mayWrite && (
          <>
            <Button component={Link} to={simulatorPath(customer.id)} size="compact-sm" variant="default">
              {words('simulate')}
            </Button>
            <Button component={Link} to={newAgreementPath(customer.id)} size="compact-sm" variant="default">
              {words('new')}
            </Button>
          </>
        )
      }
    >
      <ListFace
        query={agreements}
        empty={
          <Text size="sm" c="var(--td-ink-quiet)">
            {words('noneHere')}
          </Text>
        }
      >
        {(rows) => <AgreementTable agreements={rows} withCustomer={false} />}
      </ListFace>
    </Panel>
  )
}
