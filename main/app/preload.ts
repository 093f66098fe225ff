/** The one thing that the page gets from Electron: a line to its host, and the place of a file that the user gave it. */
import { contextBridge, ipcRenderer, webUtils } from 'electron'

contextBridge.exposeInMainWorld('host', {
  call: (request: unknown) => ipcRenderer.invoke('call', request) as Promise<unknown>,
  onEvent: (listener: (event: unknown) => void) => {
    ipcRenderer.on('event', (_, event: unknown) => {
      listener(event)
    })
  },
  pathOf: (file: File) => webUtils.getPathForFile(file),
})
