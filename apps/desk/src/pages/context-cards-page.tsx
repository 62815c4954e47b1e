import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link } from 'react-router'

import { CardList } from '../features/context-cards/card-list.tsx'
import { useCardSettingWords } from '../features/context-cards/use-card-setting-words.ts'
import { paths } from '../shared/paths.ts'

/** What other systems show beside cases. Only for those who may change settings, as the API says. */
export function Component() {
  const words = useCardSettingWords()
  return (
    <>
      <PageHeader
        title={words('title')}
        text={words('text')}
        actions={
          <Button component={Link} to={paths.newContextCard} leftSection={<IconPlus size={16} />}>
            {words('newCard')}
          </Button>
        }
      />
      <CardList />
    </>
  )
}
