import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { useState, type ReactNode } from 'react'

type SettingsPageProps = {
  title: string
  text: string
  /** The words on the button that creates one; left out for who may not. */
  createLabel: string | undefined
  /** The dialog that creates one. */
  renderDialog: (onClose: () => void) => ReactNode
  children: ReactNode
}

/** A page of settings: what there is, and a button for one more. */
export function SettingsPage({ title, text, createLabel, renderDialog, children }: SettingsPageProps) {
  const [isCreating, setIsCreating] = useState(false)
  return (
    <>
      <PageHeader
        title={title}
        text={text}
        actions={
          createLabel !== undefined && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => setIsCreating(true)}>
              {createLabel}
            </Button>
          )
        }
      />
      {children}
      {isCreating && renderDialog(() => setIsCreating(false))}
    </>
  )
}
