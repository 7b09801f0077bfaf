/** The header of a part that is text, with what goes on in further lines. */
const textHeader = /^(content-type:[ \t]*text\/[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/gim

/** The bytes of a message whose text parts all say that they are in an encoding, whatever they said before. */
export function withCharset(bytes: Uint8Array, encoding: string): Uint8Array {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const named = message.replace(textHeader, (header) => {
    const others = header.replace(/;\s*charset\s*=\s*("[^"]*"|[^;\s]*)/gi, '')
    return `${others}; charset="${encoding}"`
  })
  return new Uint8Array(Buffer.from(named, 'latin1'))
}
