import { noteFromJson, noteSchema } from '../../../shared/document/note-schema.js'

/** The body of a note that says a plain text, a paragraph a line, as ProseMirror JSON. */
export function noteBodyOf(text: string): unknown {
  const paragraphs = text
    .split('\n')
    .map((line) => noteSchema.node('paragraph', null, line ? noteSchema.text(line) : []))
  return noteFromJson(noteSchema.node('doc', null, paragraphs).toJSON()).toJSON()
}
