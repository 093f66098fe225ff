/** Settings of this installation, and who codes in this project. */
import { useState } from 'react'
import type { Settings } from '../../../contract/projects.ts'
import { useCommand, useLive } from '../../lib/live.tsx'
import { useFormats, useMessages } from '../../lib/messages.tsx'
import { Button, Segments, TextField } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import './settings.css'

export const SettingsDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { settings: words } = useMessages()
  const settings = useLive('settings.get', {}).data
  const set = useCommand('settings.set')
  const isOpen = useLive('projects.current', {}).data !== null
  if (!settings) return null
  return (
    <Dialog title={words.title} onClose={onClose}>
      <div className="settings">
        <div className="field">
          <span className="label">{words.language}</span>
          <Segments
            label={words.language}
            choices={(['system', 'en', 'nl'] as const).map((id) => ({ id, name: words.languages[id] }))}
            value={settings.language}
            onChange={(language) => {
              set.mutate({ language })
            }}
          />
        </div>
        <div className="field">
          <span className="label">{words.theme}</span>
          <Segments
            label={words.theme}
            choices={(['system', 'light', 'dark'] as const).map((id) => ({ id, name: words.themes[id] }))}
            value={settings.theme}
            onChange={(theme) => {
              set.mutate({ theme })
            }}
          />
        </div>
        <Me settings={settings} isOpen={isOpen} />
        {isOpen ? <Coders /> : null}
      </div>
      <div className="actions">
        <Button kind="primary" onPress={onClose}>
          {words.done}
        </Button>
      </div>
    </Dialog>
  )
}

/** My name, here and in new projects; kept when the field is left. */
const Me = ({ settings, isOpen }: { readonly settings: Settings; readonly isOpen: boolean }) => {
  const { settings: words } = useMessages()
  const me = useLive('coders.me', {}, { enabled: isOpen }).data
  const coders = useLive('coders.list', {}, { enabled: isOpen }).data
  const coder = coders?.find(({ id }) => id === me?.id)
  const set = useCommand('settings.set')
  const update = useCommand('coders.update')
  const keepName = (name: string) => {
    if (name.trim() === '') return
    set.mutate({ coderName: name.trim() })
    if (coder && coder.name !== name.trim()) update.mutate({ id: coder.id, name })
  }
  const keepInitials = (initials: string) => {
    if (initials.trim() === '') return
    set.mutate({ coderInitials: initials.trim() })
    if (coder && coder.initials !== initials.trim()) update.mutate({ id: coder.id, initials })
  }
  return (
    <div className="me">
      <TextField
        key={`name ${coder?.id ?? 0}`}
        label={words.coder}
        hint={words.coderHint}
        defaultValue={coder?.name ?? settings.coderName}
        maxLength={100}
        onBlur={(event) => {
          keepName(event.target.value)
        }}
      />
      <TextField
        key={`initials ${coder?.id ?? 0}`}
        label={words.initials}
        defaultValue={coder?.initials ?? settings.coderInitials}
        maxLength={4}
        onBlur={(event) => {
          keepInitials(event.target.value)
        }}
      />
    </div>
  )
}

const Coders = () => {
  const { settings: words } = useMessages()
  const formats = useFormats()
  const me = useLive('coders.me', {}).data
  const coders = useLive('coders.list', {}).data ?? []
  const counts = useLive('coders.counts', {}).data
  const codingsOf = (id: number) => counts?.codings[counts.coderId.indexOf(id)] ?? 0
  const setMe = useCommand('coders.setMe')
  const create = useCommand('coders.create')
  const [name, setName] = useState('')
  return (
    <section className="coders">
      <h3>{words.codersOfProject}</h3>
      <ul>
        {coders.map((coder) => (
          <li key={coder.id}>
            <b>{coder.initials}</b> {coder.name}
            <span>{words.codings(formats.number(codingsOf(coder.id)))}</span>
            {coder.id === me?.id ? (
              <em>{words.atKeyboard}</em>
            ) : (
              <Button
                kind="quiet"
                onPress={() => {
                  setMe.mutate({ id: coder.id })
                }}
              >
                {words.switchTo(coder.name)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() === '') return
          create.mutate(
            { name, initials: initialsOf(name) },
            {
              onSuccess: () => {
                setName('')
              },
            },
          )
        }}
      >
        <TextField
          label={words.addCoder}
          hideLabel
          placeholder={words.addCoder}
          value={name}
          onChange={setName}
          maxLength={100}
        />
        <Button type="submit" isDisabled={name.trim() === ''}>
          {words.add}
        </Button>
      </form>
    </section>
  )
}

const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/u)
  const letters =
    words.length > 1 ? [words[0], words.at(-1)].map((word) => word?.slice(0, 1)) : [name.trim().slice(0, 2)]
  return letters.join('').toLocaleUpperCase()
}
