import { lazy, type ComponentType } from 'react'

/** A screen whose file comes when it is needed; what fails is asked for once more. */
export function page(load: () => Promise<{ Component: ComponentType }>): ComponentType {
  return lazy(async () => ({ default: (await load().catch(load)).Component }))
}
