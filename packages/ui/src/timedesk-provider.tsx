import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import 'dayjs/locale/da'
import 'dayjs/locale/en-gb'
import type { i18n } from 'i18next'
import { useEffect, type ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'

import { colorSchemeManager } from './color-scheme.ts'
import { resolveCssVariables, theme } from './theme.ts'
import { useLanguage } from './use-language.ts'

const MONDAY = 1
const DATES_LOCALES = { en: 'en-gb', da: 'da' } as const

type TimedeskProviderProps = {
  i18n: i18n
  children: ReactNode
  /** `test` turns transitions and portals off. */
  env?: 'default' | 'test'
}

/** Look, words, dates and notifications for an app: wrap it once around everything. */
export function TimedeskProvider({ i18n, children, env = 'default' }: TimedeskProviderProps) {
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={resolveCssVariables}
        colorSchemeManager={colorSchemeManager}
        defaultColorScheme="auto"
        env={env}
      >
        <LocalisedDates>
          <Notifications position="bottom-right" limit={3} />
          {children}
        </LocalisedDates>
      </MantineProvider>
    </I18nextProvider>
  )
}

function LocalisedDates({ children }: { children: ReactNode }) {
  const { language } = useLanguage()

  useEffect(() => {
    document.documentElement.lang = language
  }, [language])

  return (
    <DatesProvider settings={{ locale: DATES_LOCALES[language], firstDayOfWeek: MONDAY }}>{children}</DatesProvider>
  )
}
