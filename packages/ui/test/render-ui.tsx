import { render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'

import { createI18n, type Language } from '../src/i18n.ts'
import { TimedeskProvider } from '../src/timedesk-provider.tsx'
import './setup.ts'

/** Renders with look, words and registry as an app has them, without transitions and portals. */
export function renderUi(children: ReactNode, language: Language = 'en'): RenderResult {
  const i18n = createI18n({ resources: { en: {}, da: {} }, language })
  return render(
    <TimedeskProvider i18n={i18n} env="test">
      {children}
    </TimedeskProvider>,
  )
}
