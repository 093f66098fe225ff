/** The rule of a code in a few lines: use when, not when; its definition where it has neither. */
import type { Code } from '../../../contract/codes.ts'
import { useMessages } from '../../lib/messages.tsx'

export const hasRule = ({ definition, useWhen, notWhen }: Code): boolean =>
  [definition, useWhen, notWhen].some((text) => text.trim() !== '')

export const CodeRule = ({ code }: { readonly code: Code }) => {
  // A name that begins with "use" would be taken for a hook.
  const { definition, useWhen: use, notWhen: not } = code
  const { rule } = useMessages().coding
  return (
    <>
      {use.trim() === '' && not.trim() === '' ? <span>{definition}</span> : null}
      {use.trim() === '' ? null : (
        <span>
          <b>{rule.use}</b> {use}
        </span>
      )}
      {not.trim() === '' ? null : (
        <span>
          <b>{rule.not}</b> {not}
        </span>
      )}
    </>
  )
}
