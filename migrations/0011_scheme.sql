-- How an agreement's judgements are shown, and in whose words. What is computed stays the same (rules E1); a floor standard is a number of its own for
-- each period, kept among the targets.
alter table performance.agreement
  add column scheme     text  not null default 'four' check (scheme in ('four', 'three', 'red-amber-green', 'floor-standard')),
  -- {"off-target":"at risk"}: what a judgement is called where that is not as usual
  add column band_words jsonb not null default '{}' check (jsonb_typeof(band_words) = 'object');

alter table performance.target drop constraint target_kind_check;
alter table performance.target add constraint target_kind_check check (kind in ('baseline', 'target', 'interim', 'stretch', 'floor'));

-- A judgement that a person has set for a period in place of the computed one, until a day. The computed one is still shown beside it.
create table performance.override (
  partnership_id bigint not null,
  indicator_id   bigint not null,
  area_id        bigint not null,
  starts_on      date   not null,
  ends_on        date   not null check (ends_on >= starts_on),
  band           text   not null check (band in ('exceeding', 'on-target', 'within-tolerance', 'off-target')),
  reason         text   not null check (length(reason) between 1 and 2000),
  until          date   not null,
  made_by        bigint,
  made_by_name   text   not null,
  made_on        date   not null,
  primary key (partnership_id, indicator_id, area_id, starts_on, ends_on),
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade,
  foreign key (partnership_id, area_id) references partnership.area
);
create index on performance.override (partnership_id, area_id);
select platform.belongs_to_partnership('performance.override');
-- What a locked period was judged as stays as it was.
create trigger refuse_locked_insert after insert on performance.override
  referencing new table as added for each statement execute function performance.refuse_locked();
create trigger refuse_locked_update after update on performance.override
  referencing old table as removed new table as added for each statement execute function performance.refuse_locked();
create trigger refuse_locked_delete after delete on performance.override
  referencing old table as removed for each statement execute function performance.refuse_locked();
