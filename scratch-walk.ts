import { startE2e, showScreen } from './test/e2e/harness.ts'
import { SCREENS } from './src/renderer/state/screens.ts'
const e = await startE2e()
const { page } = e
page.setDefaultTimeout(20000)
await page.locator('main h1').first().waitFor()
const only = process.argv.slice(2)
const list = () => page.evaluate(() => {
  const found = new Map<string, string>()
  for (const place of document.querySelectorAll<HTMLElement>('main td, main dd, main svg text')) {
    const isText = place instanceof SVGElement
    const text = (place.textContent ?? '').trim()
    if (!/\d/.test(text)) continue
    if (!isText && place.offsetParent === null) continue
    if (place.closest('button, a, [role=button]') || place.querySelector('button, input, select, [role=button]')) continue
    const label = place.closest('[aria-label]')?.getAttribute('aria-label') ?? ''
    const head = place instanceof HTMLTableCellElement ? place.closest('table')?.tHead?.rows[0]?.cells[place.cellIndex]?.textContent : place.previousElementSibling?.textContent
    const tag = place.tagName + (place instanceof HTMLTableCellElement ? getComputedStyle(place).textAlign : '')
    found.set(`${tag} ${label.slice(0,60)} | ${head ?? ''}`, text.slice(0,60))
  }
  // other numbers: leaf text in p, span, div
  for (const own of document.querySelectorAll<HTMLElement>('main :is(p,span,div,li,strong,b,h2,h3,small,output)')) {
    if (own.closest('td,dd,th,button,a,svg,[role=tab],label,select,input')) continue
    const t = [...own.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent).join('').trim()
    if (!/\d/.test(t) || own.offsetParent === null) continue
    found.set(`TEXT ${own.tagName} ${(own.closest('section,[aria-label]') as HTMLElement)?.getAttribute('aria-label')?.slice(0,40) ?? ''} | ${t.replace(/[\d.,]+/g,'#').slice(0,70)}`, t.slice(0,110))
  }
  return [...found].map(([k,v]) => `${k} => ${v}`)
})
for (const screen of SCREENS) {
  if (only.length && !only.includes(screen)) continue
  try { await showScreen(page, screen) } catch (x) { console.log(screen, String(x).slice(0,100)); continue }
  const tabs = await page.locator('main [role=tab]').allTextContents()
  const walk = tabs.length ? tabs : ['']
  for (const tab of walk) {
    if (tab) { try { await page.getByRole('tab', { name: tab, exact: true }).first().click() } catch (x) { console.log('no tab', tab); continue } }
    await page.waitForTimeout(300)
    await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
    await page.evaluate(() => { for (const m of document.querySelectorAll('main details')) m.setAttribute('open','') })
    await page.waitForTimeout(400)
    console.log(`== ${screen} / ${tab}  tabs: ${tabs.join('|')}`)
    for (const l of await list()) console.log('   ' + l)
  }
}
await e.stop()
