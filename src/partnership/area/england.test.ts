import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '../../kernel/day.ts'
import { england, shippedArea, shippedAreasWithin, shippedAreaWithParents } from './england.ts'

const today = day('2026-07-14')
const count = (prefix: string, on = today) =>
  england.filter(({ code, since, until }) => code.startsWith(prefix) && (since ?? on) <= on && on <= (until ?? on)).length

test('every code stands once', () => {
  assert.equal(new Set(england.map(area => area.code)).size, england.length)
  for (const { code, name } of england) {
    assert.match(code, /^E\d{8}$/)
    assert.equal(name, name.trim())
  }
})

test('England has as many of each as on a given day', () => {
  assert.deepEqual(
    ['E92', 'E12', 'E10', 'E06', 'E07', 'E08', 'E09'].map(prefix => count(prefix)),
    [1, 9, 21, 63, 164, 36, 33],
  )
  // Before the reorganisations of 2009 (34 counties, 238 districts), in the years between, and after those of 2019 to 2021.
  const tiers = (on: string) => ['E10', 'E07', 'E06', 'E08', 'E09'].map(prefix => count(prefix, day(on)))
  assert.deepEqual(tiers('2009-03-31'), [34, 238, 47, 36, 33])
  assert.deepEqual(tiers('2010-06-30'), [27, 201, 56, 36, 33])
  assert.deepEqual(tiers('2020-06-30'), [25, 188, 57, 36, 33])
  assert.deepEqual(tiers('2022-06-30'), [24, 181, 59, 36, 33])
})

test('every area lies in one of the next tier, and so at last in England', () => {
  for (const area of england) {
    const kinds = shippedAreaWithParents(area.code).map(({ kind }) => kind)
    if (area.code.startsWith('E07')) assert.deepEqual(kinds, ['nation', 'region', 'county', 'district'], area.name)
    else if (area.kind === 'nation') assert.deepEqual(kinds, ['nation'])
    else if (area.kind === 'region') assert.deepEqual(kinds, ['nation', 'region'])
    else assert.deepEqual(kinds, ['nation', 'region', area.kind], area.name)
  }
})

test('nothing outlives what it lies in', () => {
  for (const { name, parentCode, until } of england) {
    const parent = parentCode === null ? null : shippedArea(parentCode)
    if (parent?.until) assert.ok(until !== null && until <= parent.until, name)
  }
})

test('each county has its districts', () => {
  const expected: Readonly<Record<string, number>> = {
    Cambridgeshire: 5,
    Derbyshire: 8,
    Devon: 8,
    'East Sussex': 5,
    Essex: 12,
    Gloucestershire: 6,
    Hampshire: 11,
    Hertfordshire: 10,
    Kent: 12,
    Lancashire: 12,
    Leicestershire: 7,
    Lincolnshire: 7,
    Norfolk: 7,
    Nottinghamshire: 7,
    Oxfordshire: 5,
    Staffordshire: 8,
    Suffolk: 5,
    Surrey: 11,
    Warwickshire: 5,
    'West Sussex': 7,
    Worcestershire: 6,
  }
  const found = england.filter(({ kind, until }) => kind === 'county' && until === null)
  assert.deepEqual(Object.fromEntries(found.map(({ code, name }) => [name, shippedAreasWithin(code, today).length])), expected)
})

test('a county of 2009 has the districts of 2009', () => {
  const names = (county: string, on: string) => shippedAreasWithin(county, day(on)).map(({ name }) => name)
  assert.deepEqual(names('E10000002', '2009-05-06'), ['Aylesbury Vale', 'Chiltern', 'South Bucks', 'Wycombe'])
  assert.deepEqual(names('E10000022', '2008-09-04').length, 6)
  assert.deepEqual(names('E10000022', '2009-05-06'), [])
  assert.deepEqual(names('E10000027', '2022-01-01'), ['Mendip', 'Sedgemoor', 'South Somerset', 'Somerset West and Taunton'])
  assert.equal(names('E10000029', '2009-05-06').length, 7)
})

test('a name stands for one area of today', () => {
  const names = england.filter(({ until }) => until === null).map(({ name }) => name)
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  )
})

test('Trafford lies in the North West; what nobody knows lies nowhere', () => {
  assert.deepEqual(
    shippedAreaWithParents('E08000009').map(({ name }) => name),
    ['England', 'North West', 'Trafford'],
  )
  assert.deepEqual(shippedAreaWithParents('E05000819'), [])
})
