import { describe, expect, it } from 'vitest'
import { refusedSwitch } from '../../../electron/main/refused-switches.js'

/** With which arguments a packaged program does not start. */
describe('switches that open the program to others', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '-remote-debugging-port=9222',
    '--Remote-Debugging-Port=9222',
    '--inspect',
    '--inspect-brk=0.0.0.0:9229',
    '--js-flags=--allow-natives-syntax',
    '--require=/tmp/evil.js',
    '--renderer-cmd-prefix=/tmp/evil',
    '--utility-cmd-prefix=/tmp/evil',
    '--gpu-launcher=/tmp/evil',
    '--browser-subprocess-path=/tmp/evil',
    '--load-extension=/tmp/evil',
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--disable-setuid-sandbox',
    '--single-process',
    '--in-process-gpu',
    '--disable-web-security',
    '--disable-site-isolation-trials',
    '--allow-file-access-from-files',
    '--ignore-certificate-errors',
    '--host-rules=MAP * evil.example',
    '--host-resolver-rules=MAP * 203.0.113.5',
    '--proxy-server=evil.example',
    '--proxy-pac-url=http://evil.example/p.pac',
    '--ssl-key-log-file=/tmp/keys',
    '--log-net-log=/tmp/net.json',
    '--app-path=/tmp/evil',
    '--allow-sandbox-debugging',
    '--disable-blink-features=TrustedDOMTypes',
    '--enable-blink-features=MojoJS',
    '--enable-experimental-web-platform-features',
    '--unsafely-treat-insecure-origin-as-secure=http://evil.example',
  ])('refuses %s', (argument) => {
    expect(refusedSwitch(['case.stet', argument], [])).toBe(argument)
  })

  it.each([
    '/home/ada/--inspect.stet',
    'case.stet',
    '--lang=de',
    '--force-device-scale-factor=2',
    '--version',
    '-o',
  ])('starts with %s', (argument) => expect(refusedSwitch([argument], [], 'linux')).toBeNull())

  it('takes a slash for a switch only where Chromium does', () => {
    expect(refusedSwitch(['/remote-debugging-port=9222'], [], 'win32')).not.toBeNull()
    expect(refusedSwitch(['/remote-debugging-port=9222'], [], 'linux')).toBeNull()
  })

  it('lets through what is allowed by name, and nothing beside it', () => {
    expect(refusedSwitch(['--no-sandbox'], ['--no-sandbox'])).toBeNull()
    expect(refusedSwitch(['--no-sandbox', '--inspect'], ['--no-sandbox'])).toBe('--inspect')
  })
})
