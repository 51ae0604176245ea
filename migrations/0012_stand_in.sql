-- What stands where there is no judgement: another indicator that is reported more often (a proxy), and what is known to be happening, in words. Neither
-- is ever counted as a judgement of the indicator that it stands in for.
create table performance.proxy (
  partnership_id bigint not null,
  indicator_id   bigint not null,
  proxy_id       bigint not null check (proxy_id <> indicator_id),
  reason         text   not null check (length(reason) between 1 and 1000),  -- why it says something of the other
  primary key (partnership_id, indicator_id),
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade,
  foreign key (partnership_id, proxy_id) references performance.indicator on delete cascade
);
create index on performance.proxy (partnership_id, proxy_id);
select platform.belongs_to_partnership('performance.proxy');

create table performance.assurance_text (
  partnership_id bigint not null,
  indicator_id   bigint not null,
  area_id        bigint not null,
  starts_on      date   not null,
  ends_on        date   not null check (ends_on >= starts_on),
  content        text   not null check (length(content) between 1 and 4000),
  written_by_name text  not null,
  written_on     date   not null,
  primary key (partnership_id, indicator_id, area_id, starts_on, ends_on),
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade,
  foreign key (partnership_id, area_id) references partnership.area
);
create index on performance.assurance_text (partnership_id, area_id);
select platform.belongs_to_partnership('performance.assurance_text');
