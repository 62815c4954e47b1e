import type { MenuItemProps } from '@mantine/core'
import type { AriaAttributes, ReactElement, ReactNode, Ref } from 'react'

/** What a button takes to have something below it. */
type DropTarget = Pick<AriaAttributes, 'aria-haspopup' | 'aria-expanded'> & {
  onClick?: () => void
  ref?: Ref<HTMLButtonElement>
}

export type DropProps = {
  /** A menu holds Mantine `Menu` items; a panel anything else, and keeps the focus within. */
  kind: 'menu' | 'panel'
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  /** The button. */
  target: ReactElement<DropTarget>
  position: 'bottom-start' | 'bottom-end'
  width?: number | string
  className?: string
  /** The name of a panel. */
  label?: string
  /** Its contents stand close to its edges. */
  isTight?: boolean
  children: ReactNode
}

export type DropItemProps = Pick<MenuItemProps, 'children' | 'color' | 'disabled' | 'leftSection'> & {
  onClick: () => void
}
