import { IconChevronDown } from '@tabler/icons-react'
import { Drop } from '@timedesk/ui/drop'
import { ariaKeys, useKeysOf } from '@timedesk/ui/use-shortcuts'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { lazy, Suspense } from 'react'

import { useViewName } from '../../shared/views/use-view-name.ts'
import type { ListDialog } from './list-dialog.ts'
import type { ListView } from './use-list-state.ts'

const ViewMenuList = lazy(async () => ({ default: (await import('./views/view-menu-list.tsx')).ViewMenuList }))

type ViewMenuProps = {
  view: ListView
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onDialog: (dialog: ListDialog) => void
}

/** The name of the view; pressed, it shows all others. */
export function ViewMenu({ view, isOpen, onOpen, onDialog }: ViewMenuProps) {
  const nameOf = useViewName()
  const keys = useKeysOf('list.views')
  return (
    <Drop
      kind="menu"
      isOpen={isOpen}
      onOpen={onOpen}
      position="bottom-start"
      width="18rem"
      className="desk-view-menu"
      target={
        <button type="button" className="desk-view-title td-focus" aria-keyshortcuts={ariaKeys(keys)}>
          {nameOf(view)}
          <IconChevronDown size={18} stroke={1.8} aria-hidden="true" />
        </button>
      }
    >
      <Suspense fallback={<HoldKeys />}>{isOpen && <ViewMenuList currentId={view.id} onDialog={onDialog} />}</Suspense>
    </Drop>
  )
}
