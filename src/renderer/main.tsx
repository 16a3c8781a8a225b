import '@mantine/core/styles.css'
import '@fontsource-variable/inter/wght.css'
import './global.css'
import './print/print.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { Themed } from './Themed.tsx'

const nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? ''
// The dialogs' scroll lock makes a style tag of its own, and takes its nonce from here.
Reflect.set(globalThis, '__webpack_nonce__', nonce)

/** The font is on this computer: waiting for it saves the page from moving once it comes. */
await Promise.all(['400', '600'].map((weight) => document.fonts.load(`${weight} 14px "Inter Variable"`)))

createRoot(document.getElementById('root')!).render(
  <Themed nonce={nonce}>
    <App />
  </Themed>,
)
