-- A survey asks a sample, so its figure is known only within a margin (rules E2). Of each return: how many were asked and answered, and the bounds
-- between which the source says the figure lies (95%). Of an indicator: the design effect, by which its survey's sample is worth less than a plain one.
alter table performance.data_return
  add column sample_size   integer check (sample_size > 0),
  add column interval_low  numeric,
  add column interval_high numeric,
  add check ((interval_low is null) = (interval_high is null) and interval_low <= interval_high);

-- An import keeps the bounds of an interval where a target keeps those of a range.
alter table performance.data_import_row add column sample_size integer;

alter table performance.indicator add column design_effect numeric check (design_effect > 0);
