-- Single sign-on by OpenID Connect: which providers a partnership's administrators have named, and whose account there is whose here.
--
-- A provider belongs to the partnership that named it, and opens that partnership only: its administrators vouch for it, those of another do not,
-- and an account may belong to both. An account is linked by the provider, whose issuer never changes, and the subject: never by an e-mail address,
-- which a provider may let people choose.
create table platform.provider (
  partnership_id          bigint      not null,
  id                      bigint      generated always as identity,
  -- Stands in the address to which the provider sends people back, so that an answer of one is never taken for another's.
  key                     text        not null unique check (key ~ '^[A-Za-z0-9_-]{20,60}$'),
  name                    text        not null check (length(name) between 1 and 100),
  issuer                  text        not null check (length(issuer) between 1 and 500),
  client_id               text        not null check (length(client_id) between 1 and 300),
  counts_as_second_factor boolean     not null default false,
  is_enabled              boolean     not null default true,
  primary key (partnership_id, id)
);
select platform.belongs_to_partnership('platform.provider');
revoke all on platform.provider from goldthread_visit;
grant select, insert, update, delete on platform.provider to goldthread_platform;
create policy across_partnerships on platform.provider to goldthread_platform using (true);

-- What we show the provider to be believed, sealed. Kept apart, so that the history does not hold it.
create table platform.provider_secret (
  partnership_id bigint not null,
  provider_id    bigint not null,
  sealed         bytea  not null,
  primary key (partnership_id, provider_id),
  foreign key (partnership_id, provider_id) references platform.provider on delete cascade
);
grant select, insert, update, delete on platform.provider_secret to goldthread_platform;

-- Whoever types an address of such a domain is sent to this provider, once it was proved that the domain is theirs who named it.
create table platform.provider_domain (
  partnership_id bigint      not null,
  id             bigint      generated always as identity,
  provider_id    bigint      not null,
  domain         text        not null check (domain = lower(domain) and length(domain) between 3 and 253),
  token          text        not null,
  proved_at      timestamptz,
  primary key (partnership_id, id),
  unique (partnership_id, provider_id, domain),
  foreign key (partnership_id, provider_id) references platform.provider on delete cascade
);
create unique index one_provider_for_a_domain on platform.provider_domain (domain) where proved_at is not null;
select platform.belongs_to_partnership('platform.provider_domain');
revoke all on platform.provider_domain from goldthread_visit;
grant select, insert, update, delete on platform.provider_domain to goldthread_platform;
create policy across_partnerships on platform.provider_domain to goldthread_platform using (true);

-- Whose account there is whose here. It goes with the membership.
create table platform.provider_account (
  partnership_id bigint      not null,
  provider_id    bigint      not null,
  subject        text        not null check (length(subject) between 1 and 255),
  account_id     bigint      not null,
  linked_at      timestamptz not null,
  primary key (partnership_id, provider_id, subject),
  unique (partnership_id, account_id, provider_id),
  foreign key (partnership_id, provider_id) references platform.provider on delete cascade,
  foreign key (partnership_id, account_id) references platform.membership on delete cascade
);
create index on platform.provider_account (account_id);
-- Who connects what is told as what happened to the account.
select platform.belongs_to_partnership('platform.provider_account', keeps_history => false);
revoke all on platform.provider_account from goldthread_visit;
grant select, insert, update, delete on platform.provider_account to goldthread_platform;
create policy across_partnerships on platform.provider_account to goldthread_platform using (true);

-- Somebody who was sent to a provider and is expected back within ten minutes, once. The secret is in their browser.
create table platform.provider_request (
  secret_digest     bytea       primary key,
  partnership_id    bigint      not null,
  provider_id       bigint      not null,
  purpose           text        not null check (purpose in ('sign-in', 'invitation', 'connection')),
  account_id        bigint      references platform.account on delete cascade,
  invitation_digest bytea       references platform.invitation on delete cascade,
  next              text        not null,
  created_at        timestamptz not null,
  foreign key (partnership_id, provider_id) references platform.provider on delete cascade
);
create index on platform.provider_request (partnership_id, provider_id);
create index on platform.provider_request (created_at);
grant select, insert, update, delete on platform.provider_request to goldthread_platform;

-- A session that began at a provider opens the provider's partnership only, and ends with the provider. The token is for signing out there.
alter table platform.session
  add column only_partnership_id bigint,
  add column provider_id         bigint,
  add column id_token            bytea,
  add foreign key (only_partnership_id, provider_id) references platform.provider on delete cascade;
create index on platform.session (only_partnership_id, provider_id) where provider_id is not null;
