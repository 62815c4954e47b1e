import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { AutomationRule } from '@timedesk/contracts/automation-rules'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'

import { automationQueries } from '../features/automation/queries.ts'
import { RemoveRuleButton } from '../features/automation/remove-rule-button.tsx'
import { RuleEditor } from '../features/automation/rule-editor.tsx'
import { RunLog } from '../features/automation/run-log.tsx'
import { useAutomationWords } from '../features/automation/use-automation-words.ts'
import { useTell } from '../shared/deeds/use-tell.ts'
import { QueryFace } from '../shared/lists/query-face.tsx'
import { paths } from '../shared/paths.ts'
import { useMay } from '../shared/session/use-me.ts'
import { SettingLog } from '../shared/settings/setting-log.tsx'

/** One automation rule, or a new one. */
export function Component() {
  const { ruleId } = useParams()
  return ruleId === undefined ? <Screen rule={null} /> : <Stored ruleId={ruleId} />
}

function Stored({ ruleId }: { ruleId: string }) {
  return <QueryFace query={useQuery(automationQueries.detail(ruleId))}>{(rule) => <Screen rule={rule} />}</QueryFace>
}

function Screen({ rule }: { rule: AutomationRule | null }) {
  const words = useAutomationWords()
  const tell = useTell()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const mayWrite = useMay()('settings:write')
  const goBack = () => void navigate(paths.automation)
  return (
    <>
      <PageHeader
        back={
          <Anchor component={Link} to={paths.automation}>
            {words('back')}
          </Anchor>
        }
        title={rule?.name ?? words('createTitle')}
        actions={mayWrite && rule?.lastRunAt === null && <RemoveRuleButton rule={rule} onRemoved={goBack} />}
      />
      <RuleEditor
        key={rule?.id ?? 'new'}
        rule={rule}
        kind={search.get('kind') === 'time' ? 'time' : 'event'}
        mayWrite={mayWrite}
        onSaved={tell(words('saved'), goBack).onSuccess}
      />
      {rule !== null && (
        <>
          <RunLog ruleId={rule.id} />
          <SettingLog settingId={rule.id} />
        </>
      )}
    </>
  )
}
