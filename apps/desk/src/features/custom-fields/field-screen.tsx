import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import { PageHeader } from '@timedesk/ui/page-header'
import { useLanguage } from '@timedesk/ui/use-language'
import { Link, useNavigate } from 'react-router'

import { customFieldSettingQueries } from '../../shared/custom-fields/custom-field-setting-queries.ts'
import { fieldName } from '@timedesk/ui/field-names'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { paths } from '../../shared/paths.ts'
import { FieldEditor } from './field-editor.tsx'
import { useFieldWords } from './use-field-words.ts'

/** A custom field to be changed, or a new one (null). */
export function FieldScreen({ field }: { field: CustomField | null }) {
  const words = useFieldWords()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const fields = useQuery(customFieldSettingQueries.list())
  return (
    <>
      <PageHeader
        back={
          <Anchor component={Link} to={paths.customFields} size="sm">
            {words('back')}
          </Anchor>
        }
        title={field === null ? words('newField') : fieldName(field, language)}
      />
      <QueryFace query={fields}>
        {(found) => <FieldEditor field={field} fields={found} onDone={() => void navigate(paths.customFields)} />}
      </QueryFace>
    </>
  )
}
