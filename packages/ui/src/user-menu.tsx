import { Menu, Text, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconLogout, IconMoon, IconSun, type IconProps } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'

import { languageOf, type Language } from './i18n.ts'
import { PersonAvatar } from './person-avatar.tsx'
import { useLanguage } from './use-language.ts'
import { useWords, type UiKey } from './use-words.ts'

export type FrameUser = { name: string; email?: string | undefined }

const COLOR_SCHEMES: readonly { scheme: MantineColorScheme; words: UiKey; Icon: ComponentType<IconProps> }[] = [
  { scheme: 'auto', words: 'colorSchemeAuto', Icon: IconDeviceDesktop },
  { scheme: 'light', words: 'colorSchemeLight', Icon: IconSun },
  { scheme: 'dark', words: 'colorSchemeDark', Icon: IconMoon },
]

const LANGUAGE_WORDS: Record<Language, UiKey> = { en: 'languageEn', da: 'languageDa' }

type UserMenuProps = {
  user: FrameUser
  onSignOut: () => void
  /** More entries, as Mantine `Menu.Item`s. */
  children?: ReactNode
}

/** Who is signed in, with language, appearance and the way out. */
export function UserMenu({ user, onSignOut, children }: UserMenuProps) {
  const words = useWords()

  return (
    <Menu position="bottom-end" width={232} shadow="md">
      <Menu.Target>
        <UnstyledButton className="td-user-button" aria-label={words('userMenuOf', { name: user.name })}>
          <PersonAvatar name={user.name} size={30} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
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
      </Menu.Dropdown>
    </Menu>
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
