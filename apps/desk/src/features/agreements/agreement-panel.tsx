import { Button, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Reference } from '@timedesk/contracts/primitives'
import { useState } from 'react'

import { ListFace } from '../../shared/lists/list-face.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { useMay } from '../../shared/session/use-me.ts'
import { AgreementTable } from './agreement-table.tsx'
import { CreateAgreementDialog } from './create-agreement-dialog.tsx'
import { agreementQueries } from './queries.ts'
import { useAgreementWords } from './use-agreement-words.ts'

/** The agreements with one customer. */
export function AgreementPanel({ customer }: { customer: Reference }) {
  const words = useAgreementWords()
  const mayWrite = useMay()('agreement:write')
  const [isCreating, setIsCreating] = useState(false)
  const agreements = useInfiniteQuery(agreementQueries.list({ customerId: customer.id }))
  return (
    <Panel
      title={words('title')}
      actions={
        mayWrite && (
          <Button size="compact-sm" variant="default" onClick={() => setIsCreating(true)}>
            {words('new')}
          </Button>
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
      {isCreating && <CreateAgreementDialog customer={customer} onClose={() => setIsCreating(false)} />}
    </Panel>
  )
}
