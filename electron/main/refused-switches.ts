/**
 * Switches of Chromium, Electron and Node with which whoever starts the program could debug it, load code into it, start
 * other programs from it, or turn its guards off. The fuses of the package stop only some of them.
 */
const refused = [
  /^--(remote-debugging|inspect|debug|js-flags|experimental-loader|require|import|eval)/,
  /^--(renderer|utility|gpu|ppapi|plugin|zygote)-(cmd-prefix|launcher)/,
  /^--(gpu-launcher|browser-subprocess-path|load-extension|disable-extensions-except|extension)/,
  /^--(no-sandbox|disable-(gpu-|setuid-|namespace-|seccomp-filter-)?sandbox|disable-seccomp|single-process|in-process|no-zygote)/,
  /^--(disable-web-security|disable-site-isolation|disable-features|allow-(file-access|running-insecure|insecure|sandbox-debugging))/,
  /^--((enable|disable)-blink-features|enable-(blink-test|unsafe|experimental-web-platform)|unsafely-treat)/,
  /^--(ignore-certificate|host-rules|host-resolver-rules|proxy-|no-proxy|auth-server|ssl-key-log-file|log-net-log|net-log)/,
  /^--(app-path|app=|enable-automation|test-type|trace-|enable-logging=|log-file)/,
]

/** The first of the arguments that the packaged program does not start with, but for those `allowed` by their beginning. */
export function refusedSwitch(
  args: readonly string[],
  allowed: readonly string[],
  platform: NodeJS.Platform = process.platform,
): string | null {
  const isAllowed = (arg: string): boolean => allowed.some((beginning) => arg.startsWith(beginning))
  const isRefused = (arg: string): boolean => refused.some((one) => one.test(normal(arg, platform)))
  return args.find((arg) => !isAllowed(arg) && isRefused(arg)) ?? null
}

/** Chromium takes `-name` and, on Windows, `/name` for `--name` too, and minds no capitals there. */
function normal(arg: string, platform: NodeJS.Platform): string {
  const isSwitch = arg.startsWith('-') || (platform === 'win32' && arg.startsWith('/'))
  return isSwitch ? `--${arg.replace(/^(--?|\/)/, '').toLowerCase()}` : arg
}
