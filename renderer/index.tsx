/** Entry of the window. */
import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { connect } from './lib/connection.ts'

const root = document.querySelector('#root')
if (root) createRoot(root).render(<App connection={await connect()} />)
