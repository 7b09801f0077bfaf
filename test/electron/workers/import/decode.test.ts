import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../../electron/workers/import/decode.js'
import { StetError } from '../../../../shared/ipc/result.js'
import { encoded, refusal } from './file-bytes.js'

const mixed = 'Der Hafen kostete 12 Mio. €: “zu viel”, sagte 山田さん. 🚒'

const russian =
  'Пожар на мельнице начался в ночь на третье марта и продолжался шесть дней. Городской совет сообщил, что ' +
  'причиной была неисправная печь, но свидетели рассказывают о двух неизвестных, которых видели у ворот. '
const japanese =
  '製粉所の火事は三月三日の夜に始まり、六日間続いた。市議会は原因が故障した炉であると発表したが、目撃者たちは門のそばで' +
  '二人の見知らぬ人物を見たと語っている。損害額はまだ分かっていない。'
const korean =
  '방앗간의 화재는 3월 3일 밤에 시작되어 엿새 동안 계속되었다. 시의회는 고장 난 화로가 원인이라고 발표했지만 ' +
  '목격자들은 문 근처에서 낯선 사람 두 명을 보았다고 말한다.'
const french =
  'L’incendie du moulin commença dans la nuit du 3 mars et dura six jours. Le conseil déclara que la cause était un ' +
  'four défectueux ; des témoins affirment pourtant avoir aperçu deux inconnus près de la barrière, à l’aube. '

describe('the text of a file', () => {
  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
    ['utf-32le', [0xff, 0xfe, 0, 0]],
    ['utf-32be', [0, 0, 0xfe, 0xff]],
  ])('is read by its byte order mark: %s', (encoding, mark) => {
    const bytes = Uint8Array.from([...mark, ...encoded(mixed, encoding)])
    expect(decode(bytes, 'a.txt', null)).toEqual({ text: mixed, encoding, sure: true })
  })

  it('is UTF-8 when it is well-formed UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'))
        expect(decode(encoded(text), 'a.txt', null)).toEqual({ text, encoding: 'utf-8', sure: true })
      }),
    )
  })

  it.each([
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['euc-kr', korean],
  ])('is found out, for sure, from a text in %s', (encoding, text) => {
    expect(decode(encoded(text, encoding), 'a.txt', null)).toEqual({ text, encoding, sure: true })
  })

  it.each([
    ['windows-1251', russian],
    ['windows-1253', 'Η πυρκαγιά στον μύλο ξεκίνησε τη νύχτα της 3ης Μαρτίου και διήρκεσε έξι ημέρες.'],
    ['big5', '磨坊的大火始於三月三日夜間，持續了六天。市議會表示原因是爐子故障。'],
    ['gb18030', '磨坊的大火始于三月三日夜间，持续了六天。市议会表示原因是炉子故障。'],
  ])('is found out, to be confirmed, from a text in %s', (encoding, text) => {
    const decoded = decode(encoded(text, encoding), 'a.txt', null)
    expect(decoded.text).toBe(text)
    expect(decoded.sure).toBe(false)
  })

  it('is read in a Western encoding from Latin-1, and may have to be confirmed', () => {
    const { text, encoding } = decode(encoded(french.replaceAll('’', "'"), 'latin1'), 'a.txt', null)
    expect(text).toBe(french.replaceAll('’', "'"))
    expect(encoding).toMatch(/^(iso-8859-1|windows-1252)$/)
  })

  it('is a guess to be confirmed when there is little to go by', () => {
    expect(decode(encoded('Caf\u00e9, 3 \u00a3', 'latin1'), 'a.txt', null).sure).toBe(false)
  })

  it('is what a person says it is', () => {
    const bytes = encoded('Żółć', 'windows-1250')
    expect(decode(bytes, 'a.txt', 'windows-1250')).toEqual({
      text: 'Żółć',
      encoding: 'windows-1250',
      sure: true,
    })
  })

  it('comes from the file’s own bytes alone, where they are part of a larger buffer', () => {
    const buffer = encoded(`before ${russian} after`, 'windows-1251')
    const bytes = buffer.subarray(7, 7 + russian.length)
    expect(decode(bytes, 'a.txt', 'windows-1251').text).toBe(russian)
  })

  it('is refused in an encoding that there is not, by the name of the file', () => {
    const refused = refusal(() => decode(encoded('text'), 'minutes.txt', 'utf-9'))
    expect(refused.kind).toBe('invalid')
    expect(refused.message).toContain('utf-9')
    expect(refused.message).toContain('minutes.txt')
  })

  it.each<[string, Uint8Array, string | null]>([
    ['NUL characters', encoded('one\0two'), null],
    ['NUL characters in the encoding that was named', encoded('one\0two'), 'windows-1252'],
    ['NUL characters behind a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, 0x61, 0]), null],
    [
      'control characters',
      Uint8Array.from({ length: 400 }, (_, index) => [0x01, 0x81, 0xff, 0x05][index % 4]!),
      null,
    ],
  ])('is none with %s', (_name, bytes, named) => {
    const refused = refusal(() => decode(bytes, 'odd.txt', named))
    expect(refused.kind).toBe('unsupported')
    expect(refused.message).toMatch(/“odd\.txt” is not a text file.*paste/)
  })

  it('is read or refused as no text, whatever the bytes', () => {
    const outcome = (bytes: Uint8Array): string => {
      try {
        return decode(bytes, 'a.txt', null).text.includes('\0') ? 'NUL' : 'text'
      } catch (thrown) {
        return thrown instanceof StetError ? thrown.kind : 'another error'
      }
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(outcome(bytes)).toMatch(/^(text|unsupported)$/)
      }),
    )
  })
})
