import { z } from 'zod'

/** How long a message can be called back once it was sent; 0: not at all. */
export const UNDO_SECONDS = [0, 5, 10, 30] as const
export const UndoSeconds = z
  .union(UNDO_SECONDS.map((seconds) => z.literal(seconds)))
  .meta({ id: 'UndoSeconds', description: 'For so many seconds a message that was sent can be called back.' })
export type UndoSeconds = z.infer<typeof UndoSeconds>
