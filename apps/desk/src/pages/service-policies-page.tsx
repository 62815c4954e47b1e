import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link } from 'react-router'

import { PolicyList } from '../features/service-policies/policy-list.tsx'
import { ReapplyButton } from '../features/service-policies/reapply-button.tsx'
import { usePolicyWords } from '../features/service-policies/use-policy-words.ts'
import { paths } from '../shared/paths.ts'
import { useMay } from '../shared/session/use-me.ts'

/** What is promised to whom. */
export function Component() {
  const words = usePolicyWords()
  const mayWrite = useMay()('settings:write')
  return (
    <>
      <PageHeader
        title={words('title')}
        text={words('text')}
        actions={
          mayWrite && (
            <Group gap="xs">
              <ReapplyButton />
              <Button component={Link} to={paths.newServicePolicy} leftSection={<IconPlus size={16} />}>
                {words('newPolicy')}
              </Button>
            </Group>
          )
        }
      />
      <PolicyList mayWrite={mayWrite} />
    </>
  )
}
