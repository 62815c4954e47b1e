/** Sizes of the drawing, in its own units; at full width one is a pixel. */
export const NODE_WIDTH = 118
export const NODE_HEIGHT = 46
/** Between two columns, and between two rows of a column. */
export const GAP = 58
export const ROW_GAP = 26

/** A status in the drawing, with its upper left corner. */
export type GraphNode = { id: string; column: number; row: number; x: number; y: number }
