import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link } from 'react-router'

import { FieldList } from '../features/custom-fields/field-list.tsx'
import { useFieldWords } from '../features/custom-fields/use-field-words.ts'
import { paths } from '../shared/paths.ts'
import { useMay } from '../shared/session/use-me.ts'

/** The custom fields of cases. */
export function Component() {
  const words = useFieldWords()
  const mayWrite = useMay()('settings:write')
  return (
    <>
      <PageHeader
        title={words('title')}
        text={words('text')}
        actions={
          mayWrite && (
            <Button component={Link} to={paths.newCustomField} leftSection={<IconPlus size={16} />}>
              {words('newField')}
            </Button>
          )
        }
      />
      <FieldList mayWrite={mayWrite} />
    </>
  )
}
