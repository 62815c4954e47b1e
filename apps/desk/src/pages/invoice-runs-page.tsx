import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'

import { PlanDialog } from '../features/invoice-runs/plan-dialog.tsx'
import { RunList } from '../features/invoice-runs/run-list.tsx'
import { useRunWords } from '../features/invoice-runs/use-run-words.ts'
import { useUrlFilters } from '../shared/lists/use-url-filters.ts'
import { useMay } from '../shared/session/use-me.ts'

/** The invoice runs; the dialog that plans one stands in the address. */
export function Component() {
  const words = useRunWords()
  const may = useMay()
  const filters = useUrlFilters()
  return (
    <>
      <PageHeader
        title={words('title')}
        text={words('text')}
        actions={
          may('invoice:write') && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => filters.set({ new: 'yes' })}>
              {words('new')}
            </Button>
          )
        }
      />
      <RunList />
      {filters.get('new') === 'yes' && may('invoice:write') && (
        <PlanDialog onClose={() => filters.set({ new: undefined })} />
      )}
    </>
  )
}
