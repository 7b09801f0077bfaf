/**
 * Ways in which a page can reach the network, as code that runs in it. `url` is an address of this machine, `name` one
 * whose host would have to be looked up; `host` and `port` are the parts of the first.
 */
export interface Target {
  url: string
  name: string
  host: string
  port: number
}

const element = (tag: string, attributes: Record<string, string>): string =>
  `for (const to of [url, name]) {
    const made = document.createElement(${JSON.stringify(tag)})
    for (const [key, value] of Object.entries(${JSON.stringify(attributes)})) made.setAttribute(key, value.replace('URL', to))
    document.body.append(made)
  }`

const link = (rel: string, more: Record<string, string> = {}): string =>
  element('link', { rel, href: 'URL', ...more })

const both = (code: string): string => `for (const to of [url, name]) { try { ${code} } catch {} }`

const style = (css: string): string =>
  both(`const sheet = document.createElement('style')
  sheet.textContent = ${JSON.stringify(css)}.replace('URL', to)
  document.head.append(sheet)
  document.body.append(Object.assign(document.createElement('p'), { className: 'probe', textContent: 'probe' }))`)

/** By name; the code of each is the body of a function of `url`, `name`, `host` and `port`. */
export const waysOut: Record<string, string> = {
  fetch: both('fetch(to).catch(() => {})'),
  'fetch without CORS': both("fetch(to, { mode: 'no-cors' }).catch(() => {})"),
  'fetch that outlives the page': both("fetch(to, { keepalive: true, method: 'POST' }).catch(() => {})"),
  XMLHttpRequest: both("const asked = new XMLHttpRequest(); asked.open('GET', to); asked.send()"),
  beacon: both("navigator.sendBeacon(to, 'x')"),
  WebSocket: both("new WebSocket(to.replace('http', 'ws'))"),
  EventSource: both('new EventSource(to)'),
  WebTransport: both("new WebTransport(to.replace('http:', 'https:')).ready.catch(() => {})"),
  WebRTC: `for (const server of ['stun:' + host + ':' + port, 'stun:' + new URL(name).host]) {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: server }] })
    peer.createDataChannel('x')
    peer.createOffer().then((offer) => peer.setLocalDescription(offer))
  }`,
  'the picture of Image()': both('new Image().src = to'),
  'an <img>': element('img', { src: 'URL' }),
  'a srcset': element('img', { srcset: 'URL 2x, URL 1x' }),
  'an <image> of SVG': both(`const ns = 'http://www.w3.org/2000/svg'
    const made = document.createElementNS(ns, 'image'); made.setAttribute('href', to)
    const svg = document.createElementNS(ns, 'svg'); svg.append(made); document.body.append(svg)`),
  'a <script>': element('script', { src: 'URL' }),
  'a module script': element('script', { src: 'URL', type: 'module' }),
  'import()': both('import(to).catch(() => {})'),
  'a Worker': both('new Worker(to)'),
  'a Worker of a blob that fetches': both(
    "new Worker(URL.createObjectURL(new Blob(['fetch(' + JSON.stringify(to) + ')'])))",
  ),
  'a style sheet': link('stylesheet'),
  'a preload': link('preload', { as: 'image' }),
  'a module preload': link('modulepreload'),
  'a prefetch': link('prefetch'),
  'a preconnect': link('preconnect'),
  'a DNS prefetch': link('dns-prefetch'),
  'an icon': link('icon'),
  'a background of a style': style('.probe { background: url("URL") }'),
  'a list picture of a style': style('.probe { display: list-item; list-style-image: url("URL") }'),
  'a content of a style': style('.probe::before { content: url("URL") }'),
  'an @import of a style': style('@import url("URL");'),
  'a font of a style': style(
    '@font-face { font-family: probe; src: url("URL") } .probe { font-family: probe }',
  ),
  FontFace: both("new FontFace('probe', 'url(' + to + ')').load().catch(() => {})"),
  'an <iframe>': element('iframe', { src: 'URL' }),
  'an <iframe> within srcdoc': element('iframe', { srcdoc: '<img src="URL">' }),
  'an <object>': element('object', { data: 'URL' }),
  'an <embed>': element('embed', { src: 'URL' }),
  'a <video>': element('video', { src: 'URL', autoplay: '' }),
  'the poster of a <video>': element('video', { poster: 'URL' }),
  'an <audio>': element('audio', { src: 'URL', autoplay: '' }),
  'Audio()': both('new Audio(to).play().catch(() => {})'),
  'a form': both(`const form = document.createElement('form'); form.action = to; form.method = 'post'
    document.body.append(form); form.submit()`),
  'a form in a new window':
    both(`const form = document.createElement('form'); form.action = to; form.target = '_blank'
    document.body.append(form); form.submit()`),
  'window.open': both('window.open(to)'),
  'a link that is clicked': both("Object.assign(document.createElement('a'), { href: to }).click()"),
  'a link to a new window': both(
    "Object.assign(document.createElement('a'), { href: to, target: '_blank' }).click()",
  ),
  'a download': both("Object.assign(document.createElement('a'), { href: to, download: 'x' }).click()"),
  location: both('location.href = to'),
  'a refresh': element('meta', { 'http-equiv': 'refresh', content: '0;url=URL' }),
}
