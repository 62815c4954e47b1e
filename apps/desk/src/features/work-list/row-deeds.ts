import type { ReactNode } from 'react'

/** Deeds on the row that has the focus which ask for a value of its own. */
export type RowChoice = 'priority' | 'type' | 'snooze'
/** What can be done with that row, each asked in a dialog. */
export type RowDeed = 'assign' | 'status' | RowChoice

/** Draws the dialog of assigning or moving a case; another feature has these, so the page brings them together. */
export type RenderDeed = (deed: 'assign' | 'status', number: number, onClose: () => void) => ReactNode
