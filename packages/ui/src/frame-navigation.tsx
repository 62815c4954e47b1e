import { Fragment, type ReactNode } from 'react'

import { useWords } from './use-words.ts'

const BADGE_COUNT_MAX = 99

export type NavItem = {
  label: string
  icon: ReactNode
  href: string
  active?: boolean
  /** A count (shown as 99+ above 99) or a word. */
  badge?: number | string | undefined
  /** Items of the same group stand together under this heading. */
  group?: string
}

/** What an app's router link must carry over to its anchor. */
export type FrameLink = {
  href: string
  className: string
  'aria-current': 'page' | undefined
  'aria-label': string | undefined
  onClick: (() => void) | undefined
  children: ReactNode
}

type FrameNavigationProps = {
  items: readonly NavItem[]
  renderLink: (link: FrameLink) => ReactNode
  isCollapsed: boolean
  onFollow?: () => void
}

/** The list of places; collapsed it shows icons with their names as tooltips. */
export function FrameNavigation({ items, renderLink, isCollapsed, onFollow }: FrameNavigationProps) {
  const words = useWords()
  const groups = Map.groupBy(items, (item) => item.group ?? '')

  return (
    <nav aria-label={words('mainNavigation')} className="td-frame-nav">
      {[...groups].map(([group, groupItems]) => (
        <Fragment key={group}>
          {group !== '' && !isCollapsed && <p className="td-frame-nav-group">{group}</p>}
          <ul>
            {groupItems.map((item) => (
              <li key={item.href}>
                <div title={isCollapsed ? item.label : undefined}>
                  {renderLink({
                    href: item.href,
                    className: 'td-frame-link td-focus',
                    'aria-current': item.active === true ? 'page' : undefined,
                    'aria-label': isCollapsed ? item.label : undefined,
                    onClick: onFollow,
                    children: <NavItemContent item={item} isCollapsed={isCollapsed} />,
                  })}
                </div>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </nav>
  )
}

function NavItemContent({ item, isCollapsed }: { item: NavItem; isCollapsed: boolean }) {
  const hasBadge = item.badge !== undefined && item.badge !== 0
  return (
    <>
      <span className="td-frame-link-icon" aria-hidden="true">
        {item.icon}
        {isCollapsed && hasBadge && <span className="td-frame-link-dot" />}
      </span>
      {!isCollapsed && <span className="td-frame-link-label">{item.label}</span>}
      {!isCollapsed && hasBadge && <span className="td-frame-link-badge td-number">{badgeText(item.badge)}</span>}
    </>
  )
}

function badgeText(badge: number | string | undefined): string {
  if (typeof badge === 'number') {
    return badge > BADGE_COUNT_MAX ? `${String(BADGE_COUNT_MAX)}+` : String(badge)
  }
  return badge ?? ''
}
