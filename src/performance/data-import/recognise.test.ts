import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { importKinds } from './data-import.ts'
import { emptyMapping, type Mapping, type Meaning, widely } from './mapping.ts'
import { nothingKnown, proposedMapping, recognise } from './recognise.ts'

/** A heading and rows as they stand in a file; a star for what names the series. */
const check = (name: string, kind: Parameters<typeof recognise>[2], lines: string, expected: string, known: string[][] = []) =>
  test(name, () => {
    const [headings = [], ...rows] = lines
      .trim()
      .split('\n')
      .map(line => line.trim().split('|'))
    const found = recognise(headings, rows, kind, { ...nothingKnown, series: known })
    assert.equal(found.map(({ heading, meaning, names }) => `${heading}=${meaning ?? '–'}${names ? '*' : ''}`).join(' '), expected)
  })

describe('the headings of publishers', () => {
  check(
    'a council’s own open data: the series is named by four columns',
    'returns',
    `series|related_ni|area_code|area_name|period|indicator|measure|unit|value
     recycling|NI 192|E08000009|Wexcombe|2013/14|Household waste recycled|Percentage|Waste|38.3
     recycling|NI 192|E08000007|Elmbridge|2013/14|Household waste recycled|Frequency|Tonnes|43
     neet|NI 117 (related)|E08000009|Wexcombe|2019|Not in education, employment or training|Percentage|Persons|4.2
     planning|NI 157|E08000009|Wexcombe|2022/23 Q3|Planning applications in time|Percentage|Applications|90`,
    'series=–* related_ni=– area_code=area-code area_name=area-name period=period indicator=title* measure=–* unit=unit* value=value',
  )
  check(
    'sustainable development goals: a breakdown in every other column, the period called a year',
    'returns',
    `Year|Series|Age|Sex|Unit measure|Unit multiplier|Observation status|GeoCode|Value
     2000 Q1|Seasonally adjusted||Female|Percentage (%)|Units|Normal value|E12000006|3.8
     2000 Q2|Seasonally adjusted|16 to 24|Male|Percentage (%)|Units|Normal value|E12000007|3.1
     2000 Q3|Not seasonally adjusted|16 to 24|Female|Percentage (%)|Units|Missing value; suppressed|E12000007|`,
    'Year=period Series=–* Age=–* Sex=–* Unit measure=unit* Unit multiplier=– Observation status=status GeoCode=area-code Value=value',
  )
  check(
    'whether somebody is disabled is a breakdown, and the status of a figure is not',
    'returns',
    `Year|Disability status|Country of birth|Observation status|GeoCode|Value
     2000 Q1|||Normal value|E12000006|3.8
     2000 Q1|Disabled||Normal value|E12000006|3.1
     2000 Q1|Not disabled||Normal value|E12000006|3.2
     2000 Q1||Born in UK|Normal value|E12000006|3.3
     2000 Q1||Born in EU|Normal value|E12000006|3.4`,
    'Year=period Disability status=–* Country of birth=–* Observation status=status GeoCode=area-code Value=value',
  )
  check(
    'public health: what compares and what describes the area is not part of the name',
    'returns',
    `area_code|area_name|area_type|period|indicator|measure|unit|value|compared_to_England|inequality
     E92000001|England|Country|2011|Smoking prevalence in adults|Percentage|Persons|19.8|Not compared|NA
     E06000001|Hartlepool|UA|2011|Smoking prevalence in adults|Percentage|Persons|25|Worse|NA
     E06000002|Middlesbrough|UA|2012|Smoking prevalence in adults|Percentage|Persons|NA|Similar|NA`,
    'area_code=area-code area_name=area-name area_type=– period=period indicator=title* measure=–* unit=unit* value=value compared_to_England=– inequality=–',
  )
  check(
    'a regulator: a code names the measure, and other numbers stand beside the value',
    'returns',
    `Financial year|Local authority code|Local authority name|Entity_Name|Region|Measure|Code|Value|MEDIAN|rank_order
     2016-17|E06000005|Darlington|Unitary Authorities|North East|Carer quality of life|ASC1|7.6|7.6|desc
     2016-17|E10000007|Derbyshire|Counties|East Midlands|Carer quality of life|ASC1|7.6|7.6|desc
     2017-18|E09000010|Enfield|London Boroughs|London|Workforce turnover rate|ASC7|0.3|0.2|None`,
    'Financial year=period Local authority code=area-code Local authority name=area-name Entity_Name=– Region=– Measure=title Code=reference Value=value MEDIAN=– rank_order=–',
  )
})

