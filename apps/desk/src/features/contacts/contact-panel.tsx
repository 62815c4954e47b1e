import { Button, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Reference } from '@timedesk/contracts/primitives'
import { useState } from 'react'

import { ListFace } from '../../shared/lists/list-face.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { useMay } from '../../shared/session/use-me.ts'
import { ContactTable } from './contact-table.tsx'
import { CreateContactDialog } from './create-contact-dialog.tsx'
import { contactQueries } from './queries.ts'
import { useContactWords } from './use-contact-words.ts'

/** The contacts of one customer, inactive ones too. */
export function ContactPanel({ customer }: { customer: Reference }) {
  const words = useContactWords()
  const mayWrite = useMay()('customer:write')
  const [isCreating, setIsCreating] = useState(false)
  const contacts = useInfiniteQuery(contactQueries.list({ customerId: customer.id }))
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
        query={contacts}
        empty={
          <Text size="sm" c="var(--td-ink-quiet)">
            {words('noneHere')}
          </Text>
        }
      >
        {(rows) => <ContactTable contacts={rows} withCustomer={false} />}
      </ListFace>
      {isCreating && <CreateContactDialog customer={customer} onClose={() => setIsCreating(false)} />}
    </Panel>
  )
}
