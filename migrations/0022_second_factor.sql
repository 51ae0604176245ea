-- A second factor: what somebody shows besides their passphrase. Codes of an authenticator app, codes kept for the day when it is lost, and passkeys.

-- The key with which secrets are sealed that have to be read again, where the setting GOLDTHREAD_SECRET_KEY gives none. Made when it is first needed.
create table platform.sealing_key (
  is_only boolean primary key default true check (is_only),
  key     bytea   not null check (length(key) = 32)
);

-- An app that shows a new code every half minute.
create table platform.authenticator (
  account_id bigint      primary key references platform.account on delete cascade,
  sealed_key bytea       not null,
  last_step  bigint      not null,  -- the latest half minute whose code was accepted: no code is accepted twice
  created_at timestamptz not null
);

create table platform.recovery_code (
  account_id  bigint      not null references platform.account on delete cascade,
  code_digest bytea       not null,
  used_at     timestamptz,
  primary key (account_id, code_digest)
);

create table platform.passkey (
  id            bigint generated always as identity primary key,
  account_id    bigint      not null references platform.account on delete cascade,
  credential_id text        not null unique,
  public_key    bytea       not null,
  counter       bigint      not null,
  transports    text[]      not null,
  name          text        not null check (length(name) between 1 and 100),
  created_at    timestamptz not null,
  used_at       timestamptz
);
create index on platform.passkey (account_id);

-- Whoever has given the right passphrase and still has to show the second factor. It opens the second step and nothing else.
create table platform.second_step (
  token_digest bytea       primary key,
  account_id   bigint      not null references platform.account on delete cascade,
  created_at   timestamptz not null
);
create index on platform.second_step (account_id);

-- What passkeys have signed lately, so that nothing that was signed is taken twice.
create table platform.used_challenge (
  challenge text        primary key,
  used_at   timestamptz not null
);

grant select, insert, update, delete on platform.sealing_key, platform.authenticator, platform.recovery_code, platform.passkey,
  platform.second_step, platform.used_challenge to goldthread_platform;

-- Whether the second factor was shown when the session began.
alter table platform.session add column is_strong boolean not null default false;

-- Which roles need a second factor in a partnership. One that was there before has none until its administrator chooses.
create table platform.factor_role (
  partnership_id bigint not null,
  role           text   not null check (role in ('administrator', 'performance-officer', 'contributor', 'reader')),
  primary key (partnership_id, role)
);
select platform.belongs_to_partnership('platform.factor_role');
revoke all on platform.factor_role from goldthread_visit;
grant select, insert, update, delete on platform.factor_role to goldthread_platform;
create policy across_partnerships on platform.factor_role to goldthread_platform using (true);
