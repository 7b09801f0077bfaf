/** The newest version of each note that a writer said was saved, by number, from its whole lines. */
export function acknowledgedIn(said: string): Map<number, number> {
  const saved = new Map<number, number>()
  for (const line of said.split('\n').slice(0, -1)) {
    const [, note, version] = /^saved (\d+) (\d+)$/.exec(line) ?? []
    if (note !== undefined) saved.set(Number(note), Number(version))
  }
  return saved
}

/** The acts that a writer said were refused. */
export function refusalsIn(said: string): { act: string; kind: string; message: string }[] {
  return [...said.matchAll(/^refused (\S+) (\S+) (".*")$/gm)].map(
    ([, act = '', kind = '', message = '']) => ({
      act,
      kind,
      message: JSON.parse(message) as string,
    }),
  )
}
