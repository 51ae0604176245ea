-- Who is around the table, and where. People, groups and seats come with a later migration.

-- A place that is measured. Areas nest; England's regions, counties, districts and unitaries are shipped as data and copied in when they are first used.
create table partnership.area (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  code           text   check (code ~ '^[A-Z0-9]{1,20}$'),   -- GSS code where it has one
  name           text   not null check (length(name) between 1 and 200),
  kind           text   not null check (kind in ('nation', 'region', 'county', 'unitary', 'district', 'parish', 'ward', 'neighbourhood', 'other')),
  parent_id      bigint,
  primary key (partnership_id, id),
  foreign key (partnership_id, parent_id) references partnership.area,
  unique (partnership_id, code),
  check (parent_id <> id)
);
create index on partnership.area (partnership_id, parent_id);
select platform.belongs_to_partnership('partnership.area');

create table partnership.organisation (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  name           text   not null check (length(name) between 1 and 200),
  primary key (partnership_id, id)
);
create unique index one_organisation_of_a_name on partnership.organisation (partnership_id, lower(name));
select platform.belongs_to_partnership('partnership.organisation');

-- What the partnership says of itself: one row.
create table partnership.profile (
  partnership_id bigint not null,
  area_id        bigint not null,
  primary key (partnership_id),
  foreign key (partnership_id, area_id) references partnership.area
);
select platform.belongs_to_partnership('partnership.profile');
