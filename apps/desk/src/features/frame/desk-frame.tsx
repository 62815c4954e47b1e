import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { AppFrame } from '@timedesk/ui/app-frame'
import { useShortcuts } from '@timedesk/ui/use-shortcuts'
import type { ReactNode } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'

import { workCountQueries } from '../../shared/cases/work-count-queries.ts'
import { createWords } from '../../shared/create-words.ts'
import { useLiveBursts } from '../../shared/live/live-provider.tsx'
import { paths } from '../../shared/paths.ts'
import { useMay, useMe } from '../../shared/session/use-me.ts'
import { frameDanish, frameEnglish } from './frame-texts.ts'
import { places, profilePlace, type Place } from './places.tsx'

export const useFrameWords = createWords('frame', { en: frameEnglish, da: frameDanish })

const COUNT_DELAY_MS = 1_500

type DeskFrameProps = {
  /** Between the name and the user menu, before the button for a new case. */
  topBar: ReactNode
  onSignOut: () => void
  children: ReactNode
}

/** The frame around every signed-in screen: the places this person may go to, with how much work waits there. */
export function DeskFrame({ topBar, onSignOut, children }: DeskFrameProps) {
  const words = useFrameWords()
  const me = useMe()
  const may = useMay()
  const location = useLocation()
  const navigate = useNavigate()
  const counts = useWorkCounts(may('case:read'))
  const mayCreate = may('case:write')
  useShortcuts([{ keys: 'c', label: words('newCaseKeys'), when: mayCreate, run: () => void navigate(paths.newCase) }])

  const navItems = places
    .filter((place) => may(place.permission))
    .map((place) => ({
      label: words(place.words),
      group: words(place.group),
      href: place.href,
      icon: place.icon,
      active: isHere(place, location),
      badge: place.count === undefined ? undefined : counts?.[place.count],
    }))

  return (
    <AppFrame
      appName={words('appName')}
      navItems={navItems}
      renderLink={({ href, ...link }) => <Link to={href} {...link} />}
      topBar={
        <>
          {topBar}
          {mayCreate && (
            <Button component={Link} to={paths.newCase} size="xs" leftSection={<IconPlus size={16} />}>
              <span className="desk-wide">{words('newCase')}</span>
              <span className="desk-narrow">{words('newCaseShort')}</span>
            </Button>
          )}
        </>
      }
      user={{ name: me.name, email: me.email }}
      onSignOut={onSignOut}
      userMenuItems={
        <Menu.Item component={Link} to={profilePlace.href} leftSection={profilePlace.icon}>
          {words(profilePlace.words)}
        </Menu.Item>
      }
      navFooter={<small className="desk-quiet">{words('keysHint')}</small>}
    >
      {children}
    </AppFrame>
  )
}

function useWorkCounts(isOn: boolean) {
  const counts = useQuery({ ...workCountQueries.all(), enabled: isOn })
  useLiveBursts(
    ({ type }) => /^(?:case|reply)\./u.test(type),
    () => void counts.refetch(),
    COUNT_DELAY_MS,
  )
  return counts.data
}

type Address = { pathname: string; search: string }

/** A place is where one is when its address is, or one below it that no other place has for its own. */
function isHere(place: Place, location: Address): boolean {
  const [pathname, search = ''] = place.href.split('?')
  if (place.count === undefined) return nearestPlace(location) === place
  const view = new URLSearchParams(location.search).get('view') ?? 'mine'
  return location.pathname === pathname && (new URLSearchParams(search).get('view') ?? 'mine') === view
}

function nearestPlace({ pathname }: Address): Place | undefined {
  return places
    .filter(({ count, href, around = href }) => count === undefined && `${pathname}/`.startsWith(`${around}/`))
    .toSorted((one, other) => (other.around ?? other.href).length - (one.around ?? one.href).length)[0]
}
