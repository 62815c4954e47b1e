import type { ReactNode } from 'react'

/** Something that the palette offers. */
export type PaletteEntry = {
  id: string
  /** The heading that it stands under. */
  group: string
  label: string
  /** The label with what was found in it; the label itself where nothing is. */
  face?: ReactNode
  /** Quiet words beside the label. */
  detail?: string | undefined
  /** A sign before it, such as a number. */
  sign?: string
  /** A mark behind it, such as the status. */
  mark?: ReactNode
  keys?: string
  /** Why it cannot be chosen. */
  reason?: string | undefined
  preview?: (() => ReactNode) | undefined
  run: () => void
  /** What happens in the palette itself, which stays open. */
  inside?: () => void
}
