/** An action that asks for one of its values. */
export type PaletteLevel = { id: string; label: string }

/** Goes into an action or back out of it, with what stands in the field from there. */
export type Go = (level: PaletteLevel | null, typed?: string) => void

export type PaletteState = 'found' | 'nothing' | 'searching' | 'failed' | 'failedValues'