describe('indicators and targets', () => {
  check(
    'a list of indicators that says how their series are named',
    'indicators',
    `reference|series|indicator|measure|unit|note|polarity|decimals|value_type|tolerance
     W1|recycling|Household waste recycled|Percentage|Waste|NI 192|higher|1|percentage|5%
     W2|neet|Not in education|Frequency|Persons||lower|0|number|0.5`,
    'reference=reference series=–* indicator=title* measure=–* unit=unit* note=note polarity=polarity decimals=decimals value_type=value-type tolerance=tolerance',
  )
  check(
    'a list in other words',
    'indicators',
    `Ref|Indicator title|Theme|Outcome|Polarity|Frequency|Lead partner|Other partners|Target type
     NI 8|Adult participation in sport|Healthier|More people are active|Bigger is better|Annual|Wexcombe Council|NHS Wexcombe; Sport Wexcombe|Designated
     L18.1|Domestic violence reports|Safer|Fewer victims|Low|Quarterly|Police|Council|Local`,
    'Ref=reference Indicator title=title Theme=theme Outcome=outcome Polarity=polarity Frequency=frequency Lead partner=lead Other partners=contributors Target type=designation',
  )
  check(
    'targets',
    'targets',
    `reference|area|period|target
     W1|E06000055|2014/15|39.1
     W1|E06000055|2015/16|38.7`,
    'reference=reference area=area-code period=period target=target',
  )
  check(
    'targets with everything, areas by their names',
    'targets',
    `NI|District|Financial year|Baseline|Target|Stretch target|Lower bound|Upper bound
     NI 8|Wexcombe|2008/09|20.1|21|22||
     NI 9|Elmbridge|2008/09||||10|12`,
    'NI=reference District=area-name Financial year=period Baseline=baseline Target=target Stretch target=stretch Lower bound=low Upper bound=high',
  )
  check(
    'baseline and target told apart by a column',
    'targets',
    `Indicator ref|Area code|Year|Type|Value
     NI 8|E06000055|2008/09|Baseline|20
     NI 8|E06000055|2009/10|Target|21`,
    'Indicator ref=reference Area code=area-code Year=period Type=target-kind Value=target',
  )
})

