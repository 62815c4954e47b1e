import type { Case } from '@timedesk/contracts/cases'
import { useShortcutRegistry, useShortcuts } from '@timedesk/ui/use-shortcuts'
import { useState } from 'react'

import { useRailWords } from './use-rail-words.ts'

/**
 * The deeds of the cards that are on their way, which are done as soon as these are there. Asked for, the cards come at
 * once.
 */
export function useComingDeeds({ can }: Case): { areThere: boolean; areWanted: boolean; onThere: () => void } {
  const words = useRailWords()
  const registry = useShortcutRegistry()
  const [areThere, setAreThere] = useState(false)
  const [wanted, setWanted] = useState<string | null>(null)
  const deed = (id: string, label: string, when: boolean, keys = '') => ({
    ...{ id, label, when, keys, group: words('group') },
    run: () => setWanted(id),
  })
  useShortcuts(
    areThere
      ? []
      : [
          deed('case.link', words('link'), can.merge, '#'),
          deed('case.merge', words('merge'), can.merge),
          deed('case.split', words('split'), can.merge),
          deed('case.side', words('ask'), can.note),
        ],
  )
  return {
    areThere,
    areWanted: wanted !== null,
    onThere: () => {
      setAreThere(true)
      setWanted(null)
      if (wanted !== null) registry.run(wanted)
    },
  }
}
