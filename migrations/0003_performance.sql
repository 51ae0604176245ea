-- What the partnership measures, what it aimed for and what happened. A judgement is computed from these (rules E1) and never stored.

create table performance.agreement (
  partnership_id     bigint  not null,
  id                 bigint  generated always as identity,
  title              text    not null check (length(title) between 1 and 200),
  first_year         integer not null check (first_year between 1990 and 2100),  -- financial year that starts in April of it
  last_year          integer not null check (last_year between first_year and 2100),
  area_id            bigint  not null,
  -- How far from a target still counts: a fraction of the target (0.05 is 5%), or a number in the indicator's own unit.
  tolerance_kind     text    not null default 'relative' check (tolerance_kind in ('relative', 'absolute')),
  tolerance          numeric not null default 0.05 check (tolerance >= 0),
  primary key (partnership_id, id),
  foreign key (partnership_id, area_id) references partnership.area
);
select platform.belongs_to_partnership('performance.agreement');

create table performance.theme (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  agreement_id   bigint  not null,
  title          text    not null check (length(title) between 1 and 200),
  position       integer not null default 0,
  primary key (partnership_id, id),
  foreign key (partnership_id, agreement_id) references performance.agreement
);
create index on performance.theme (partnership_id, agreement_id);
select platform.belongs_to_partnership('performance.theme');

create table performance.outcome (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  theme_id       bigint  not null,
  title          text    not null check (length(title) between 1 and 400),
  position       integer not null default 0,
  primary key (partnership_id, id),
  foreign key (partnership_id, theme_id) references performance.theme
);
create index on performance.outcome (partnership_id, theme_id);
select platform.belongs_to_partnership('performance.outcome');

create table performance.indicator (
  partnership_id       bigint  not null,
  id                   bigint  generated always as identity,
  agreement_id         bigint  not null,
  reference            text    check (length(reference) between 1 and 40),      -- one form, rules E12; null when it has none
  title                text    not null check (length(title) between 1 and 400),
  definition           text    not null default '',
  designation          text    not null default 'local' check (designation in ('designated', 'local', 'statutory')),
  polarity             text    not null check (polarity in ('higher', 'lower', 'range', 'none')),
  value_type           text    not null check (value_type in ('number', 'percentage', 'rate', 'money', 'days', 'ratio')),
  rate_per             integer check (rate_per > 0),
  unit                 text    not null default '',
  decimals             integer not null default 0 check (decimals between 0 and 10),
  measurement          text    not null default 'snapshot' check (measurement in ('snapshot', 'cumulative', 'rolling')),
  -- Null until it is known: an import of figures asks, and settles it.
  frequency            text    check (frequency in ('month', 'quarter', 'half', 'financial-year', 'academic-year', 'calendar-year',
                                 'twelve-months-monthly', 'twelve-months-quarterly', 'three-years', 'survey')),
  lag_days             integer not null default 0 check (lag_days between 0 and 3650),
  source               text    not null default '',
  note                 text    not null default '',
  tolerance_kind       text    check (tolerance_kind in ('relative', 'absolute')),   -- null: the agreement's
  tolerance            numeric check (tolerance >= 0),
  lead_id              bigint,
  deferred_reason      text,
  deferred_owner       text,
  deferred_review_on   date,
  closed_on            date,
  closed_reason        text,
  primary key (partnership_id, id),
  foreign key (partnership_id, agreement_id) references performance.agreement,
  foreign key (partnership_id, lead_id) references partnership.organisation,
  check ((tolerance is null) = (tolerance_kind is null)),
  check ((rate_per is not null) = (value_type = 'rate')),
  check ((deferred_reason is null) = (deferred_owner is null) and (deferred_reason is null) = (deferred_review_on is null)),
  check ((closed_reason is null) = (closed_on is null))
);
create index on performance.indicator (partnership_id, agreement_id);
create unique index one_indicator_of_a_reference on performance.indicator (partnership_id, agreement_id, reference);
select platform.belongs_to_partnership('performance.indicator');

create table performance.indicator_outcome (
  partnership_id bigint not null,
  indicator_id   bigint not null,
  outcome_id     bigint not null,
  primary key (partnership_id, indicator_id, outcome_id),
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade,
  foreign key (partnership_id, outcome_id) references performance.outcome
);
create index on performance.indicator_outcome (partnership_id, outcome_id);
select platform.belongs_to_partnership('performance.indicator_outcome');

create table performance.contributor (
  partnership_id  bigint not null,
  indicator_id    bigint not null,
  organisation_id bigint not null,
  primary key (partnership_id, indicator_id, organisation_id),
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade,
  foreign key (partnership_id, organisation_id) references partnership.organisation
);
create index on performance.contributor (partnership_id, organisation_id);
select platform.belongs_to_partnership('performance.contributor');

-- What a source calls an indicator, where that is not its reference: several columns of a file together, in the order of their names.
create table performance.series_name (
  partnership_id bigint not null,
  indicator_id   bigint not null,
  -- {"indicator":"…","measure":"…"}: column to content, as the file has them, trimmed
  name           jsonb  not null check (jsonb_typeof(name) = 'object'),
  primary key (partnership_id, indicator_id, name),
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade
);
select platform.belongs_to_partnership('performance.series_name');

