-- A way of looking at the scorecard that somebody wants to find again and show to colleagues: what was chosen, as the address of the page has it.
create table performance.saved_view (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  name           text   not null check (length(name) between 1 and 80),
  query          text   not null check (length(query) <= 1000),
  made_by        bigint,
  made_by_name   text   not null,
  made_on        date   not null,
  primary key (partnership_id, id)
);
create unique index one_view_of_a_name on performance.saved_view (partnership_id, lower(name));
select platform.belongs_to_partnership('performance.saved_view');
