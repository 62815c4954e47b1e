import { Drawer, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'

import { FrameNavigation, type FrameLink, type NavItem } from './frame-navigation.tsx'
import { useWords } from './use-words.ts'

type NavigationDrawerProps = {
  title: ReactNode
  isOpen: boolean
  onClose: () => void
  items: readonly NavItem[]
  renderLink: (link: FrameLink) => ReactNode
  /** Below the navigation. */
  children: ReactNode
}

/** The navigation on a phone. */
export function NavigationDrawer({ title, isOpen, onClose, items, renderLink, children }: NavigationDrawerProps) {
  const words = useWords()
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      size={288}
      title={title}
      closeButtonProps={{ 'aria-label': words('closeNavigation') }}
    >
      <VisuallyHidden>{words('mainNavigation')}</VisuallyHidden>
      <FrameNavigation items={items} renderLink={renderLink} isCollapsed={false} onFollow={onClose} />
      {children}
    </Drawer>
  )
}
