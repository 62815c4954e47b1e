import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link } from 'react-router'

import { RuleList } from '../features/dispatch-rules/rule-list.tsx'
import { useRuleWords } from '../features/dispatch-rules/use-rule-words.ts'
import { paths } from '../shared/paths.ts'
import { useMay } from '../shared/session/use-me.ts'

/** Who gets new cases. */
export function Component() {
  const words = useRuleWords()
  const mayWrite = useMay()('settings:write')
  return (
    <>
      <PageHeader
        title={words('title')}
        text={words('text')}
        actions={
          mayWrite && (
            <Button component={Link} to={paths.newDispatchRule} leftSection={<IconPlus size={16} />}>
              {words('newRule')}
            </Button>
          )
        }
      />
      <RuleList mayWrite={mayWrite} />
    </>
  )
}
