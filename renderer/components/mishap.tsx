import { Component, type ReactNode } from 'react'
import { tellError } from '../store/toasts.js'

interface MishapProps {
  /** What stands in the place of a part that cannot be drawn; `again` tries once more. */
  instead?: (again: () => void) => ReactNode
  onMishap?: () => void
  children: ReactNode
}

/** Keeps a mistake in drawing one part of the window from taking all of the window away, which React would do. */
export class Mishap extends Component<MishapProps, { happened: boolean }> {
  override state = { happened: false }

  static getDerivedStateFromError(): { happened: boolean } {
    return { happened: true }
  }

  override componentDidCatch(error: unknown): void {
    tellError(`This could not be shown: ${error instanceof Error ? error.message : String(error)}`)
    this.props.onMishap?.()
  }

  override render(): ReactNode {
    const { children, instead } = this.props
    if (!this.state.happened) return children
    return instead?.(() => this.setState({ happened: false })) ?? null
  }
}
