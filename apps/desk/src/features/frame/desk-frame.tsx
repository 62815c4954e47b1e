import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { AppFrame } from '@timedesk/ui/app-frame'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { useShortcuts } from '@timedesk/ui/use-shortcuts'
import { lazy, type ReactNode } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'

import { paths } from '../../shared/paths.ts'
import { places, type Place } from '../../shared/places/places.ts'
import { useFrameWords } from '../../shared/places/use-frame-words.ts'
import { useMay, useMe } from '../../shared/session/use-me.ts'
import { PlaceIcon } from './place-icon.tsx'
import { useViewItems } from './use-view-items.tsx'

const ProfileItem = lazy(async () => ({ default: (await import('./profile-item.tsx')).ProfileItem }))

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
  const views = useViewItems(words('groupCases'))
  const mayCreate = may('case:write')
  useShortcuts([
    {
      id: 'desk.newCase',
      keys: 'c',
      label: words('newCaseKeys'),
      when: mayCreate,
      run: () => void navigate(paths.newCase),
    },
  ])

  const placeItems = places
    .filter((place) => may(place.permission))
    .map((place) => ({
      label: words(place.words),
      group: words(place.group),
      href: place.href,
      icon: <PlaceIcon name={place.words} />,
      active: nearestPlace(location) === place,
    }))

  return (
    <AppFrame
      appName={words('appName')}
      navItems={[...views, ...placeItems]}
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
        <LazyPart>
          <ProfileItem />
        </LazyPart>
      }
      navFooter={<small className="desk-quiet">{words('keysHint')}</small>}
    >
      {children}
    </AppFrame>
  )
}

/** A place is where one is when its address is, or one below it that no other place has for its own. */
function nearestPlace({ pathname }: { pathname: string }): Place | undefined {
  return places
    .filter(({ href, around = href }) => `${pathname}/`.startsWith(`${around}/`))
    .toSorted((one, other) => (other.around ?? other.href).length - (one.around ?? one.href).length)[0]
}
