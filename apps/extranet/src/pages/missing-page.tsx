import { ErrorState } from '@timedesk/ui/error-state'
import { useFrameWords } from '../shared/frame-words.ts'
import { MissingState } from '../shared/missing-state.tsx'
import { paths } from '../shared/paths.ts'

/** An address where nothing is. */
export function MissingPage() {
  const words = useFrameWords()
  return (
    <MissingState title={words('somethingMissing')} to={paths.home} back={words('toHome')}>
      {words('somethingMissingText')}
    </MissingState>
  )
}

/** A page that broke, or a part of it that could not be fetched, such as after an update of the system. */
export function BrokenPage() {
  const words = useFrameWords()
  return (
    <ErrorState
      title={words('pageFailed')}
      sentence={words('pageFailedText')}
      onRetry={() => {
        globalThis.location.reload()
      }}
    />
  )
}
