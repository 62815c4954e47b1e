import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import type { VoucherOffer } from '@timedesk/contracts/voucher-orders'
import { LINE_LENGTH_MAX } from '@timedesk/contracts/limits'
import { useFormat } from '@timedesk/ui/format'
import { useState, type SubmitEvent } from 'react'
import type { z } from 'zod'
import { FormProblem } from '../../shared/form-problem.tsx'
import { useMe } from '../../shared/me.ts'
import { useNotify } from '../../shared/use-notify.ts'
import { useRefusalWords } from '../../shared/use-refusal-words.ts'
import './agreements.css'
import { useAgreementsWords } from './use-agreements-words.ts'
import { useOrderWords } from './use-order-words.ts'
import { useOrderVoucher } from './use-order-voucher.ts'
import { unitWords } from './word-agreement.ts'

type Offer = z.infer<typeof VoucherOffer>
type VoucherOffersProps = { agreementId: string; offers: readonly Offer[] }

/** What can be bought again, each with its price; ordering asks once more. */
export function VoucherOffers({ agreementId, offers }: VoucherOffersProps) {
  const words = useOrderWords()
  const agreementsWords = useAgreementsWords()
  const format = useFormat()
  const [chosen, setChosen] = useState<Offer | null>(null)
  const unitsOf = (offer: Offer) => unitWords({ words: agreementsWords, format }, offer, offer.quantity)
  const close = () => {
    setChosen(null)
  }
  return (
    <>
      <ul className="ex-offers">
        {offers.map((offer) => (
          <li key={`${offer.unit} ${String(offer.quantity)} ${offer.price.amount}`}>
            <span className="ex-offer-units">{unitsOf(offer)}</span>
            <span className="ex-offer-price">
              {format.money(offer.price)} <span>{words('withoutVat')}</span>
            </span>
            <Button
              aria-label={words('orderOf', { units: unitsOf(offer), price: format.money(offer.price) })}
              onClick={() => {
                setChosen(offer)
              }}
            >
              {words('order')}
            </Button>
          </li>
        ))}
      </ul>
      <Modal
        opened={chosen !== null}
        onClose={close}
        title={chosen !== null && words('orderTitle', { units: unitsOf(chosen) })}
        closeOnClickOutside={false}
      >
        {chosen !== null && <OrderForm agreementId={agreementId} offer={chosen} onClose={close} />}
      </Modal>
    </>
  )
}

function OrderForm({ agreementId, offer, onClose }: { agreementId: string; offer: Offer; onClose: () => void }) {
  const words = useOrderWords()
  const format = useFormat()
  const me = useMe()
  const notify = useNotify()
  const refusalWords = useRefusalWords()
  const order = useOrderVoucher(agreementId)
  const [message, setMessage] = useState('')
  const { unit, quantity, price } = offer

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (order.isPending) return
    order.mutate(
      { unit, quantity, message: message.trim() },
      {
        onSuccess: () => {
          notify(words('orderSent'))
          onClose()
        },
      },
    )
  }

  return (
    <form onSubmit={handleSubmit} aria-busy={order.isPending}>
      <Stack gap="sm">
        <FormProblem error={order.error} />
        <Text size="sm">{words('orderText', { price: format.money(price), supplier: me.supplier })}</Text>
        <TextInput
          label={words('orderMessage')}
          description={words('orderMessageHint')}
          autoComplete="off"
          maxLength={LINE_LENGTH_MAX}
          value={message}
          error={refusalWords.ofField(order.error, 'message')}
          onChange={(event) => {
            setMessage(event.currentTarget.value)
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words('orderCancel')}
          </Button>
          <Button type="submit" loading={order.isPending}>
            {words('orderSend')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
