import { FieldScreen } from '../features/custom-fields/field-screen.tsx'

/** A new custom field. */
export function Component() {
  return <FieldScreen field={null} />
}
