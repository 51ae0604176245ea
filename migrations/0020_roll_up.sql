-- What the figure of an area is, worked out from the areas that lie directly in it: not at all, the sum of theirs, or all numerators over all
-- denominators. Only a person knows whether the definition allows it. Whether it is then judged where an area has no figure of its own.
alter table performance.indicator
  add column roll_up text not null default 'none' check (roll_up in ('none', 'sum', 'weighted')),
  add column roll_up_counts boolean not null default false check (roll_up <> 'none' or not roll_up_counts);