describe('tables with their periods or areas side by side', () => {
  check(
    'periods as columns, a quarter and years together, one of them still empty',
    'returns',
    `Ref|Indicator|Area|2006-07|2007-08|Q1 2008-09|Q2 2008-09
     NI 8|Sport|E06000055|20|21|5|
     NI 117|Neet|E06000055|7|n/a|<5|`,
    'Ref=reference Indicator=title Area=area-code 2006-07=by-period 2007-08=by-period Q1 2008-09=by-period Q2 2008-09=by-period',
  )
  check(
    'counts that could be years do not make a column of periods of them',
    'returns',
    `Ref|Area|2006|2007
     NI 8|E06000055|1998|2001
     NI 8|E06000056|2005|2010`,
    'Ref=reference Area=area-code 2006=by-period 2007=by-period',
  )
  check(
    'of actual and target each kind of file takes its own',
    'returns',
    `Ref|Area|2007-08 Target|2007-08 Actual|Target 2008-09|Actual (2008-09)|Direction
     NI 8|E06000055|20|21|22|23|up`,
    'Ref=reference Area=area-code 2007-08 Target=– 2007-08 Actual=by-period Target 2008-09=– Actual (2008-09)=by-period Direction=–',
  )
  check(
    'of actual and target each kind of file takes its own',
    'targets',
    `Ref|Area|Baseline 2006-07|2007-08 Target|2007-08 Actual|Stretch target: 2008-09
     NI 8|E06000055|19|20|21|22`,
    'Ref=reference Area=area-code Baseline 2006-07=by-period 2007-08 Target=by-period 2007-08 Actual=– Stretch target: 2008-09=by-period',
  )
  check(
    'the parts of the year that each row has',
    'returns',
    `Ref|Area|Financial year|Q1|Q2|Q3|Q4
     NI 117|E06000055|2008-09|5|6|7|8`,
    'Ref=reference Area=area-code Financial year=period Q1=by-period Q2=by-period Q3=by-period Q4=by-period',
  )
  check(
    'areas as columns',
    'returns',
    `Ref|Period|E06000055|E06000056|Wexcombe
     NI 8|2008-09|5|6|7
     NI 8|2009-10|6|7|8`,
    'Ref=reference Period=period E06000055=by-area E06000056=by-area Wexcombe=–',
  )
  check(
    'ages are no years, and years in two digits follow each other',
    'returns',
    `Ref|Area|10-14|15-16|17-19|2008-09
     NI 8|E06000055|1|2|3|4`,
    'Ref=reference Area=area-code 10-14=– 15-16=– 17-19=– 2008-09=by-period',
  )
  check(
    'years in two digits',
    'returns',
    `Ref|Area|06/07|07/08
     NI 8|E06000055|1|2`,
    'Ref=reference Area=area-code 06/07=by-period 07/08=by-period',
  )
  check(
    'a long file with a year in its headings stays long',
    'returns',
    `Ref|Area|Period|Value|2011
     NI 8|E06000055|2008-09|5|1
     NI 8|E06000055|2009-10|6|1`,
    'Ref=reference Area=area-code Period=period Value=value 2011=–',
  )
})

test('a known area is seen by its name', () => {
  const isArea = (name: string) => ['Wexcombe', 'Old Town'].includes(name)
  const found = recognise(['Indicator', 'Quarter', 'Wexcombe', 'Old Town', 'Remark'], [['A', 'Q1 2008-09', '1', '2', 'x']], 'returns', {
    series: [],
    isArea,
  })
  assert.deepEqual(
    found.map(({ meaning }) => meaning),
    ['title', 'period', 'by-area', 'by-area', null],
  )
})

describe('what else is seen', () => {
  check(
    'a year and its quarter in columns of their own are one period',
    'returns',
    `Ref|Area|Financial year|Quarter|Outturn
     NI 8|E06000055|2008/09|Q1|5
     NI 8|E06000055|2008/09|Q2|6`,
    'Ref=reference Area=area-code Financial year=period Quarter=period Outturn=value',
  )
  check(
    'areas and periods are known by what is in them',
    'returns',
    `KPI|Where|When|How much
     NI 8|E06000055|Apr-Jun 2008|5
     NI 8|E06000056|Jul-Sep 2008|6`,
    'KPI=reference Where=area-code When=period How much=value',
  )
  check(
    'the margin of a survey',
    'returns',
    `Ref|Area|Period|Value|Base|Lower CI|Upper 95%
     NI 8|E06000055|2008-09|27|1100|24.5|29.7`,
    'Ref=reference Area=area-code Period=period Value=value Base=sample-size Lower CI=interval-low Upper 95%=interval-high',
  )
  check(
    'an interval at 95% beside a wider one',
    'returns',
    `Ref|Area|Period|Value|Lower CI 99.8 limit|Upper CI 99.8 limit|Lower CI 95.0 limit|Upper CI 95.0 limit|n
     NI 8|E06000055|2008-09|27|22|32|24.5|29.7|1100`,
    'Ref=reference Area=area-code Period=period Value=value Lower CI 99.8 limit=– Upper CI 99.8 limit=– Lower CI 95.0 limit=interval-low Upper CI 95.0 limit=interval-high n=sample-size',
  )
  check(
    'numerator and denominator',
    'returns',
    `Ref|Area|Period|Numerator|Denominator|Value
     NI 8|E06000055|2008-09|5|10|50`,
    'Ref=reference Area=area-code Period=period Numerator=numerator Denominator=denominator Value=value',
  )
  check(
    'columns that known series are named by are used again, whatever they are called elsewhere',
    'returns',
    `dataset|breakdown|place|time|figure
     crime|burglary|E06000055|2008-09|5
     crime|burglary|E06000055|2009-10|6`,
    'dataset=–* breakdown=–* place=area-code time=period figure=value',
    [['Dataset', 'Breakdown']],
  )
  check(
    'a column of snapshot and rolling is not taken for the measure, nor the other way round',
    'indicators',
    `Title|Measure|Basis
     A|Percentage|Snapshot
     B|Percentage|Year to date`,
    'Title=title* Measure=–* Basis=measurement',
  )
})

