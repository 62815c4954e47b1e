import { removeCaseView, type CaseView } from '@timedesk/contracts/case-views'
import { useNavigate } from 'react-router'

import { client } from '../../../shared/client.ts'
import { ConfirmDialog } from '../../../shared/deeds/confirm-dialog.tsx'
import { useChange } from '../../../shared/deeds/use-change.ts'
import { useTell } from '../../../shared/deeds/use-tell.ts'
import { paths } from '../../../shared/paths.ts'
import { viewQueries } from '../../../shared/views/view-queries.ts'
import { useViewFormWords } from './use-view-form-words.ts'

/** Asks before a view goes, and leads to the inbox when it did. */
export function RemoveView({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const words = useViewFormWords()
  const tell = useTell()
  const navigate = useNavigate()
  const remove = useChange(() => client.call(removeCaseView, { params: { viewId: view.id } }), [])
  const renew = useChange(() => Promise.resolve(), [viewQueries.root])
  return (
    <ConfirmDialog
      question={words('removeQuestion', { name: view.name ?? '' })}
      consequence={words(view.scope === 'private' ? 'removeOwn' : 'removeShared')}
      confirmLabel={words('remove')}
      isDangerous
      isPending={remove.isPending}
      onConfirm={() =>
        remove.mutate(
          undefined,
          tell(words('removed'), () => {
            // Off the view first: its list must not be read once more when it is gone.
            void navigate(paths.cases, { replace: true })
            renew.mutate()
          }),
        )
      }
      onClose={onClose}
    />
  )
}
