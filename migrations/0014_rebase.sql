-- From which period on the average and the limits of an indicator in an area are worked out anew, because a person says that it has settled at
-- another level (rules E3). Never found by the program, and kept with its reason: whoever reads the chart must know why the lines jump.
create table performance.rebase (
  partnership_id  bigint   not null,
  id              bigint   generated always as identity,
  indicator_id    bigint   not null,
  area_id         bigint   not null,
  starts_on       date     not null,                                              -- first day of the first period of the new level
  reason          text     not null check (length(reason) between 1 and 4000),
  baseline_points smallint check (baseline_points between 12 and 20),             -- null: limits of all figures until the next rebase
  primary key (partnership_id, id),
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade,
  foreign key (partnership_id, area_id) references partnership.area,
  unique (partnership_id, indicator_id, area_id, starts_on)
);
create index on performance.rebase (partnership_id, area_id);
select platform.belongs_to_partnership('performance.rebase');
