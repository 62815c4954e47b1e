import { UnstyledButton } from '@mantine/core'
import { lazy, Suspense, useState, type ReactNode } from 'react'

import { Drop } from './drop.tsx'
import type { FrameUser } from './frame-user.ts'
import { PersonAvatar } from './person-avatar.tsx'
import { useWords } from './use-words.ts'

const UserMenuItems = lazy(async () => ({ default: (await import('./user-menu-items.tsx')).UserMenuItems }))

type UserMenuProps = {
  user: FrameUser
  onSignOut: () => void
  /** More entries, as Mantine `Menu.Item`s. */
  children?: ReactNode
}

/** Who is signed in, with language, appearance and the way out. */
export function UserMenu({ user, onSignOut, children }: UserMenuProps) {
  const words = useWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Drop
      kind="menu"
      isOpen={isOpen}
      onOpen={setIsOpen}
      position="bottom-end"
      width={232}
      target={
        <UnstyledButton className="td-user-button" aria-label={words('userMenuOf', { name: user.name })}>
          <PersonAvatar name={user.name} size={30} />
        </UnstyledButton>
      }
    >
      <Suspense>
        <UserMenuItems user={user} onSignOut={onSignOut}>
          {children}
        </UserMenuItems>
      </Suspense>
    </Drop>
  )
}
