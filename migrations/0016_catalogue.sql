-- Lists of indicators to choose from that a partnership has brought itself. The national set of 2008 is not here: it comes with Goldthread. What is
-- chosen is copied into an agreement, so that a catalogue can be removed and nothing hangs on it.
create table performance.catalogue (
  partnership_id bigint not null,
  id             bigint not null generated always as identity,
  title          text   not null check (length(title) between 1 and 200),
  source         text   not null check (length(source) <= 200),
  made_by_name   text   not null,
  primary key (partnership_id, id)
);
select platform.belongs_to_partnership('performance.catalogue');

create table performance.catalogue_entry (
  partnership_id bigint not null,
  catalogue_id   bigint not null,
  number         integer not null,
  reference      text,
  title          text   not null,
  -- What else its file says of it, as fields of an indicator: {"polarity":"higher","decimals":1}
  fields         jsonb  not null check (jsonb_typeof(fields) = 'object'),
  primary key (partnership_id, catalogue_id, number),
  foreign key (partnership_id, catalogue_id) references performance.catalogue on delete cascade
);
select platform.belongs_to_partnership('performance.catalogue_entry', keeps_history => false);
