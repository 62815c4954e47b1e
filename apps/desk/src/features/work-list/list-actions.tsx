import { Button } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconLayoutColumns } from '@tabler/icons-react'
import { Drop } from '@timedesk/ui/drop'
import { ariaKeys, useKeysOf } from '@timedesk/ui/use-shortcuts'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { lazy, Suspense, useState } from 'react'

import type { ListDialog } from './list-dialog.ts'
import type { ColumnChoice } from './use-columns.ts'
import type { ListState } from './use-list-state.ts'
import { useWorkListWords } from './use-work-list-words.ts'

const SaveButton = lazy(async () => ({ default: (await import('./views/save-button.tsx')).SaveButton }))
const DisplayPanel = lazy(async () => ({ default: (await import('./views/display-panel.tsx')).DisplayPanel }))

type ListActionsProps = { list: ListState; columns: ColumnChoice; onDialog: (dialog: ListDialog) => void }

/** What can be done with the list as a whole: filter it, show it otherwise, keep it as a view. */
export function ListActions({ list, columns, onDialog }: ListActionsProps) {
  const words = useWorkListWords()
  const filterKeys = useKeysOf('list.filters')
  const [isDisplayOpen, setIsDisplayOpen] = useState(false)
  return (
    <>
      <Suspense>{list.isChanged && <SaveButton view={list.view} onDialog={onDialog} />}</Suspense>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.6} />}
        aria-keyshortcuts={ariaKeys(filterKeys)}
        onClick={() => onDialog('filters')}
      >
        {words('filters')}
      </Button>
      <Drop
        kind="panel"
        isOpen={isDisplayOpen}
        onOpen={setIsDisplayOpen}
        position="bottom-end"
        width="19rem"
        label={words('display')}
        target={
          <Button variant="default" size="xs" leftSection={<IconLayoutColumns size={16} stroke={1.6} />}>
            {words('display')}
          </Button>
        }
      >
        <Suspense fallback={<HoldKeys />}>
          <DisplayPanel list={list} columns={columns} />
        </Suspense>
      </Drop>
    </>
  )
}
