import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link } from 'react-router'

import { AgreementList } from '../features/agreements/agreement-list.tsx'
import { useAgreementWords } from '../features/agreements/use-agreement-words.ts'
import { newAgreementPath } from '../shared/paths.ts'
import { useMay } from '../shared/session/use-me.ts'

/** The agreements with all customers. */
export function Component() {
  const words = useAgreementWords()
  const mayWrite = useMay()('agreement:write')
  return (
    <>
      <PageHeader
        title={words('title')}
        actions={
          mayWrite && (
            <Button component={Link} to={newAgreementPath()} leftSection={<IconPlus size={16} />}>
              {words('new')}
            </Button>
          )
        }
      />
      <AgreementList mayCreate={mayWrite} />
    </>
  )
}
