import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ContextCard } from '@timedesk/contracts/context-cards'
import { PageHeader } from '@timedesk/ui/page-header'
import { useState, type ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'

import { draftOfCard, emptyCard } from '../features/context-cards/card-draft.ts'
import { CardEditor } from '../features/context-cards/card-editor.tsx'
import { cardSettingQueries } from '../features/context-cards/card-setting-queries.ts'
import { RemoveCardButton } from '../features/context-cards/remove-card-button.tsx'
import { CardSecretOnce, SecretPanel } from '../features/context-cards/secret-panel.tsx'
import { TryPanel } from '../features/context-cards/try-panel.tsx'
import { useCardSettingWords } from '../features/context-cards/use-card-setting-words.ts'
import { useCreateCard, useUpdateCard } from '../features/context-cards/use-save-card.ts'
import { useTell } from '../shared/deeds/use-tell.ts'
import { QueryFace } from '../shared/lists/query-face.tsx'
import { paths } from '../shared/paths.ts'
import { SettingLog } from '../shared/settings/setting-log.tsx'

/** One context card, or a new one. */
export function Component() {
  const { cardId } = useParams()
  return cardId === undefined ? <NewCard /> : <Stored cardId={cardId} />
}

/** A card is created here; its secret is shown, and then its own page, where it can be tried. */
function NewCard() {
  const words = useCardSettingWords()
  const navigate = useNavigate()
  const creation = useCreateCard()
  const made = creation.data
  return (
    <>
      <Header title={words('createTitle')} />
      <CardEditor
        latest={emptyCard()}
        isNew
        state={creation}
        onSubmit={(draft) => {
          if (made === undefined) creation.mutate(draft)
        }}
      />
      {made !== undefined && (
        <CardSecretOnce
          secret={made.secret}
          onClose={() => void navigate(paths.contextCard(made.id), { replace: true })}
        />
      )}
    </>
  )
}

function Stored({ cardId }: { cardId: string }) {
  return (
    <QueryFace query={useQuery(cardSettingQueries.detail(cardId))}>
      {(card) => <StoredCard key={card.id} card={card} />}
    </QueryFace>
  )
}

function StoredCard({ card }: { card: ContextCard }) {
  const words = useCardSettingWords()
  const tell = useTell()
  const navigate = useNavigate()
  const change = useUpdateCard(card)
  const [savings, setSavings] = useState(0)
  const saved = () => {
    tell(words('saved')).onSuccess()
    setSavings((before) => before + 1)
  }
  return (
    <>
      <Header
        title={card.name}
        actions={<RemoveCardButton card={card} onRemoved={() => void navigate(paths.contextCards)} />}
      />
      <CardEditor
        // Begins anew from what was saved.
        key={savings}
        latest={draftOfCard(card)}
        isNew={false}
        state={change}
        onSubmit={(draft) => change.mutate(draft, { onSuccess: saved })}
      />
      <div className="desk-context-parts">
        <TryPanel cardId={card.id} />
        <SecretPanel card={card} />
        <SettingLog settingId={card.id} />
      </div>
    </>
  )
}

function Header({ title, actions }: { title: string; actions?: ReactNode }) {
  const words = useCardSettingWords()
  return (
    <PageHeader
      back={
        <Anchor component={Link} to={paths.contextCards}>
          {words('back')}
        </Anchor>
      }
      title={title}
      actions={actions}
    />
  )
}
