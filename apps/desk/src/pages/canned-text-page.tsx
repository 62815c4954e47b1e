import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CannedText } from '@timedesk/contracts/canned-texts'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link, useNavigate, useParams } from 'react-router'

import { CannedTextEditor } from '../features/texts/canned-text-editor.tsx'
import { textQueries } from '../features/texts/queries.ts'
import { useNewScope } from '../features/texts/use-new-scope.ts'
import { useTextWords } from '../features/texts/use-text-words.ts'
import { useTell } from '../shared/deeds/use-tell.ts'
import { QueryFace } from '../shared/lists/query-face.tsx'
import { paths } from '../shared/paths.ts'
import { SettingLog } from '../shared/settings/setting-log.tsx'

/** One canned text, or a new one. */
export function Component() {
  const { cannedTextId } = useParams()
  return cannedTextId === undefined ? <Screen text={null} /> : <Stored cannedTextId={cannedTextId} />
}

function Stored({ cannedTextId }: { cannedTextId: string }) {
  return <QueryFace query={useQuery(textQueries.text(cannedTextId))}>{(text) => <Screen text={text} />}</QueryFace>
}

function Screen({ text }: { text: CannedText | null }) {
  const words = useTextWords()
  const tell = useTell()
  const navigate = useNavigate()
  const scope = useNewScope()
  const leave = (saved: CannedText) => {
    const list = saved.scope === 'everyone' ? paths.cannedTexts : `${paths.cannedTexts}?scope=${saved.scope}`
    tell(words('saved', { name: saved.name }), () => void navigate(list)).onSuccess()
  }
  return (
    <>
      <PageHeader
        back={
          <Anchor component={Link} to={paths.cannedTexts}>
            {words('backToTexts')}
          </Anchor>
        }
        title={text?.name ?? words('createText')}
      />
      <CannedTextEditor key={text?.id ?? 'new'} text={text} scope={scope} onSaved={leave} />
      {text !== null && <SettingLog settingId={text.id} />}
    </>
  )
}
