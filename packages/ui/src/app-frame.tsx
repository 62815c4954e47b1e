import { ActionIcon } from '@mantine/core'
import { useDisclosure, useLocalStorage } from '@mantine/hooks'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconMenu2 } from '@tabler/icons-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'

import './app-frame.css'
import { FrameNavigation, type FrameLink, type NavItem } from './frame-navigation.tsx'
import type { FrameUser } from './frame-user.ts'
import { UserMenu } from './user-menu.tsx'
import { useWords } from './use-words.ts'

// Only small screens open it, so it is fetched when somebody does.
const NavigationDrawer = lazy(async () => ({ default: (await import('./navigation-drawer.tsx')).NavigationDrawer }))

const COLLAPSED_STORAGE_KEY = 'timedesk.navigation-collapsed'
const MAIN_ID = 'main'

type AppFrameProps = {
  /** The name beside the mark, such as “Timedesk”. */
  appName: string
  mark?: ReactNode
  navItems: readonly NavItem[]
  renderLink: (link: FrameLink) => ReactNode
  /** Between the name and the user menu: search, timer, bell. */
  topBar?: ReactNode
  user: FrameUser
  onSignOut: () => void
  /** More entries of the user menu, as Mantine `Menu.Item`s. */
  userMenuItems?: ReactNode
  /** Below the navigation, out of the way. */
  navFooter?: ReactNode
  children: ReactNode
}

/** The shell of an app: skip link, navigation (a drawer on a phone), top bar, user menu and the main landmark. */
export function AppFrame(props: AppFrameProps) {
  const { appName, navItems, renderLink, topBar, user, onSignOut, userMenuItems, navFooter, children } = props
  const words = useWords()
  const [isDrawerOpen, drawer] = useDisclosure(false)
  const [isDrawerWanted, setIsDrawerWanted] = useState(false)
  const [isCollapsed, setIsCollapsed] = useLocalStorage({ key: COLLAPSED_STORAGE_KEY, defaultValue: false })
  const toggleLabel = words(isCollapsed ? 'expandNavigation' : 'collapseNavigation')
  const ToggleIcon = isCollapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const brand = (
    <span className="td-frame-brand">
      {props.mark ?? <BrandMark />}
      <span className="td-frame-brand-name">{appName}</span>
    </span>
  )

  return (
    <div className="td-frame" data-collapsed={isCollapsed || undefined}>
      <a className="td-skip-link" href={`#${MAIN_ID}`}>
        {words('skipToContent')}
      </a>
      <aside className="td-frame-side" aria-label={appName}>
        {brand}
        <FrameNavigation items={navItems} renderLink={renderLink} isCollapsed={isCollapsed} />
        <div className="td-frame-side-foot">
          {!isCollapsed && navFooter}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={toggleLabel}
            title={toggleLabel}
            aria-expanded={!isCollapsed}
            onClick={() => {
              setIsCollapsed(!isCollapsed)
            }}
          >
            <ToggleIcon size={18} stroke={1.6} />
          </ActionIcon>
        </div>
      </aside>
      <header className="td-frame-top">
        <ActionIcon
          className="td-frame-burger"
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={words('openNavigation')}
          aria-expanded={isDrawerOpen}
          onClick={() => {
            setIsDrawerWanted(true)
            drawer.open()
          }}
        >
          <IconMenu2 size={20} stroke={1.6} />
        </ActionIcon>
        <div className="td-frame-top-slot">{topBar}</div>
        <UserMenu user={user} onSignOut={onSignOut}>
          {userMenuItems}
        </UserMenu>
      </header>
      <main id={MAIN_ID} className="td-frame-main" tabIndex={-1}>
        {children}
      </main>
      {isDrawerWanted && (
        <Suspense>
          <NavigationDrawer
            title={brand}
            isOpen={isDrawerOpen}
            onClose={drawer.close}
            items={navItems}
            renderLink={renderLink}
          >
            {navFooter}
          </NavigationDrawer>
        </Suspense>
      )}
    </div>
  )
}

function BrandMark() {
  return (
    <svg className="td-frame-mark" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
      <rect width="28" height="28" rx="8" fill="currentColor" />
      <path d="M8 8.5h12M14 8.5V20" stroke="var(--td-mark-ink)" strokeWidth="2.6" strokeLinecap="round" fill="none" />
      <circle cx="20" cy="18.6" r="2.2" fill="#f0b849" />
    </svg>
  )
}
