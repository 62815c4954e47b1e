import { TextInput, type TextInputProps } from '@mantine/core'

type AmountInputProps = TextInputProps & { currency: string }

/** An amount with its currency behind it. */
export function AmountInput({ currency, ...props }: AmountInputProps) {
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      rightSectionWidth={56}
      rightSection={<span className="desk-quiet">{currency}</span>}
      {...props}
    />
  )
}
