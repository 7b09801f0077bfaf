import { describe, expect, it } from 'vitest'
import { citedAddressOf, isSamePage, nameOfAddress, siteOf } from '../../../shared/domain/cited-address.js'

describe('the address of a citation', () => {
  it('is what was pasted, with what a person leaves out', () => {
    const url = 'https://courier.example/2024/gate?page=2#note-3'
    for (const typed of [url, ` ${url}\n`, `<${url}>`, url.replace('https://', '')])
      expect(citedAddressOf(typed)).toEqual({ url, archivedUrl: null })
  })

  it('is made of a DOI as it is printed', () => {
    const url = 'https://doi.org/10.1000/gates(2024)17'
    for (const typed of [
      '10.1000/gates(2024)17',
      'doi:10.1000/gates(2024)17',
      'DOI: 10.1000/gates(2024)17',
      url,
    ])
      expect(citedAddressOf(typed)).toEqual({ url, archivedUrl: null })
  })

  it('is that of the original when an archived copy was given', () => {
    const url = 'https://courier.example/gate'
    for (const archivedUrl of [
      'https://web.archive.org/web/20240321101500/https://courier.example/gate',
      'https://web.archive.org/web/20240321101500if_/https://courier.example/gate',
      'https://web.archive.org/web/2024/courier.example/gate',
      'https://archive.ph/2024.03.21-101500/https://courier.example/gate',
      'https://archive.today/newest/https://courier.example/gate',
    ])
      expect(citedAddressOf(archivedUrl)).toEqual({ url, archivedUrl })
  })

  it('is that of an archive where it does not say what it has a copy of', () => {
    const url = 'https://archive.ph/aBcD1'
    expect(citedAddressOf(url)).toEqual({ url, archivedUrl: null })
  })

  it('is none where no address was meant', () => {
    for (const typed of ['', 'Harbour log, p. 12', 'javascript:alert(1)', '<script>', '10.1000'])
      expect(citedAddressOf(typed)).toBe(null)
  })
})

describe('the site of an address', () => {
  it('is its host without the www', () => {
    expect(siteOf('https://www.Courier.example:8080/gate')).toBe('courier.example')
    expect(siteOf('http://reader:secret@courier.example')).toBe('courier.example')
    expect(siteOf('mailto:desk@courier.example')).toBe(null)
  })
})

describe('the name of an address', () => {
  it('is its DOI where it has one, which tells it from the others of that site', () => {
    for (const typed of [
      '10.1038/s41586-024-1',
      'doi: 10.1038/s41586-024-1',
      'https://dx.doi.org/10.1038/s41586-024-1#bib',
    ])
      expect(nameOfAddress(citedAddressOf(typed)!.url)).toBe('doi:10.1038/s41586-024-1')
    expect(nameOfAddress('https://doi.org/10.1016/S0140-6736(24)00055-0')).toBe(
      'doi:10.1016/S0140-6736(24)00055-0',
    )
  })

  it('is the site of any other, also of what only mentions a DOI', () => {
    expect(nameOfAddress('https://www.courier.example/10.1038/gate')).toBe('courier.example')
    expect(nameOfAddress('https://doi.org/the-identifier/')).toBe('doi.org')
    expect(nameOfAddress(`https://doi.org/10.1038/${'x'.repeat(600)}`)).toBe('doi.org')
    expect(nameOfAddress('mailto:desk@courier.example')).toBe(null)
  })
})

describe('two addresses', () => {
  it('are of two pages where their ports differ', () => {
    expect(isSamePage('https://a.example:8080/x', 'https://a.example/x')).toBe(false)
    expect(siteOf('http://[::1]:8080/x')).toBe('[::1]')
  })

  it('are of one page when they differ only in how they get there or where on it they point', () => {
    expect(isSamePage('https://www.courier.example/gate/', 'http://courier.example/gate#top')).toBe(true)
    expect(isSamePage('https://courier.example/gate', 'https://courier.example/gate?page=2')).toBe(false)
    expect(isSamePage('https://courier.example/Gate', 'https://courier.example/gate')).toBe(false)
  })
})
