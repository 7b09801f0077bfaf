/** The encodings that texts of the last decades mostly have. */
export const encodings = [
  { id: 'utf-8', label: 'UTF-8 (most files)' },
  { id: 'windows-1252', label: 'Western European (windows-1252)' },
  { id: 'windows-1250', label: 'Central European (windows-1250)' },
  { id: 'windows-1251', label: 'Cyrillic (windows-1251)' },
  { id: 'koi8-r', label: 'Cyrillic (KOI8-R)' },
  { id: 'windows-1253', label: 'Greek (windows-1253)' },
  { id: 'windows-1254', label: 'Turkish (windows-1254)' },
  { id: 'windows-1255', label: 'Hebrew (windows-1255)' },
  { id: 'windows-1256', label: 'Arabic (windows-1256)' },
  { id: 'shift_jis', label: 'Japanese (Shift JIS)' },
  { id: 'euc-jp', label: 'Japanese (EUC-JP)' },
  { id: 'euc-kr', label: 'Korean (EUC-KR)' },
  { id: 'gb18030', label: 'Chinese (GB 18030)' },
  { id: 'big5', label: 'Chinese (Big5)' },
  { id: 'utf-16le', label: 'UTF-16, little-endian' },
  { id: 'utf-16be', label: 'UTF-16, big-endian' },
] as const
