import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { DispatchRule } from '@timedesk/contracts/dispatch-rules'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link, useNavigate, useParams } from 'react-router'

import { RemoveRuleButton } from '../features/dispatch-rules/remove-rule-button.tsx'
import { RuleEditor } from '../features/dispatch-rules/rule-editor.tsx'
import { useRuleWords } from '../features/dispatch-rules/use-rule-words.ts'
import { useTell } from '../shared/deeds/use-tell.ts'
import { dispatchRuleQueries } from '../shared/dispatch/dispatch-rule-queries.ts'
import { QueryFace } from '../shared/lists/query-face.tsx'
import { paths } from '../shared/paths.ts'
import { useMay } from '../shared/session/use-me.ts'
import { SettingLog } from '../shared/settings/setting-log.tsx'

/** One dispatch rule, or a new one. */
export function Component() {
  const { ruleId } = useParams()
  return ruleId === undefined ? <Screen rule={null} /> : <Stored ruleId={ruleId} />
}

function Stored({ ruleId }: { ruleId: string }) {
  return <QueryFace query={useQuery(dispatchRuleQueries.detail(ruleId))}>{(rule) => <Screen rule={rule} />}</QueryFace>
}

function Screen({ rule }: { rule: DispatchRule | null }) {
  const words = useRuleWords()
  const tell = useTell()
  const navigate = useNavigate()
  const mayWrite = useMay()('settings:write')
  const goBack = () => void navigate(paths.dispatchRules)
  return (
    <>
      <PageHeader
        back={
          <Anchor component={Link} to={paths.dispatchRules}>
            {words('back')}
          </Anchor>
        }
        title={rule?.name ?? words('createTitle')}
        actions={rule !== null && mayWrite && <RemoveRuleButton rule={rule} onRemoved={goBack} />}
      />
      <RuleEditor key={rule?.id ?? 'new'} rule={rule} onSaved={tell(words('saved'), goBack).onSuccess} />
      {rule !== null && <SettingLog settingId={rule.id} />}
    </>
  )
}
