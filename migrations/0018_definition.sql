-- What an indicator counted before its definition was replaced. The one that holds now is the indicator's own.
create table performance.former_definition (
  partnership_id   bigint  not null,
  indicator_id     bigint  not null,
  replaced_on      date    not null,                                              -- the first day on which the next one held
  reason           text    not null check (length(reason) between 1 and 1000),
  replaced_by_name text    not null,
  definition       text    not null,
  value_type       text    not null,
  rate_per         integer,
  unit             text    not null,
  source           text    not null,
  primary key (partnership_id, indicator_id, replaced_on),
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade
);
select platform.belongs_to_partnership('performance.former_definition');

-- From which day on a series counts something else, so that figures from before and after are not compared (rules E2, E13).
create table performance.series_break (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  indicator_id   bigint not null,
  area_id        bigint,                                                          -- null: wherever it is measured
  starts_on      date   not null,                                                 -- first day of the first period that is counted in the new way
  kind           text   not null check (kind in ('definition', 'boundary', 'body', 'method')),
  sentence       text   not null check (length(sentence) between 1 and 1000),
  primary key (partnership_id, id),
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade,
  foreign key (partnership_id, area_id) references partnership.area,
  unique nulls not distinct (partnership_id, indicator_id, area_id, starts_on)
);
create index on performance.series_break (partnership_id, area_id);
select platform.belongs_to_partnership('performance.series_break');
