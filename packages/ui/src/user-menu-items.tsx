import { Menu, Text, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconLogout, IconMoon, IconSun, type IconProps } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'

import type { FrameUser } from './frame-user.ts'
import { languageOf, type Language } from './i18n.ts'
import { useLanguage } from './use-language.ts'
import { useWords, type UiKey } from './use-words.ts'

const COLOR_SCHEMES: readonly { scheme: MantineColorScheme; words: UiKey; Icon: ComponentType<IconProps> }[] = [
  { scheme: 'auto', words: 'colorSchemeAuto', Icon: IconDeviceDesktop },
  { scheme: 'light', words: 'colorSchemeLight', Icon: IconSun },
  { scheme: 'dark', words: 'colorSchemeDark', Icon: IconMoon },
]

const LANGUAGE_WORDS: Record<Language, UiKey> = { en: 'languageEn', da: 'languageDa' }

type UserMenuItemsProps = {
  user: FrameUser
  onSignOut: () => void
  children?: ReactNode
}

/** What the menu of the person holds. */
export function UserMenuItems({ user, onSignOut, children }: UserMenuItemsProps) {
  const words = useWords()
  return (
    <>
      <div className="td-user-heading">
        <Text fw={600} size="sm">
          {user.name}
        </Text>
        {user.email !== undefined && (
          <Text c="dimmed" size="xs">
            {user.email}
          </Text>
        )}
      </div>
      {children}
      <Menu.Divider />
      <LanguageItems />
      <Menu.Divider />
      <ColorSchemeItems />
      <Menu.Divider />
      <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={onSignOut}>
        {words('signOut')}
      </Menu.Item>
    </>
  )
}

function LanguageItems() {
  const words = useWords()
  const { language, languages, setLanguage } = useLanguage()
  return (
    <Menu.RadioGroup
      value={language}
      onChange={(choice) => {
        setLanguage(languageOf(choice) ?? language)
      }}
    >
      <Menu.Label>{words('language')}</Menu.Label>
      {languages.map((choice) => (
        <Menu.RadioItem key={choice} value={choice} lang={choice}>
          {words(LANGUAGE_WORDS[choice])}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}

function ColorSchemeItems() {
  const words = useWords()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu.RadioGroup
      value={colorScheme}
      onChange={(choice) => {
        setColorScheme(COLOR_SCHEMES.find(({ scheme }) => scheme === choice)?.scheme ?? 'auto')
      }}
    >
      <Menu.Label>{words('colorScheme')}</Menu.Label>
      {COLOR_SCHEMES.map(({ scheme, words: key, Icon }) => (
        <Menu.RadioItem key={scheme} value={scheme} rightSection={<Icon size={16} stroke={1.6} aria-hidden="true" />}>
          {words(key)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}
