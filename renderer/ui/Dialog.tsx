/** A dialog over the window: Esc and a press outside step back, the focus stays inside and returns. */
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './controls.tsx'

export const Dialog = ({
  title,
  size = 'normal',
  onClose,
  role = 'dialog',
  stays = false,
  children,
}: {
  readonly title: string
  readonly size?: 'normal' | 'wide' | 'full'
  readonly onClose: () => void
  readonly role?: 'dialog' | 'alertdialog'
  /** A press outside leaves it open: it holds work that would be lost. */
  readonly stays?: boolean
  readonly children: ReactNode
}) => (
  <ModalOverlay
    className="scrim"
    isOpen
    isDismissable={role === 'dialog' && !stays}
    onOpenChange={(isOpen) => {
      if (!isOpen) onClose()
    }}
  >
    <Modal>
      <AriaDialog className="dialog" data-size={size} role={role}>
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {children}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)

/** Asks before something that takes a lot along; the count stands in `text`. */
export const Confirm = ({
  title,
  text,
  action,
  cancel,
  isDangerous = true,
  onConfirm,
  onClose,
}: {
  readonly title: string
  readonly text: string
  readonly action: string
  readonly cancel: string
  readonly isDangerous?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}) => (
  <Dialog title={title} role="alertdialog" onClose={onClose}>
    <p>{text}</p>
    <div className="actions">
      <Button onPress={onClose}>{cancel}</Button>
      <Button
        autoFocus
        kind={isDangerous ? 'danger' : 'primary'}
        onPress={() => {
          onConfirm()
          onClose()
        }}
      >
        {action}
      </Button>
    </div>
  </Dialog>
)
