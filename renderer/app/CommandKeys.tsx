/** Listens to the keyboard for the whole window and runs the command that a key press means. */
import { useEffect, useRef } from 'react'
import type { Command, CommandContext } from '../lib/command.ts'
import { useCommandContext } from '../lib/command-context.ts'
import { explain, failureOf } from '../lib/explain.ts'
import { tellFailure } from '../ui/toasts.tsx'
import { commandFor } from './commands.ts'

export const runCommand = async (command: Command, context: CommandContext): Promise<void> => {
  try {
    await command.run(context)
  } catch (error) {
    tellFailure(explain(failureOf(error), context.messages))
  }
}

export const CommandKeys = () => {
  const context = useCommandContext()
  const latest = useRef(context)
  useEffect(() => {
    latest.current = context
  }, [context])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A dialog over the window has the keyboard to itself.
      if (
        event.defaultPrevented ||
        event.isComposing ||
        document.querySelector('[role="dialog"], [role="alertdialog"]:not(.toast)')
      )
        return
      const command = commandFor(event, latest.current)
      if (!command) return
      event.preventDefault()
      event.stopPropagation()
      void runCommand(command, latest.current)
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
    }
  }, [])
  return null
}
