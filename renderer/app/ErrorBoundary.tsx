/** Catches what a screen throws while it draws, says so plainly, and offers to open it again. */
import { Component, type ReactNode } from 'react'
import { useMessages } from '../lib/messages.tsx'
import { Button, Empty } from '../ui/controls.tsx'

interface State {
  readonly failed: boolean
}
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false }
  static getDerivedStateFromError(): State {
    return { failed: true }
  }
  override render() {
    return this.state.failed ? (
      <Crashed
        onAgain={() => {
          this.setState({ failed: false })
        }}
      />
    ) : (
      this.props.children
    )
  }
}

const Crashed = ({ onAgain }: { readonly onAgain: () => void }) => {
  const { crash } = useMessages().app
  return (
    <Empty title={crash.title} text={crash.text}>
      <Button kind="primary" onPress={onAgain}>
        {crash.again}
      </Button>
    </Empty>
  )
}
