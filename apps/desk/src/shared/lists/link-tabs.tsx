import { Link } from 'react-router'

import './link-tabs.css'

type LinkTab = { href: string; label: string; isHere: boolean }

/** Pages that belong together, each with its own address. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <nav className="desk-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.href} to={tab.href} {...(tab.isHere && { 'aria-current': 'page' })}>
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
