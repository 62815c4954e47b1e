import '@timedesk/ui/theme.css'
import './shared/desk.css'
import { createI18n } from '@timedesk/ui/i18n'
import { createRoot } from 'react-dom/client'

import { App } from './app.tsx'
import { createDeskRouter } from './router.tsx'
import { createQueryClient } from './shared/create-query-client.ts'
import { texts } from './texts.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element for the app.')

createRoot(root).render(
  <App i18n={createI18n({ resources: texts })} queryClient={createQueryClient()} router={createDeskRouter()} />,
)
