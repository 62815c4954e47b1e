import { useLocation } from 'react-router'

import { LinkTabs } from '../../shared/lists/link-tabs.tsx'
import { paths } from '../../shared/paths.ts'
import { usePeopleWords } from './use-people-words.ts'

/** People, what they know, and when they are away. */
export function PeopleTabs() {
  const words = usePeopleWords()
  const { pathname } = useLocation()
  const tab = (href: string, label: string) => ({ href, label, isHere: pathname === href })
  return (
    <LinkTabs
      label={words('tabs')}
      tabs={[
        tab(paths.people, words('peopleTab')),
        tab(paths.skills, words('skillsTab')),
        tab(paths.absences, words('absencesTab')),
      ]}
    />
  )
}
