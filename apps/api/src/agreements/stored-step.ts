import type { Step } from '@timedesk/domain/cover/steps'

/** A step as it is stored: one of the engine's, or that the entry takes another one back. */
export type StoredStep = Step | { step: 'reversed'; entryId: string }
