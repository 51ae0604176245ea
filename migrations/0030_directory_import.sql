-- A file of people is of the whole partnership: it belongs to no agreement, of which there may be none yet.
alter table performance.data_import
  alter column agreement_id drop not null,
  drop constraint data_import_kind_check,
  add constraint data_import_kind_check check (kind in ('people', 'indicators', 'targets', 'returns')),
  add constraint data_import_agreement_check check ((kind = 'people') = (agreement_id is null));
