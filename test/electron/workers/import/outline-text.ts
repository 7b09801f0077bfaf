import type { Node } from 'prosemirror-model'
import type { SourceImport } from '../../../../shared/domain/case.js'
import type { ReadableFile } from '../../../../shared/domain/import-preview.js'
import { documentFromJson } from '../../../../shared/document/sections.js'

/** What was read from a file, written out for a person to compare: one line a block, indented as it is nested. */
export function outlineText(
  preview: Omit<ReadableFile, 'alreadyIn' | 'newerOf'>,
  source: SourceImport,
): string {
  const { mediaType, encoding, record, notices, partsAre, parts, changes } = preview
  const lines = [
    `${mediaType} (${encoding})`,
    ...Object.entries({ ...record, title: source.record.title }).map(
      ([name, value]) => `${name}: ${value ?? '-'}`,
    ),
    ...notices.map((notice) => `! ${notice}`),
    ...(changes?.by ?? []).map(
      ({ author, inserted, deleted }) => `changes of ${author ?? '-'}: +${inserted} -${deleted}`,
    ),
    ...parts.map(({ title, start, end }) => `${partsAre} ${start}-${end}: ${title}`),
    ...(source.comments ?? []).map(
      ({ start, end, author, at, text }) =>
        `comment ${start}-${end} ${JSON.stringify(source.text.slice(start, end))}: ${text} (${author ?? '-'}, ${at ?? '-'})`,
    ),
    '',
  ]
  documentFromJson(source.document).forEach((section) => section.forEach((block) => write(block, '', lines)))
  return `${lines.join('\n')}\n`
}

function write(node: Node, indent: string, lines: string[]): void {
  const { gap, ...attributes } = node.attrs as Record<string, unknown>
  const said = Object.values(attributes).map((value) => ` ${String(value)}`)
  const name = `${indent}${node.type.name}${said.join('')}${gap ? ` +${String(gap)}` : ''}`
  if (!node.isTextblock) {
    lines.push(name)
    node.forEach((child) => write(child, `${indent}  `, lines))
    return
  }
  const runs = node.children.map((run) => {
    const marks = run.marks.map(({ type, attrs }) =>
      attrs.href ? `${type.name} ${attrs.href as string}` : type.name,
    )
    return marks.length ? `{${marks.join(', ')}: ${JSON.stringify(run.text)}}` : JSON.stringify(run.text)
  })
  lines.push(`${name} ${runs.join(' ')}`)
}
