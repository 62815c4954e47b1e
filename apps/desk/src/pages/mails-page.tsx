import { PageHeader } from '@timedesk/ui/page-header'

import { useFrameWords } from '../features/frame/desk-frame.tsx'

export function Component() {
  const words = useFrameWords()
  return <PageHeader title={words('mails')} />
}
