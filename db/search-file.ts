import { resolve } from 'node:path'
import type { SearchPage } from '../shared/domain/search.js'
import { copyCase } from './case-copy.js'
import { openCase } from './case-store.js'
import type { OpenOptions } from './connection.js'
import { searchCase, type PageRequest } from './operations/search/search.js'
import { isSearchCurrent } from './operations/search/search-index.js'
import { readCaseFile } from './read-case-file.js'

/** Searches a case file that nobody has open and leaves it as it is; see `searchCase` and `readCaseFile`. */
export function searchFile(
  file: string,
  query: string,
  page: PageRequest,
  options: OpenOptions = {},
): SearchPage {
  const found = readCaseFile(file, options, (db) =>
    isSearchCurrent(db) ? searchCase(db, query, page) : null,
  )
  return found ?? searchIndexedCopy(file, query, page, options)
}

/** A file of an older version has no index yet, or one by other rules. */
function searchIndexedCopy(file: string, query: string, page: PageRequest, options: OpenOptions): SearchPage {
  const copy = copyCase(resolve(file))
  try {
    const store = openCase(copy.path, options)
    try {
      return store.search(query, page)
    } finally {
      store.close()
    }
  } finally {
    copy.remove()
  }
}
