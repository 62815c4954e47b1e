import type { MenuLabelProps } from '@mantine/core'
import { lazy } from 'react'

import type { DropItemProps } from './drop-props.ts'

// They come with the menu itself: it takes much to work out, and nobody needs it before the first press.
const Item = lazy(async () => ({ default: (await import('./drop-body.tsx')).BodyItem }))
const Label = lazy(async () => ({ default: (await import('./drop-body.tsx')).BodyLabel }))

/** A deed in a `Drop` of kind `menu`. */
export function DropItem(props: DropItemProps) {
  return <Item {...props} />
}

/** Words above the deeds in a `Drop` of kind `menu`. */
export function DropLabel(props: Pick<MenuLabelProps, 'children' | 'className'>) {
  return <Label {...props} />
}
