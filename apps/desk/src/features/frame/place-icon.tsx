import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy } from 'react'

import type { PlaceName } from '../../shared/places/places.ts'

// Names are enough to begin with; forty pictures would make everybody wait.
const KnownPlaceIcon = lazy(async () => ({ default: (await import('./known-place-icon.tsx')).KnownPlaceIcon }))

/** The picture of a place, or the room for it until it is there. */
export function PlaceIcon({ name }: { name: PlaceName }) {
  return (
    <LazyPart fallback={null}>
      <KnownPlaceIcon name={name} />
    </LazyPart>
  )
}
