import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useLanguage } from '@timedesk/ui/use-language'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import { pathOptions } from '../../shared/conditions/path-options.ts'
import { customFieldSettingQueries } from '../../shared/custom-fields/custom-field-setting-queries.ts'
import { fieldName } from '@timedesk/ui/field-names'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { Mark } from '../../shared/lists/mark.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { OrderList } from '../../shared/order/order-list.tsx'
import { paths } from '../../shared/paths.ts'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import './fields.css'
import { useFieldWords } from './use-field-words.ts'
import { useOrderFields } from './use-save-field.ts'

/** The custom fields in the order in which forms ask for them. */
export function FieldList({ mayWrite }: { mayWrite: boolean }) {
  const words = useFieldWords()
  const { language } = useLanguage()
  const { onError } = useTell()('')
  const order = useOrderFields()
  const fields = useQuery(customFieldSettingQueries.list())
  return (
    <QueryFace query={fields}>
      {(found) =>
        found.length === 0 ? (
          <EmptyState title={words('emptyTitle')}>{words('emptyText')}</EmptyState>
        ) : (
          <div className="desk-fields">
            <OrderList
              label={words('title')}
              items={found}
              keyOf={({ id }) => id}
              nameOf={(field) => fieldName(field, language)}
              isDisabled={!mayWrite || found.length === 1}
              onOrder={(ids) => order.mutateAsync(ids).catch(onError)}
            >
              {(field, handle) => <FieldRowView field={field} handle={handle} />}
            </OrderList>
          </div>
        )
      }
    </QueryFace>
  )
}

function FieldRowView({ field, handle }: { field: CustomField; handle: ReactNode }) {
  const words = useFieldWords()
  const listWords = useListWords()
  const { language } = useLanguage()
  const { data: types = [] } = useQuery(settingQueries.caseTypes())
  const { typeIds, requiredFor } = field.rules
  const names = new Map(pathOptions(types, typeIds ?? []).map(({ value, label }) => [value, label]))
  return (
    <>
      {handle}
      <span className="desk-field-name">
        <Anchor component={Link} to={paths.customField(field.id)}>
          {fieldName(field, language)}
        </Anchor>
        {!field.isActive && <Mark>{listWords('inactiveMark')}</Mark>}
        <span className="desk-quiet desk-small">{field.key}</span>
      </span>
      <span className="desk-field-facts desk-small">
        <span>{words(`kind_${field.kind}`)}</span>
        <span className="desk-quiet">
          {typeIds === null ? words('allTypes') : typeIds.map((id) => names.get(id) ?? '?').join(', ')}
        </span>
        {requiredFor !== 'never' && (
          <span className="desk-quiet">
            {words('requiredFor')}: {words(`requiredFor_${requiredFor}`)}
          </span>
        )}
        {field.forContacts !== 'hidden' && (
          <span className="desk-quiet">
            {words('forContacts')}: {words(`forContacts_${field.forContacts}`)}
          </span>
        )}
      </span>
    </>
  )
}
