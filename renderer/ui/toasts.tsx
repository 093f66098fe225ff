/** Short notices at the foot of the window, with an action such as Undo; read out by screen readers. */
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent,
  UNSTABLE_ToastQueue,
  UNSTABLE_ToastRegion,
} from 'react-aria-components'
import { useMessages } from '../lib/messages.tsx'
import { Button } from './controls.tsx'

interface Notice {
  readonly text: string
  readonly kind: 'done' | 'failure'
  readonly action?: { readonly label: string; readonly run: () => void }
}
const queue = new UNSTABLE_ToastQueue<Notice>({ maxVisibleToasts: 3 })
const SHOWN_FOR = 8000

/** Says that something was done, with a way back or on. */
export const tell = (text: string, action?: Notice['action']): void => {
  queue.add({ text, kind: 'done', ...(action ? { action } : {}) }, { timeout: SHOWN_FOR })
}
/** Says that something failed; it stays until it is put away. */
export const tellFailure = (text: string, action?: Notice['action']): void => {
  for (const { key, content } of queue.visibleToasts) if (content.text === text) queue.close(key)
  queue.add({ text, kind: 'failure', ...(action ? { action } : {}) })
}

/** Puts all of them away: another project is shown, which they are not about. */
export const putAway = (): void => {
  for (const { key } of queue.visibleToasts) queue.close(key)
}

export const Toasts = () => {
  const { app } = useMessages()
  return (
    <UNSTABLE_ToastRegion queue={queue} className="toasts" aria-label={app.notices}>
      {({ toast }) => (
        <AriaToast toast={toast} className="toast" data-kind={toast.content.kind}>
          <UNSTABLE_ToastContent>{toast.content.text}</UNSTABLE_ToastContent>
          {toast.content.action ? (
            <Button
              onPress={() => {
                toast.content.action?.run()
                queue.close(toast.key)
              }}
            >
              {toast.content.action.label}
            </Button>
          ) : null}
          <Button slot="close" kind="quiet">
            {app.close}
          </Button>
        </AriaToast>
      )}
    </UNSTABLE_ToastRegion>
  )
}
