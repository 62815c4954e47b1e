import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link, useSearchParams } from 'react-router'

import { useSettingPages } from '../../shared/setting-pages/use-setting-pages.ts'
import { useSettingWords } from '../../shared/setting-pages/use-setting-words.ts'
import { findSettings } from './find-settings.ts'
import './settings-search.css'
import { SetupSteps } from './setup-steps.tsx'

/** All pages of settings, found by their names and by what is on them. What is looked for stands in the address. */
export function SettingsScreen() {
  const words = useSettingWords()
  const [params, setParams] = useSearchParams()
  const term = params.get('q') ?? ''
  const found = findSettings(useSettingPages(), term)
  const groups = Map.groupBy(found, ({ page }) => page.group)

  return (
    <>
      <PageHeader title={words('title')} text={words('text')} />
      <TextInput
        className="desk-settings-search"
        type="search"
        autoFocus
        aria-label={words('search')}
        placeholder={words('search')}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
        value={term}
        onChange={(event) => {
          const typed = event.currentTarget.value
          setParams(typed === '' ? {} : { q: typed }, { replace: true })
        }}
      />
      <p role="status" className="desk-quiet">
        {found.length === 0 ? words('nothing', { term }) : words('found', { count: found.length })}
      </p>
      {term === '' && <SetupSteps />}
      {[...groups].map(([group, members]) => (
        <section key={group} aria-label={words(`group.${group}`)}>
          <h2 className="desk-settings-group">{words(`group.${group}`)}</h2>
          <ul className="desk-settings">
            {members.map(({ page, within }) => (
              <li key={page.name}>
                <Link className="td-focus" to={page.href}>
                  <strong>{page.title}</strong>
                  <span>{page.text}</span>
                  {within.length > 0 && <small>{within.join(' · ')}</small>}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
