import { Component, type ReactNode } from 'react'

type PageBoundaryProps = {
  /** Another key is another page, which gets its own chance. */
  pageKey: string
  fallback: ReactNode
  children: ReactNode
}
type PageBoundaryState = { brokenKey: string | null }

/** Keeps what broke in one page from taking the others with it. */
export class PageBoundary extends Component<PageBoundaryProps, PageBoundaryState> {
  override state: PageBoundaryState = { brokenKey: null }

  static getDerivedStateFromError(): Partial<PageBoundaryState> {
    return { brokenKey: '' }
  }

  static getDerivedStateFromProps(
    { pageKey }: PageBoundaryProps,
    { brokenKey }: PageBoundaryState,
  ): Partial<PageBoundaryState> | null {
    if (brokenKey === '') return { brokenKey: pageKey }
    return brokenKey !== null && brokenKey !== pageKey ? { brokenKey: null } : null
  }

  override render(): ReactNode {
    return this.state.brokenKey === null ? this.props.children : this.props.fallback
  }
}
