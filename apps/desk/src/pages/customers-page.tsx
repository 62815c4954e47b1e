import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { useState } from 'react'
import { useNavigate } from 'react-router'

import { CreateCustomerDialog } from '../features/customers/create-customer-dialog.tsx'
import { CustomerList } from '../features/customers/customer-list.tsx'
import { useCustomerWords } from '../features/customers/use-customer-words.ts'
import { paths } from '../shared/paths.ts'
import { useMay } from '../shared/session/use-me.ts'

/** The list of customers. */
export function Component() {
  const words = useCustomerWords()
  const navigate = useNavigate()
  const mayWrite = useMay()('customer:write')
  const [isCreating, setIsCreating] = useState(false)
  const create = mayWrite ? () => setIsCreating(true) : undefined

  return (
    <>
      <PageHeader
        title={words('title')}
        actions={
          create !== undefined && (
            <Button leftSection={<IconPlus size={16} />} onClick={create}>
              {words('new')}
            </Button>
          )
        }
      />
      <CustomerList onCreate={create} />
      {isCreating && (
        <CreateCustomerDialog
          onClose={() => setIsCreating(false)}
          onCreated={({ id }) => void navigate(paths.customer(id))}
        />
      )}
    </>
  )
}
