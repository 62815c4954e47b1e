import { Button } from '@mantine/core'
import type { PotentialItem } from '@timedesk/contracts/potential'
import { useState } from 'react'
import { useNavigate } from 'react-router'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { useDraftInvoice, type DraftedInvoice } from '../../shared/invoicing/use-draft-invoice.ts'
import { paths } from '../../shared/paths.ts'
import { useMay } from '../../shared/session/use-me.ts'
import { keysOf } from './item-key.ts'
import { MarkDialog, type MarkKind } from './mark-dialog.tsx'
import { useReleasePotential } from './use-mark-potential.ts'
import { usePotentialWords } from './use-potential-words.ts'

type ItemDeedsProps = {
  customerId: string
  /** Through which day all that is ready is drafted; null while the list does not show all of it. */
  to: string | null
  selected: readonly PotentialItem[]
  onDone: () => void
}

/** What can be done with chosen items: invoice, hold, write off or release; with none chosen, invoice all that is ready. */
export function ItemDeeds({ customerId, to, selected, onDone }: ItemDeedsProps) {
  const words = usePotentialWords()
  const may = useMay()
  const tell = useTell()
  const draft = useDraft(onDone)
  const release = useReleasePotential()
  const [asked, setAsked] = useState<MarkKind | null>(null)
  if (!may('invoice:write')) return null

  const holds = [...new Set(selected.flatMap(({ hold }) => (hold === null ? [] : [hold.id])))]
  const areAllReady = selected.every(({ state }) => state === 'ready')
  const areAllHeld = selected.length > 0 && selected.every(({ hold }) => hold !== null)
  return (
    <>
      {areAllHeld && (
        <Button
          size="compact-sm"
          variant="default"
          loading={release.isPending}
          onClick={() => release.mutate(holds, tell(words('released'), onDone))}
        >
          {words('release')}
        </Button>
      )}
      {(['hold', 'write_off'] as const).map((kind) => (
        <Button
          key={kind}
          size="compact-sm"
          variant="default"
          disabled={selected.length === 0 || (kind === 'hold' && areAllHeld)}
          onClick={() => setAsked(kind)}
        >
          {words(`${kind}_dots`)}
        </Button>
      ))}
      <Button
        size="compact-sm"
        loading={draft.isPending}
        disabled={!areAllReady || (selected.length === 0 && to === null)}
        onClick={() => {
          if (selected.length > 0) draft.run({ customerId, items: keysOf(selected) })
          else if (to !== null) draft.run({ customerId, through: to })
        }}
      >
        {words(selected.length === 0 && to !== null ? 'draftAll' : 'draftSelected')}
      </Button>
      {asked !== null && <MarkDialog kind={asked} items={selected} onDone={onDone} onClose={() => setAsked(null)} />}
    </>
  )
}

/** Drafts, and goes to the draft; says so when there are several. */
function useDraft(onDone: () => void) {
  const words = usePotentialWords()
  const tell = useTell()
  const navigate = useNavigate()
  const draft = useDraftInvoice()
  return {
    isPending: draft.isPending,
    // A promise, since the list may be empty by then and the buttons gone: callbacks given to `mutate` would not be heard.
    run: (body: Parameters<typeof draft.mutate>[0]) =>
      void draft.mutateAsync(body).then(({ id, documents }: DraftedInvoice) => {
        onDone()
        if (documents.length > 1) tell(words('draftedSeveral', { count: documents.length })).onSuccess()
        void navigate(paths.invoice(id))
      }, tell('').onError),
  }
}
