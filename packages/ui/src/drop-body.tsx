import { Menu, Popover, type MenuLabelProps } from '@mantine/core'
import { cloneElement, Suspense, useEffect, useRef, useState } from 'react'

import type { DropItemProps, DropProps } from './drop-props.ts'
import { HoldKeys } from './hold-keys.tsx'

/** The button again, with what stands below it. */
export function DropBody(props: DropProps) {
  const { kind, isOpen, onOpen, target, position, width = 'max-content', className, label, isTight } = props
  const button = useRef<HTMLButtonElement>(null)
  const [isReady, setIsReady] = useState(false)
  // The button that was pressed has given way to this one, to which the focus comes back in the end.
  useEffect(() => {
    button.current?.focus()
    const frame = requestAnimationFrame(() => setIsReady(true))
    return () => cancelAnimationFrame(frame)
  }, [])
  const frame = { opened: isOpen && isReady, onChange: onOpen, position, width, shadow: 'md' } as const
  const children = <Suspense fallback={<HoldKeys />}>{props.children}</Suspense>
  const inside = { ...(className !== undefined && { className }), ...(isTight === true && { p: 0 }) }

  if (kind === 'menu') {
    return (
      <Menu {...frame}>
        <Menu.Target>{cloneElement(target, { ref: button })}</Menu.Target>
        <Menu.Dropdown {...inside}>{children}</Menu.Dropdown>
      </Menu>
    )
  }
  return (
    <Popover {...frame} trapFocus returnFocus>
      <Popover.Target>{cloneElement(target, { ref: button, onClick: () => onOpen(!isOpen) })}</Popover.Target>
      <Popover.Dropdown {...inside} {...(label !== undefined && { 'aria-label': label })}>
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}

export function BodyItem(props: DropItemProps) {
  return <Menu.Item {...props} />
}

export function BodyLabel(props: Pick<MenuLabelProps, 'children' | 'className'>) {
  return <Menu.Label {...props} />
}
