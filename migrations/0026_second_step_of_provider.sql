-- Who signs in at a provider that does not count as a second factor comes to the second step like everybody; the session that begins after it
-- knows where it began all the same.
alter table platform.second_step
  add column only_partnership_id bigint,
  add column provider_id         bigint,
  add column id_token            bytea,
  add foreign key (only_partnership_id, provider_id) references platform.provider on delete cascade;
create index on platform.second_step (only_partnership_id, provider_id) where provider_id is not null;