test('what a source’s columns meant last time is taken again, by heading', () => {
  const headings = ['Area', 'Odd name', 'Period', 'Result', 'New column']
  const sample = [['E06000055', 'W1', '2008-09', '5', 'x']]
  const remembered = {
    ...emptyMapping,
    quarters: 'calendar' as const,
    columns: [
      { heading: 'odd_name', meaning: 'reference' as const, names: false },
      { heading: 'Result', meaning: 'numerator' as const, names: false },
      { heading: 'Gone', meaning: 'status' as const, names: false },
    ],
  }
  const mapping = proposedMapping('returns', { headings, sample }, nothingKnown, remembered)
  assert.deepEqual(
    mapping.columns.map(({ meaning }) => meaning),
    ['area-code', 'reference', 'period', 'numerator', null],
  )
  assert.equal(mapping.quarters, 'calendar')
})

describe('the next wide file of a source', () => {
  const columns = (meanings: readonly (readonly [string, Meaning | null])[]) =>
    meanings.map(([heading, meaning]) => ({ heading, meaning, names: false }))
  const remembered = {
    ...emptyMapping,
    columns: columns([
      ['Odd', 'reference'],
      ['Where', 'area-name'],
      ['2007-08', null],
      ['Q1 2008-09', 'by-period'],
      ['Q2 2008-09', 'by-period'],
    ]),
  }
  const check = (name: string, headings: string[], expected: (Meaning | null)[], before: Mapping = remembered) =>
    test(name, () => {
      const mapping = proposedMapping('returns', { headings, sample: [headings.map(() => '5')] }, nothingKnown, before)
      assert.deepEqual(
        mapping.columns.map(({ meaning }) => meaning),
        expected,
      )
    })
  check(
    'has one more period, and what was left out stays so',
    ['Odd', 'Where', '2007-08', 'Q1 2008-09', 'Q2 2008-09', 'Q3 2008-09'],
    ['reference', 'area-name', null, 'by-period', 'by-period', 'by-period'],
  )
  check('has other periods only', ['Odd', 'Where', 'Q3 2009-10'], ['reference', 'area-name', 'by-period'])
  check(
    'is not what a source with long files is read as',
    ['Odd', 'Where', 'When', 'Result', '2011'],
    ['reference', 'area-name', 'period', 'value', null],
    {
      ...remembered,
      columns: columns([
        ['Odd', 'reference'],
        ['Where', 'area-name'],
        ['When', 'period'],
        ['Result', 'value'],
      ]),
    },
  )
})

test('a mapping of which nothing is in the file is of no use', () => {
  const remembered = { ...emptyMapping, columns: [{ heading: 'Other', meaning: 'value' as const, names: false }] }
  const mapping = proposedMapping('returns', { headings: ['Value'], sample: [['5']] }, nothingKnown, remembered)
  assert.equal(mapping.columns[0]?.meaning, 'value')
})

test('any file whatever is looked at without a fault, and no meaning is given twice', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom('E06000055', '2008-09', 'Q1', '5', '5%', 'higher', 'Value', 'Area', ''),
  )
  const row = fc.array(cell, { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(row, fc.array(row, { maxLength: 6 }), fc.constantFrom(...importKinds), (headings, rows, kind) => {
      const meant = recognise(headings, rows, kind).flatMap(({ meaning }) =>
        meaning === null || meaning === 'period' || widely(meaning) ? [] : [meaning],
      )
      assert.equal(new Set(meant).size, meant.length)
    }),
  )
})
