import { Button, Menu } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'

import { viewQueries } from '../../../shared/views/view-queries.ts'
import type { ListDialog } from '../list-dialog.ts'
import type { ListView } from '../use-list-state.ts'
import { useWorkListWords } from '../use-work-list-words.ts'

type SaveButtonProps = { view: ListView; onDialog: (dialog: ListDialog) => void }

/** Keeps what the list asks; where the view may be changed, it can be that view. */
export function SaveButton({ view, onDialog }: SaveButtonProps) {
  const words = useWorkListWords()
  const views = useQuery({ ...viewQueries.all(), enabled: view.scope !== 'shipped' })
  const mayChange = views.data?.find(({ id }) => id === view.id)?.can.edit === true
  const look = { size: 'xs', leftSection: <IconDeviceFloppy size={16} stroke={1.6} /> } as const
  if (!mayChange) {
    return (
      <Button {...look} onClick={() => onDialog('save')}>
        {words('saveView')}
      </Button>
    )
  }
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button {...look}>{words('save')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onDialog('edit')}>{words('changeView', { name: view.name ?? '' })}</Menu.Item>
        <Menu.Item onClick={() => onDialog('save')}>{words('saveView')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
