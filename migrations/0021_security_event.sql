-- What happens to an account (somebody signs in, an attempt is refused, a session is ended) stands in the history of each partnership of which the
-- account is a member, with the address from which it came. The program names the events, so that another one is no migration.
alter table platform.history
  drop constraint history_act_check,
  add check (act ~ '^[a-z]+(-[a-z]+)*$' and length(act) <= 40),
  add column address text not null default '';

-- Called between visits, by the platform, which neither reads nor writes a history otherwise. Who did it is the account itself, unless the
-- transaction says that it was another (an administrator), or nobody has shown yet that they are the person.
create function platform.note_security_event(whose bigint, event text, came_from text, request text, detail jsonb, is_known boolean) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  outer_partnership text := coalesce(current_setting('app.partnership', true), '');
  doer bigint := case when is_known then coalesce(nullif(current_setting('app.account', true), '')::bigint, whose) end;
  doer_name text := case when is_known then coalesce(nullif(current_setting('app.who', true), ''), (select name from platform.account where id = whose))
                         else 'Somebody who was not signed in' end;
  partnership bigint;
begin
  for partnership in select partnership_id from platform.membership where account_id = whose order by partnership_id loop
    -- Only this partnership has changed by it.
    perform set_config('app.partnership', partnership::text, true);
    insert into platform.history (partnership_id, account_id, who, request_id, address, subject, subject_id, act, after)
    values (partnership, doer, doer_name, request, came_from, 'platform.account', whose::text, event,
            jsonb_build_object('id', whose) || detail);
  end loop;
  perform set_config('app.partnership', outer_partnership, true);
end $$;
revoke all on function platform.note_security_event from public;
grant execute on function platform.note_security_event to goldthread_platform;