-- The baseline, targets and interim targets of an indicator in an area. The bounds of a range belong to the target, not to the indicator.
-- A period is kept as its first and its last day: what it is called follows from the indicator's frequency.
create table performance.target (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  indicator_id   bigint  not null,
  area_id        bigint  not null,
  kind           text    not null check (kind in ('baseline', 'target', 'interim', 'stretch')),
  starts_on      date    not null,
  ends_on        date    not null check (ends_on >= starts_on),
  value          numeric,
  low            numeric,
  high           numeric check (high >= low),
  primary key (partnership_id, id),
  foreign key (partnership_id, indicator_id) references performance.indicator,
  foreign key (partnership_id, area_id) references partnership.area,
  unique (partnership_id, indicator_id, area_id, kind, starts_on, ends_on),
  check ((value is null) <> (low is null and high is null)),
  check ((low is null) = (high is null))
);
select platform.belongs_to_partnership('performance.target');

-- A file that somebody brings: kept until it is imported or given up, with what its columns were said to mean.
create table performance.data_import (
  partnership_id bigint      not null,
  id             bigint      generated always as identity,
  kind           text        not null check (kind in ('indicators', 'targets', 'returns')),
  agreement_id   bigint      not null,
  file_name      text        not null,
  source         text        not null default '',        -- what the mapping is remembered for
  state          text        not null check (state in ('uploaded', 'checking', 'checked', 'importing', 'imported', 'cancelled', 'failed')),
  mapping        jsonb,
  summary        jsonb,
  problem        text,
  made_by        bigint,
  made_by_name   text        not null,
  made_at        timestamptz not null default now(),
  imported_at    timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, agreement_id) references performance.agreement
);
select platform.belongs_to_partnership('performance.data_import');

-- The file itself, in pieces, so that any web process can read it; emptied when the import ends.
create table performance.data_import_piece (
  partnership_id bigint  not null,
  import_id      bigint  not null,
  number         integer not null,
  content        bytea   not null,
  primary key (partnership_id, import_id, number),
  foreign key (partnership_id, import_id) references performance.data_import on delete cascade
);
select platform.belongs_to_partnership('performance.data_import_piece', keeps_history => false);

-- Each row of the file as it was understood, until the import ends. Refused ones stay for as long as the import is on record.
create table performance.data_import_row (
  partnership_id bigint  not null,
  import_id      bigint  not null,
  line           integer not null,          -- as a text editor counts, the header being 1
  outcome        text    not null check (outcome in ('new', 'revised', 'unchanged', 'refused')),
  content        jsonb   not null,          -- what would be stored, by the kind of import
  existing       jsonb,                     -- what it would replace, as the preview saw it
  column_name    text,                      -- where it was refused
  found          text,
  reason         text,
  primary key (partnership_id, import_id, line),
  foreign key (partnership_id, import_id) references performance.data_import on delete cascade
);
create index on performance.data_import_row (partnership_id, import_id, outcome, line);
select platform.belongs_to_partnership('performance.data_import_row', keeps_history => false);

-- What a source's columns meant last time.
create table performance.import_mapping (
  partnership_id bigint not null,
  kind           text   not null,
  source         text   not null,
  mapping        jsonb  not null,
  primary key (partnership_id, kind, source)
);
select platform.belongs_to_partnership('performance.import_mapping');

-- A value reported for an indicator, an area and a period. Never changed: a revision is a further row, and the latest one counts.
-- Its own history: who, when, from what source and why are in the row.
create table performance.data_return (
  partnership_id bigint      not null,
  indicator_id   bigint      not null,
  area_id        bigint      not null,
  starts_on      date        not null,
  ends_on        date        not null check (ends_on >= starts_on),
  revision       integer     not null check (revision > 0),
  is_latest      boolean     not null default true,
  value          numeric,
  -- Why there is no number: suppressed (small numbers), not yet published, not applicable (rules E1, E8).
  absence        text        check (absence in ('suppressed', 'not-published', 'not-applicable', 'withdrawn')),
  numerator      numeric,
  denominator    numeric,
  status         text        not null default 'final' check (status in ('provisional', 'estimated', 'final')),
  source         text        not null default '',
  reason         text        not null default '',
  import_id      bigint,
  reported_by    bigint,
  reported_by_name text      not null,
  reported_at    timestamptz not null default now(),
  primary key (partnership_id, indicator_id, area_id, ends_on, starts_on, revision),
  foreign key (partnership_id, indicator_id) references performance.indicator,
  foreign key (partnership_id, area_id) references partnership.area,
  foreign key (partnership_id, import_id) references performance.data_import,
  check ((value is null) <> (absence is null))
);
create unique index the_latest_return on performance.data_return (partnership_id, indicator_id, area_id, ends_on, starts_on) where is_latest;
create index on performance.data_return (partnership_id, import_id) where import_id is not null;
select platform.belongs_to_partnership('performance.data_return', keeps_history => false);
