-- Plans of others (a children's plan, a corporate plan) line by line, and which line says the same as what in one of ours. A match is made by somebody, never by
-- likeness alone. What is matched with nothing would be lost if only the other plan were kept.
create table delivery.other_plan (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  title          text    not null check (length(title) between 1 and 200),
  whose          text    not null check (length(whose) between 1 and 200),
  years          text    not null default '' check (length(years) <= 50),       -- as it says itself: 2009 to 2012
  link           text    not null default '' check ((link = '' or link ~ '^https?://') and length(link) <= 2000),
  primary key (partnership_id, id)
);
select platform.belongs_to_partnership('delivery.other_plan');

create table delivery.other_line (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  other_plan_id  bigint  not null,
  place          integer not null,
  reference      text    not null default '' check (length(reference) <= 30),
  text           text    not null check (length(text) between 1 and 500),
  primary key (partnership_id, id),
  foreign key (partnership_id, other_plan_id) references delivery.other_plan on delete cascade
);
create index on delivery.other_line (partnership_id, other_plan_id, place);
select platform.belongs_to_partnership('delivery.other_line');

create table delivery.alignment (
  partnership_id    bigint not null,
  id                bigint generated always as identity,
  other_line_id     bigint not null,
  plan_id           bigint not null,
  planned_action_id bigint,
  outcome_id        bigint,
  primary key (partnership_id, id),
  foreign key (partnership_id, other_line_id) references delivery.other_line on delete cascade,
  foreign key (partnership_id, plan_id) references delivery.plan on delete cascade,
  foreign key (partnership_id, planned_action_id) references delivery.planned_action on delete cascade,
  foreign key (partnership_id, plan_id, outcome_id) references delivery.plan_outcome on delete cascade,
  check (num_nonnulls(planned_action_id, outcome_id) = 1),
  unique nulls not distinct (partnership_id, other_line_id, plan_id, planned_action_id, outcome_id)
);
create index on delivery.alignment (partnership_id, plan_id, outcome_id);
create index on delivery.alignment (partnership_id, planned_action_id);
select platform.belongs_to_partnership('delivery.alignment');
