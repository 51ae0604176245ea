-- Links that are sent by mail, or passed on by an administrator: an invitation, another passphrase, another e-mail address. The secret of a link that is
-- mailed is made when the mail is sent, and nowhere kept: a mail that is sent twice, because the process ended just then, has two, of which either opens
-- the link and neither opens it again.
create table platform.one_time_link (
  id         bigint      generated always as identity primary key,
  account_id bigint      not null references platform.account on delete cascade,
  purpose    text        not null check (purpose in ('invitation', 'reset', 'new-email')),
  email      text        check ((email is not null) = (purpose = 'new-email')),
  by_mail    boolean     not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on platform.one_time_link (account_id, purpose);

create table platform.one_time_link_secret (
  digest  bytea  primary key,
  link_id bigint not null references platform.one_time_link on delete cascade
);
create index on platform.one_time_link_secret (link_id);

-- Each account has at most one invitation.
insert into platform.one_time_link (account_id, purpose, by_mail, created_at, expires_at)
select account_id, 'invitation', false, created_at, expires_at from platform.invitation;
insert into platform.one_time_link_secret (digest, link_id)
select token_digest, link.id from platform.invitation join platform.one_time_link as link on link.account_id = invitation.account_id;

-- Whoever is at a provider just now with an invitation comes back to it.
alter table platform.provider_request
  drop constraint provider_request_invitation_digest_fkey,
  add foreign key (invitation_digest) references platform.one_time_link_secret on delete cascade;
drop table platform.invitation;

grant select, insert, update, delete on platform.one_time_link, platform.one_time_link_secret to goldthread_platform;
grant usage on all sequences in schema platform to goldthread_platform;

-- What is counted only because it makes work for somebody (a mail that was asked for) is no guess at a secret.
alter table platform.attempt add column is_guess boolean not null default true;
