-- An action that somebody thought might serve an indicator, and that was looked at and set aside: it is not offered again.
create table thread.set_aside (
  partnership_id bigint not null,
  action_id      bigint not null,
  indicator_id   bigint not null,
  reason         text   not null check (length(reason) between 1 and 500),
  by_name        text   not null,
  on_day         date   not null,
  primary key (partnership_id, action_id, indicator_id),
  foreign key (partnership_id, action_id) references actions.action on delete cascade,
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade
);
create index on thread.set_aside (partnership_id, indicator_id);
select platform.belongs_to_partnership('thread.set_aside');

-- For other modules. A view runs with the rights of who asks.
create view delivery.shared_planned_words with (security_invoker = true) as
  select partnership_id, action_id, measure, how from delivery.planned_action;
create view partnership.shared_area with (security_invoker = true) as
  select partnership_id, id, name, kind, parent_id from partnership.area;
grant select on delivery.shared_planned_words, partnership.shared_area to goldthread_visit;
