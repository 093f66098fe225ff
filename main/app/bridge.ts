/** The line from a page to its database process: who may speak on it, and what the shell answers itself. */
import type { IpcMain, WebContents } from 'electron'
import { ProjectInfo } from '../../contract/projects.ts'
import { Request, type Response } from '../../contract/wire.ts'
import { isOurFrame } from './window.ts'

type Answer = (request: unknown) => Promise<unknown>

/** Calls of any frame but the main one of a window of ours, at our own address, are refused. */
export const installBridge = (
  ipc: Pick<IpcMain, 'handle'>,
  answerFor: (contents: WebContents) => Answer | undefined,
): void => {
  ipc.handle('call', (event, request: unknown) => {
    const answer = isOurFrame(event.senderFrame) ? answerFor(event.sender) : undefined
    if (!answer) throw new Error('refused')
    return answer(request)
  })
}

export interface Route {
  readonly shell: Answer
  readonly host: Answer
  /** Brings another window that has this project to the front, and says whether there is one. */
  readonly focusOther: (project: { readonly path: string } | { readonly sample: true }) => boolean
  /** This window has another project now, or none. */
  readonly onProject: (project: Pick<ProjectInfo, 'path' | 'sample'> | null) => void
}

/** Answers the calls of one window. */
export const route =
  ({ shell, host, focusOther, onProject }: Route): Answer =>
  async (raw) => {
    const request = Request.safeParse(raw)
    if (!request.success) return host(raw)
    const { feature, method, input } = request.data
    if (feature === 'shell') return shell(raw)
    if (feature !== 'projects') return host(raw)

    const asked = (input as { path?: unknown } | null)?.path
    if (OPENING.has(method) && typeof asked === 'string' && focusOther({ path: asked })) return CANCELLED
    const response = (await host(raw)) as Response
    if (!response.ok)
      return method === 'openSample' && response.failure.code === 'locked' && focusOther({ sample: true })
        ? CANCELLED
        : response
    if (method === 'close') onProject(null)
    else if (OPENING.has(method)) onProject(ProjectInfo.parse(response.output))
    return response
  }

const OPENING: ReadonlySet<string> = new Set(['open', 'create', 'openSample', 'restore'])
/** The window stays as it is; the other one came to the front. */
const CANCELLED: Response = { ok: false, failure: { code: 'cancelled' } }
