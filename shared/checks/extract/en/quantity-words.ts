/** How a quantity is bounded by the words before it. */
export type Bound = 'exact' | 'about' | 'least' | 'most'

/** Words before a number that loosen it. */
export const approximators: ReadonlyMap<string, Bound> = new Map<string, Bound>([
  ['about', 'about'],
  ['around', 'about'],
  ['roughly', 'about'],
  ['approximately', 'about'],
  ['some', 'about'],
  ['nearly', 'about'],
  ['almost', 'about'],
  ['circa', 'about'],
  ['estimated', 'about'],
  ['over', 'least'],
  ['more than', 'least'],
  ['at least', 'least'],
  ['minimum of', 'least'],
  ['under', 'most'],
  ['fewer than', 'most'],
  ['less than', 'most'],
  ['up to', 'most'],
  ['at most', 'most'],
  ['maximum of', 'most'],
])

/** Signs and words of currencies, by ISO code where it is clear. */
export const currencies: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['usd', 'USD'],
  ['€', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['eur', 'EUR'],
  ['£', 'GBP'],
  ['pound', 'GBP'],
  ['pounds', 'GBP'],
  ['gbp', 'GBP'],
  ['¥', 'JPY'],
  ['yen', 'JPY'],
  ['₹', 'INR'],
  ['rupees', 'INR'],
  ['kroner', 'NOK'],
  ['kronor', 'SEK'],
  ['francs', 'CHF'],
  ['roubles', 'RUB'],
  ['rubles', 'RUB'],
  ['yuan', 'CNY'],
])

/** Units of measure with their base unit and factor (BIPM, *The International System of Units*; NIST SP 811, appendix B). */
export const measureUnits: ReadonlyMap<string, { base: string; factor: number }> = new Map(
  (
    [
      ['m', 1, 'metre metres meter meters'],
      ['m', 1000, 'kilometre kilometres kilometer kilometers km'],
      ['m', 0.01, 'centimetre centimetres centimeter centimeters cm'],
      ['m', 1609.344, 'mile miles'],
      ['m', 0.3048, 'foot feet ft'],
      ['kg', 1, 'kilogram kilograms kilo kilos kg'],
      ['kg', 0.001, 'gram grams gramme grammes g'],
      ['kg', 1e-6, 'milligram milligrams mg'],
      ['kg', 1000, 'tonne tonnes'],
      ['m', 0.001, 'millimetre millimetres millimeter millimeters mm'],
      ['m2', 1e6, 'km²'],
      ['kg', 0.45359237, 'lb lbs'],
      ['m2', 10_000, 'hectare hectares ha'],
      ['m2', 4046.8564224, 'acre acres'],
      ['l', 1, 'litre litres liter liters'],
      ['W', 1e6, 'megawatt megawatts mw'],
      ['W', 1e9, 'gigawatt gigawatts gw'],
      ['W', 1e3, 'kilowatt kilowatts kw'],
    ] as const
  ).flatMap(([base, factor, words]) =>
    words.split(' ').map((word): [string, { base: string; factor: number }] => [word, { base, factor }]),
  ),
)
