import { Button } from '@mantine/core'
import { EmptyState } from '@timedesk/ui/empty-state'
import { IconMapPinOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

type MissingStateProps = { title: string; children: ReactNode; to: string; back: string }

/** A page of something that is not there, with the way back to what is. */
export function MissingState({ title, children, to, back }: MissingStateProps) {
  return (
    <EmptyState
      isWholePage
      title={title}
      icon={<IconMapPinOff size={26} stroke={1.4} />}
      actions={
        <Button component={Link} to={to}>
          {back}
        </Button>
      }
    >
      {children}
    </EmptyState>
  )
}
