import { MantineProvider, mergeThemeOverrides } from '@mantine/core'
import { useNotifications } from '@mantine/notifications'
import type { i18n } from 'i18next'
import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'

import { colorSchemeManager } from './color-scheme.ts'
import { resolveCssVariables, theme } from './theme.ts'
import { useLanguage } from './use-language.ts'
import { useWords } from './use-words.ts'

// Nothing is told in the first moment, so what tells it is fetched with the first message.
const NoticeCorner = lazy(async () => ({ default: (await import('./notice-corner.tsx')).NoticeCorner }))

type TimedeskProviderProps = {
  i18n: i18n
  children: ReactNode
  /** `test` turns transitions and portals off. */
  env?: 'default' | 'test'
}

/** Look, words and notifications for an app: wrap it once around everything. */
export function TimedeskProvider({ i18n, children, env = 'default' }: TimedeskProviderProps) {
  return (
    <I18nextProvider i18n={i18n}>
      <LocalisedTheme env={env}>
        <DocumentLanguage />
        <Messages />
        {children}
      </LocalisedTheme>
    </I18nextProvider>
  )
}

/** The theme, with the words that dialogs and messages carry wherever they are opened. */
function LocalisedTheme({ env, children }: Required<Pick<TimedeskProviderProps, 'env' | 'children'>>) {
  const close = useWords()('close')
  const localised = useMemo(() => {
    const defaultProps = { closeButtonProps: { 'aria-label': close } }
    return mergeThemeOverrides(theme, {
      components: { Modal: { defaultProps }, Drawer: { defaultProps }, Notification: { defaultProps } },
    })
  }, [close])

  return (
    <MantineProvider
      theme={localised}
      cssVariablesResolver={resolveCssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
      env={env}
    >
      {children}
    </MantineProvider>
  )
}

function Messages() {
  const { notifications } = useNotifications()
  const [isWanted, setIsWanted] = useState(false)
  if (notifications.length > 0 && !isWanted) setIsWanted(true)
  return (
    isWanted && (
      <Suspense>
        <NoticeCorner />
      </Suspense>
    )
  )
}

function DocumentLanguage() {
  const { language } = useLanguage()

  useEffect(() => {
    document.documentElement.lang = language
  }, [language])

  return null
}
