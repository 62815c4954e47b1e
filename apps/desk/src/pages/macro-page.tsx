import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Macro } from '@timedesk/contracts/macros'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link, useNavigate, useParams } from 'react-router'

import { MacroEditor } from '../features/texts/macro-editor.tsx'
import { textQueries } from '../features/texts/queries.ts'
import { useNewScope } from '../features/texts/use-new-scope.ts'
import { useTextWords } from '../features/texts/use-text-words.ts'
import { useTell } from '../shared/deeds/use-tell.ts'
import { QueryFace } from '../shared/lists/query-face.tsx'
import { paths } from '../shared/paths.ts'
import { SettingLog } from '../shared/settings/setting-log.tsx'

/** One macro, or a new one. */
export function Component() {
  const { macroId } = useParams()
  return macroId === undefined ? <Screen macro={null} /> : <Stored macroId={macroId} />
}

function Stored({ macroId }: { macroId: string }) {
  return <QueryFace query={useQuery(textQueries.macro(macroId))}>{(macro) => <Screen macro={macro} />}</QueryFace>
}

function Screen({ macro }: { macro: Macro | null }) {
  const words = useTextWords()
  const tell = useTell()
  const navigate = useNavigate()
  const scope = useNewScope()
  const leave = (saved: Macro) => {
    const list = saved.scope === 'everyone' ? paths.macros : `${paths.macros}?scope=${saved.scope}`
    tell(words('saved', { name: saved.name }), () => void navigate(list)).onSuccess()
  }
  return (
    <>
      <PageHeader
        back={
          <Anchor component={Link} to={paths.macros}>
            {words('backToMacros')}
          </Anchor>
        }
        title={macro?.name ?? words('createMacro')}
      />
      <MacroEditor key={macro?.id ?? 'new'} macro={macro} scope={scope} onSaved={leave} />
      {macro !== null && <SettingLog settingId={macro.id} />}
    </>
  )
}
