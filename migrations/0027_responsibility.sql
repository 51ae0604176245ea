-- Which group answers for a theme, or for one outcome of it. It stands with what is measured: groups know nothing of themes.

create table performance.responsibility (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  group_id       bigint not null,
  theme_id       bigint,
  outcome_id     bigint,
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references partnership."group" on delete cascade,
  foreign key (partnership_id, theme_id) references performance.theme on delete cascade,
  foreign key (partnership_id, outcome_id) references performance.outcome on delete cascade,
  check ((theme_id is null) <> (outcome_id is null)),
  unique nulls not distinct (partnership_id, group_id, theme_id, outcome_id)
);
create index on performance.responsibility (partnership_id, theme_id);
create index on performance.responsibility (partnership_id, outcome_id);
select platform.belongs_to_partnership('performance.responsibility');
