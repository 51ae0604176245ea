-- What makes follow-up happen by itself: mail that a visit asks for, work that is done once a day, and links with which somebody without an account answers.

-- Mails that were asked for, by what each is for. A key that was once used sends nothing again, however long ago its mail went.
create table platform.posted (
  partnership_id bigint      not null references platform.partnership on delete cascade,
  key            text        not null,
  at             timestamptz not null default now(),
  primary key (partnership_id, key)
);

-- Asks for a mail in the transaction of what causes it, so that one that is rolled back leaves neither the mail nor its key. From a visit the partnership and
-- the person are the visit's own.
create function platform.post(letter text, about jsonb, key text, partnership_id bigint default null) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_visit constant bigint := nullif(current_setting('app.partnership', true), '')::bigint;
  here constant bigint := coalesce(of_visit, post.partnership_id);
begin
  insert into platform.posted (partnership_id, key) values (here, post.key) on conflict do nothing;
  if not found then return; end if;
  -- Between visits keys hold numbers that no other partnership has.
  insert into platform.job (kind, payload, unique_key, partnership_id, account_id)
  values ('mail', jsonb_build_object('letter', post.letter, 'about', post.about), 'mail ' || coalesce(of_visit || ' ', '') || post.key, here,
          nullif(current_setting('app.account', true), '')::bigint)
  on conflict (unique_key) do nothing;
  perform pg_notify('goldthread_job', '');
end $$;
revoke all on function platform.post from public;
grant execute on function platform.post to goldthread_visit, goldthread_platform;

-- For each partnership and each thing that is done daily: the last day for which it was asked for, and the one before that.
create table platform.daily (
  partnership_id bigint not null references platform.partnership on delete cascade,
  name           text   not null,
  on_day         date   not null,
  before         date,
  primary key (partnership_id, name)
);
grant select, insert, update on platform.daily to goldthread_platform;

-- With a link somebody without an account answers what is asked of them: for one person, one purpose and one thing (an action, a request), until it expires or
-- is taken back. Its secret is made when the letter is written and nowhere kept; a letter that is written twice has two. What they answer is in the history.
create table partnership.answer_link (
  partnership_id bigint      not null,
  digest         bytea       not null,
  person_id      bigint      not null,
  purpose        text        not null check (length(purpose) between 1 and 40),
  subject_id     bigint      not null,
  made_at        timestamptz not null default now(),
  expires_at     timestamptz not null,
  primary key (partnership_id, digest),
  foreign key (partnership_id, person_id) references partnership.person on delete cascade
);
create unique index answer_link_of_a_digest on partnership.answer_link (digest);
create index on partnership.answer_link (partnership_id, person_id);
create index on partnership.answer_link (partnership_id, purpose, subject_id);
select platform.belongs_to_partnership('partnership.answer_link', keeps_history => false);

-- To which partnership a link leads: asked before there is a visit. Whoever has no secret finds nothing.
create function partnership.answer_link_at(of_digest bytea) returns table (partnership_id bigint, slug text, name text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select partnership.id, partnership.slug, partnership.name
      from partnership.answer_link
      join platform.partnership on partnership.id = answer_link.partnership_id
     where answer_link.digest = of_digest;
  end;
revoke all on function partnership.answer_link_at from public;
grant execute on function partnership.answer_link_at to goldthread_platform;
