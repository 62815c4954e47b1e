import { cloneElement, lazy, Suspense, useState } from 'react'

import { HoldKeys } from './hold-keys.tsx'
import type { DropProps } from './drop-props.ts'

// Where things stand beside a button takes much to work out, and nobody needs it before the first press.
const DropBody = lazy(async () => ({ default: (await import('./drop-body.tsx')).DropBody }))

/** A button with a menu or a panel below it, which comes with the first press. */
export function Drop(props: DropProps) {
  const { kind, isOpen, onOpen, target } = props
  const [isWanted, setIsWanted] = useState(false)
  const button = cloneElement(target, {
    'aria-haspopup': kind === 'menu' ? 'menu' : 'dialog',
    'aria-expanded': isOpen,
    onClick: () => {
      setIsWanted(true)
      onOpen(true)
    },
  })
  if (!isWanted && !isOpen) return button
  return (
    <Suspense
      fallback={
        <>
          {button}
          <HoldKeys />
        </>
      }
    >
      <DropBody {...props} />
    </Suspense>
  )
}
