-- What happens to the figures of an indicator before the period they belong to is locked, and what is kept of them when it is.

-- Submitted by whoever answers for it, then approved or returned. `returns_seen` is how many returns and revisions there were: a return is never
-- changed, so another number says that something has come since, and what was submitted or approved is open again.
create table performance.submission (
  partnership_id    bigint      not null,
  indicator_id      bigint      not null,
  starts_on         date        not null,      -- of the period that is closed, as of its locking
  ends_on           date        not null check (ends_on >= starts_on),
  state             text        not null check (state in ('submitted', 'approved', 'returned')),
  returns_seen      integer     not null,
  findings          text[]      not null default '{}',  -- what the data checks said then
  note              text        not null default '',    -- why it is right all the same
  submitted_at      timestamptz not null,
  submitted_by      bigint,
  submitted_by_name text        not null,
  decided_at        timestamptz,
  decided_by        bigint,
  decided_by_name   text,
  return_reason     text        check (return_reason <> ''),
  primary key (partnership_id, indicator_id, starts_on, ends_on),
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade,
  check ((state = 'returned') = (return_reason is not null)),
  check ((decided_at is null) = (state = 'submitted') and (decided_at is null) = (decided_by_name is null))
);
select platform.belongs_to_partnership('performance.submission');

-- Every figure of the locked indicators as it stood, in every area. Never changed: it is what a meeting saw.
create table performance.reported_figure (
  partnership_id bigint  not null,
  locking_id     bigint  not null,
  indicator_id   bigint  not null,
  area_id        bigint  not null,
  starts_on      date    not null,
  ends_on        date    not null,
  revision       integer not null,
  value          numeric,
  absence        text,
  status         text    not null,
  primary key (partnership_id, locking_id, indicator_id, area_id, ends_on, starts_on),
  foreign key (partnership_id, locking_id) references performance.locking,
  foreign key (partnership_id, indicator_id) references performance.indicator,
  foreign key (partnership_id, area_id) references partnership.area
);
create index on performance.reported_figure (partnership_id, indicator_id, area_id);
create index on performance.reported_figure (partnership_id, area_id);
select platform.belongs_to_partnership('performance.reported_figure', keeps_history => false);

-- The scorecard of the period as it stood, in the words that were read. The one place where a judgement is stored: it says what was said, and nothing is
-- ever judged by it.
create table performance.reported_line (
  partnership_id bigint  not null,
  locking_id     bigint  not null,
  indicator_id   bigint  not null,
  position       integer not null,
  theme          text    not null,
  reference      text,
  title          text    not null,
  lead           text,
  figure         text,                         -- 41.2%, or why there is none
  period         text,
  flag           text,                         -- provisional, estimated
  target         text,
  look           text    not null,             -- of the judgement: its mark and colour; none where there was none
  words          text    not null,             -- the judgement, or why there is none
  note           text,
  why            text    not null,
  primary key (partnership_id, locking_id, indicator_id),
  foreign key (partnership_id, locking_id) references performance.locking,
  foreign key (partnership_id, indicator_id) references performance.indicator
);
create index on performance.reported_line (partnership_id, indicator_id);
select platform.belongs_to_partnership('performance.reported_line', keeps_history => false);
