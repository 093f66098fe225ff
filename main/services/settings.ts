/** Settings of this installation: language, theme, and how I am called in new projects. */
import type { Event } from '../../contract/event.ts'
import type { Services } from '../../contract/index.ts'
import type { Installation } from '../host/installation.ts'
import type { Context } from '../host/project.ts'

interface Deps {
  readonly installation: Installation
  readonly announce: (event: Event) => void
}

export const settingsService = ({ installation, announce }: Deps): Services<Context>['settings'] => ({
  get: () => installation.settings(),
  set: (patch) => {
    const given = Object.entries(patch).filter(([, value]) => value !== undefined)
    installation.setSettings(Object.fromEntries(given))
    announce({ kind: 'changed', topics: ['settings'], codings: { put: [], removed: [] } })
  },
})
