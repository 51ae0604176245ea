import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageNumber, pagination } from './pagination.ts'

const numbers = (total: number, page: number) =>
  pagination(total, page, '/list?theme=1')?.items?.map(item => ('number' in item ? item.number : '…'))

test('a hundred rows are one page', () => assert.equal(pagination(100, 1, '/list'), null))
test('a hundred and one are two', () => assert.deepEqual(numbers(101, 1), [1, 2]))
test('in a long list only the neighbours and the ends are named', () => assert.deepEqual(numbers(2000, 10), [1, '…', 9, 10, 11, '…', 20]))

test('what the list was narrowed to stays in the address', () => {
  assert.deepEqual(pagination(300, 2, '/list?theme=1')?.next, { href: '/list?theme=1&page=3' })
  assert.deepEqual(pagination(300, 2, '/list')?.previous, { href: '/list?page=1' })
})

test('nonsense is the first page', () => {
  for (const asked of ['', '0', '-1', '1e9', 'two', '99999999']) assert.equal(pageNumber(asked), 1)
  assert.equal(pageNumber('12'), 12)
})
