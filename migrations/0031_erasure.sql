-- What is held about a person, and how it is taken out again. The chain of the history holds: it rests on digests, which stay where text and salt go.

-- Of an account of the partnership of the visit, for its owner's eyes: never a secret.
create function platform.held_of_account(account bigint) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select jsonb_build_object(
             'email', a.email, 'name', a.name, 'created_at', a.created_at, 'role', m.role,
             'sessions', coalesce((select jsonb_agg(jsonb_build_object('began_at', s.created_at, 'seen_at', s.seen_at, 'address', s.address, 'browser', s.agent)
                                                    order by s.created_at)
                                     from platform.session s where s.account_id = a.id), '[]'))
      from platform.account a
      join platform.membership m on m.account_id = a.id
     where a.id = account and m.partnership_id = nullif(current_setting('app.partnership', true), '')::bigint;
  end;
revoke all on function platform.held_of_account from public;
grant execute on function platform.held_of_account to goldthread_visit;

-- Takes an account out of the partnership of the visit, and away altogether when it belongs to no other.
create function platform.forget_account(whose bigint) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from platform.membership where partnership_id = nullif(current_setting('app.partnership', true), '')::bigint and account_id = whose;
  if not found or exists (select from platform.membership where account_id = whose) then return; end if;
  delete from platform.account where id = whose;
end $$;
revoke all on function platform.forget_account from public;
grant execute on function platform.forget_account to goldthread_visit;

-- In the history of the partnership of the visit: what these records said, who it was where it was this account, and what happened to that. The first
-- record is whose erasure it is; an entry of it says what it is called from now on, and of which entries something was taken away.
create function platform.erase_from_history(subjects text[], ids text[], account bigint, is_now jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ours bigint := nullif(current_setting('app.partnership', true), '')::bigint;
  erased bigint[];
begin
  with records as (
    update platform.history set before = null, after = null, content_salt = null
     where partnership_id = ours and content_salt is not null and act <> 'erased'
       and ((subject, subject_id) in (select * from unnest(subjects, ids)) or subject = 'platform.account' and subject_id = account::text)
    returning id)
  select coalesce(array_agg(id), '{}') into erased from records;
  with whose as (
    update platform.history set who = '', address = '', who_salt = null
     where partnership_id = ours and account_id = account and who_salt is not null
    returning id)
  select erased || coalesce(array_agg(id), '{}') into erased from whose;
  insert into platform.history (partnership_id, account_id, who, request_id, subject, subject_id, act, after)
  values (ours, nullif(current_setting('app.account', true), '')::bigint,
          coalesce(nullif(current_setting('app.who', true), ''), 'Goldthread'), coalesce(current_setting('app.request', true), ''),
          subjects[1], ids[1], 'erased',
          is_now || jsonb_build_object('erased_entries', (select jsonb_agg(distinct id order by id) from unnest(erased) id)));
end $$;
revoke all on function platform.erase_from_history from public;
grant execute on function platform.erase_from_history to goldthread_visit;
