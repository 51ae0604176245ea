-- The areas that an area compares itself with: its statistical neighbours, as a published model or the partnership's own judgement names them.
-- It is not mutual: one may be a neighbour of somebody who would not be theirs.
create table partnership.neighbour (
  partnership_id bigint not null,
  area_id        bigint not null,
  neighbour_id   bigint not null,
  primary key (partnership_id, area_id, neighbour_id),
  foreign key (partnership_id, area_id) references partnership.area on delete cascade,
  foreign key (partnership_id, neighbour_id) references partnership.area on delete cascade,
  check (area_id <> neighbour_id)
);
create index on partnership.neighbour (partnership_id, neighbour_id);
select platform.belongs_to_partnership('partnership.neighbour');
