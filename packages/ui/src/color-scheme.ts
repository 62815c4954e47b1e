import { localStorageColorSchemeManager } from '@mantine/core'

import { COLOR_SCHEME_STORAGE_KEY } from './color-scheme-plugin.ts'

/** Keeps the chosen colour scheme of this browser; `auto` follows the system. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: COLOR_SCHEME_STORAGE_KEY })
