import { NavLink } from 'react-router'

import { paths } from '../../shared/paths.ts'
import '../../shared/lists/link-tabs.css'
import { useMyTimeWords } from './use-my-time-words.ts'

/** One's time as a week sheet, or as a list. */
export function MyTimeTabs() {
  const words = useMyTimeWords()
  return (
    <nav className="desk-tabs" aria-label={words('title')}>
      <NavLink to={paths.thisWeek}>{words('tabWeek')}</NavLink>
      <NavLink to={paths.myTime} end>
        {words('tabList')}
      </NavLink>
    </nav>
  )
}
