import '@timedesk/ui/theme.css'
import './shared/desk.css'
import { createI18n } from '@timedesk/ui/i18n'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'

import { App } from './app.tsx'
import { createQueryClient } from './shared/create-query-client.ts'
import { BASE_PATH } from './shared/paths.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element for the app.')

createRoot(root).render(
  <BrowserRouter basename={BASE_PATH}>
    <App i18n={createI18n({ resources: { en: {}, da: {} } })} queryClient={createQueryClient()} />
  </BrowserRouter>,
)
