/** What the log calls an act, as it begins; what comes behind a colon is translated apart. */
const acts: Readonly<Record<string, string>> = {
  'Accept finding': 'Befund angenommen',
  'Add claim': 'Aussage angelegt',
  'Add evidence': 'Beleg hinzugefügt',
  'Add person': 'Person hinzugefügt',
  'Add relation': 'Verbindung gezogen',
  'Assess claim': 'Aussage beurteilt',
  'Attach claim': 'Aussage einer Stelle zugeordnet',
  'Change assessment': 'Beurteilung geändert',
  'Change passage': 'Stelle der Aussage geändert',
  'Correct text': 'Text berichtigt',
  'Dismiss finding': 'Befund verworfen',
  'Edit claim': 'Aussage bearbeitet',
  'Edit claims': 'Aussagen bearbeitet',
  'Edit evidence': 'Beleg bearbeitet',
  'Edit note': 'Notiz bearbeitet',
  'Edit person': 'Person bearbeitet',
  'Edit round': 'Runde bearbeitet',
  'Edit source': 'Quelle bearbeitet',
  'Import citation': '1 Quellenangabe eingelesen',
  'Import claim': '1 Aussage eingelesen',
  'Import source': '1 Quelle eingelesen',
  'Judge by another scale': 'Andere Urteilsskala',
  'Keep verdict': 'Urteil beibehalten',
  'Merge another copy': 'Andere Kopie zusammengeführt',
  'Merge claims': 'Aussagen zusammengelegt',
  'Open round': 'Runde eröffnet',
  Redo: 'Wiederholt',
  'Remove claim': 'Aussage entfernt',
  'Remove evidence': 'Beleg entfernt',
  'Remove note': 'Notiz entfernt',
  'Remove person': 'Person entfernt',
  'Remove relation': 'Verbindung entfernt',
  'Remove round': 'Runde entfernt',
  'Remove source': 'Quelle entfernt',
  'Rename case': 'Fall umbenannt',
  'Reopen finding': 'Befund wieder geöffnet',
  'Replace text from a file': 'Text aus einer Datei ersetzt',
  'Restore claim': 'Aussage wiederhergestellt',
  'Set preference': 'Einstellung geändert',
  'Sign case': 'Fall unterschrieben',
  'Sign claim': 'Aussage unterschrieben',
  'Split claim': 'Aussage geteilt',
  'Take assessment back': 'Beurteilung zurückgenommen',
  Undo: 'Zurückgenommen',
  'Withdraw sign-off': 'Unterschrift zurückgezogen',
  'Write note': 'Notiz geschrieben',
}

/** The fields and the relations that an act can name behind its colon. */
const named: Readonly<Record<string, string>> = {
  accessed: 'abgerufen',
  'archived url': 'archivierte Fassung',
  assignee: 'zuständig',
  author: 'Autor',
  claimant: 'wer das sagt',
  confidence: 'Sicherheit',
  contradicts: 'widerspricht',
  correction: 'Vorschlag',
  credibility: 'Glaubwürdigkeit',
  'event date': 'Zeit des Ereignisses',
  'event date inferred': 'Zeit erschlossen',
  kind: 'Art',
  language: 'Sprache',
  name: 'Name',
  priority: 'Vorrang',
  published: 'erschienen',
  publisher: 'Herausgeber',
  quote: 'Wortlaut',
  reliability: 'Zuverlässigkeit',
  role: 'Rolle',
  'same as': 'dasselbe wie',
  stance: 'Haltung',
  status: 'Stand',
  tags: 'Schlagwörter',
  title: 'Titel',
  type: 'Art',
  url: 'Adresse',
  verdict: 'Urteil',
}

const counted: Readonly<Record<string, string>> = {
  'Import claims': 'Aussagen eingelesen',
  'Import citations': 'Quellenangaben eingelesen',
  'Import sources': 'Quellen eingelesen',
  'Edit claims': 'Aussagen bearbeitet',
}

/** An act of the log in German; what people wrote in it, and an act that is not known, stay as they are. */
export function germanAction(action: string): string {
  const [, act = action, said] = /^([^:“]+)(?:: (.*))?$/s.exec(action) ?? []
  const known = inGerman(act)
  if (known !== null) return said === undefined ? known : `${known}: ${detailsOf(act, said)}`
  const scale = /^Judge by the scale “(.*)”$/s.exec(action)
  if (scale) return `Urteilsskala „${scale[1]}“`
  const bundle = /^Share a bundle of “(.*)”$/s.exec(action)
  if (bundle) return `Auszug aus „${bundle[1]}“ weitergegeben`
  const copied = /^(Import [^“:]*?) from the case “(.*)”$/s.exec(action)
  return copied ? `${inGerman(copied[1]!) ?? copied[1]!} aus dem Fall „${copied[2]}“` : action
}

function inGerman(act: string): string | null {
  if (Object.hasOwn(acts, act)) return acts[act]!
  const [, verb, count, things] = /^(\w+) (\d+) (\w+)$/.exec(act) ?? []
  const many = `${verb} ${things}`
  return count !== undefined && Object.hasOwn(counted, many) ? `${count} ${counted[many]}` : null
}

function detailsOf(act: string, said: string): string {
  if (act === 'Undo' || act === 'Redo') return germanAction(said)
  if (act === 'Merge another copy') return mergedOf(said)
  if (!/^(Edit|Accept) /.test(act)) return said
  return said
    .split(', ')
    .map((name) => (Object.hasOwn(named, name) ? named[name]! : name))
    .join(', ')
}

function mergedOf(said: string): string {
  const [, range, title, hash, drafts] =
    /^entries (none|\d+ to \d+) of “(.*)”, whose log ended with ([0-9a-f]{64})(, with .*)?$/s.exec(said) ?? []
  if (range === undefined) return said
  const entries = range === 'none' ? 'keine Einträge' : `Einträge ${range.replace(' to ', ' bis ')}`
  const count = /(\d+) unfinished/.exec(drafts ?? '')?.[1]
  const unfinished = count ? `${count} unfertigen Berichtigungen` : 'einer unfertigen Berichtigung'
  return `${entries} von „${title}“, dessen Protokoll mit ${hash} endete${drafts ? `, mit ${unfinished}` : ''}`
}
