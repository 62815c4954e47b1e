import type { TextScope } from '@timedesk/contracts/texts'
import { useSearchParams } from 'react-router'

import { useMay } from '../../shared/session/use-me.ts'
import { scopeOf } from './scope-tools.tsx'

/** Whose a new text is to begin with: as the list that it was begun from, but private for who keeps no shared ones. */
export function useNewScope(): TextScope {
  const [search] = useSearchParams()
  const mayShare = useMay()('texts:write')
  return mayShare ? scopeOf(search.get('scope')) : 'private'
}
