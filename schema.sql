-- Written by npm run db schema from migrations/: read it, do not edit it.
--
-- PostgreSQL database dump
--

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: actions; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA actions;

--
-- Name: delivery; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA delivery;

--
-- Name: meetings; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA meetings;

--
-- Name: migration; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA migration;

--
-- Name: partnership; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA partnership;

--
-- Name: performance; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA performance;

--
-- Name: platform; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA platform;

--
-- Name: thread; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA thread;

--
-- Name: enter_action_in_search(); Type: FUNCTION; Schema: actions; Owner: -
--

CREATE FUNCTION actions.enter_action_in_search() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if tg_op = 'DELETE' then
    perform platform.leave_search(old.partnership_id, 'actions.action', old.id::text);
  elsif new.state = 'proposed' then
    perform platform.leave_search(new.partnership_id, 'actions.action', new.id::text);
  else
    perform actions.enter_in_search(new);
  end if;
  return null;
end $$;

--
-- Name: current_partnership(); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.current_partnership() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: action; Type: TABLE; Schema: actions; Owner: -
--

CREATE TABLE actions.action (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    source text NOT NULL,
    source_id bigint,
    group_id bigint,
    source_name text NOT NULL,
    source_day date NOT NULL,
    number integer NOT NULL,
    reference text GENERATED ALWAYS AS (((((((source_name || '/'::text) || lpad((((EXTRACT(year FROM source_day))::integer % 100))::text, 2, '0'::text)) || lpad(((EXTRACT(month FROM source_day))::integer)::text, 2, '0'::text)) || lpad(((EXTRACT(day FROM source_day))::integer)::text, 2, '0'::text)) || '/'::text) || number)) STORED NOT NULL,
    carried_as text DEFAULT ''::text NOT NULL,
    text text NOT NULL,
    owners_as_typed text DEFAULT ''::text NOT NULL,
    due_on date,
    due_as_typed text DEFAULT ''::text NOT NULL,
    progress text DEFAULT 'not-started'::text NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    outcome text DEFAULT ''::text NOT NULL,
    ended_on date,
    is_confidential boolean DEFAULT false NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT action_carried_as_check CHECK ((length(carried_as) <= 40)),
    CONSTRAINT action_due_as_typed_check CHECK ((length(due_as_typed) <= 100)),
    CONSTRAINT action_ended_check CHECK (((state = ANY (ARRAY['proposed'::text, 'open'::text])) OR ((outcome <> ''::text) AND (ended_on IS NOT NULL)))),
    CONSTRAINT action_number_check CHECK ((number > 0)),
    CONSTRAINT action_outcome_check CHECK ((length(outcome) <= 5000)),
    CONSTRAINT action_owners_as_typed_check CHECK ((length(owners_as_typed) <= 300)),
    CONSTRAINT action_progress_check CHECK ((progress = ANY (ARRAY['not-started'::text, 'under-way'::text, 'held-up'::text]))),
    CONSTRAINT action_source_check CHECK ((source = ANY (ARRAY['meeting'::text, 'plan'::text, 'issue'::text, 'risk'::text, 'review'::text, 'group'::text]))),
    CONSTRAINT action_source_name_check CHECK ((source_name ~ '^[A-Z0-9][A-Z0-9-]{0,29}$'::text)),
    CONSTRAINT action_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'open'::text, 'done'::text, 'closed'::text, 'dropped'::text]))),
    CONSTRAINT action_text_check CHECK (((length(text) >= 1) AND (length(text) <= 2000)))
);

--
-- Name: enter_in_search(actions.action); Type: FUNCTION; Schema: actions; Owner: -
--

CREATE FUNCTION actions.enter_in_search(it actions.action) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  perform platform.enter_search(it.partnership_id, 'actions.action', it.id::text, concat_ws(' ', it.reference, nullif(it.carried_as, '')),
    concat_ws(E'\n', it.text, nullif(it.owners_as_typed, ''), nullif(it.outcome, ''),
      (select string_agg(note.text, E'\n' order by note.id) from actions.note where note.partnership_id = it.partnership_id and note.action_id = it.id)),
    coalesce((select name from partnership.shared_group as "group" where "group".partnership_id = it.partnership_id and "group".id = it.group_id), ''),
    'actions/' || it.id, it.source_day, case when it.is_confidential then coalesce(it.group_id, 0) end, false);
end $$;

--
-- Name: enter_note_in_search(); Type: FUNCTION; Schema: actions; Owner: -
--

CREATE FUNCTION actions.enter_note_in_search() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform actions.enter_in_search(action) from actions.action where action.partnership_id = new.partnership_id and action.id = new.action_id;
  return null;
end $$;

--
-- Name: next_number(text, date); Type: FUNCTION; Schema: actions; Owner: -
--

CREATE FUNCTION actions.next_number(of_name text, of_day date) RETURNS integer
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_advisory_xact_lock(hashtextextended('actions.number ' || platform.current_partnership() || ' ' || of_name || ' ' || of_day, 0));
  return coalesce((select max(number) from actions.action
                    where partnership_id = platform.current_partnership() and source_name = of_name and source_day = of_day), 0) + 1;
end $$;

--
-- Name: enter_commentary_in_search(); Type: FUNCTION; Schema: delivery; Owner: -
--

CREATE FUNCTION delivery.enter_commentary_in_search() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  it record;
begin
  if tg_op = 'DELETE' then
    perform platform.leave_search(old.partnership_id, 'delivery.commentary', concat_ws(' ', old.indicator_id, old.area_id, old.starts_on, old.ends_on));
    return null;
  end if;
  select reference, title into it from performance.indicator where partnership_id = new.partnership_id and id = new.indicator_id;
  perform platform.enter_search(new.partnership_id, 'delivery.commentary',
    concat_ws(' ', new.indicator_id, new.area_id, new.starts_on, new.ends_on), concat_ws(' ', it.reference, it.title), new.text, '', 'indicators/' || new.indicator_id, new.on_day, null, true);
  return null;
end $$;

--
-- Name: enter_plan_in_search(); Type: FUNCTION; Schema: delivery; Owner: -
--

CREATE FUNCTION delivery.enter_plan_in_search() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if tg_op = 'DELETE' then
    perform platform.leave_search(old.partnership_id, 'delivery.plan', old.id::text);
  else
    perform platform.enter_search(new.partnership_id, 'delivery.plan', new.id::text, new.title,
      concat_ws(E'\n', nullif(new.summary, ''), nullif(new.risks, ''), nullif(new.equality, ''), nullif(new.sustainability, '')),
      coalesce((select name from partnership.shared_group as "group" where "group".partnership_id = new.partnership_id and "group".id = new.group_id), ''),
      'plans/' || new.id, new.starts_on, null, new.state in ('signed-off', 'revising'));
  end if;
  return null;
end $$;

--
-- Name: plan; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.plan (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    short_name text NOT NULL,
    title text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    summary text DEFAULT ''::text NOT NULL,
    lead_id bigint,
    risks text DEFAULT ''::text NOT NULL,
    equality text DEFAULT ''::text NOT NULL,
    sustainability text DEFAULT ''::text NOT NULL,
    progress_every text DEFAULT 'quarter'::text NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    CONSTRAINT plan_check CHECK ((ends_on > starts_on)),
    CONSTRAINT plan_equality_check CHECK ((length(equality) <= 3000)),
    CONSTRAINT plan_progress_every_check CHECK ((progress_every = ANY (ARRAY['month'::text, 'quarter'::text]))),
    CONSTRAINT plan_risks_check CHECK ((length(risks) <= 3000)),
    CONSTRAINT plan_short_name_check CHECK ((short_name ~ '^[A-Z0-9][A-Z0-9-]{0,29}$'::text)),
    CONSTRAINT plan_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'signed-off'::text, 'revising'::text]))),
    CONSTRAINT plan_summary_check CHECK ((length(summary) <= 5000)),
    CONSTRAINT plan_sustainability_check CHECK ((length(sustainability) <= 3000)),
    CONSTRAINT plan_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

--
-- Name: is_settled(delivery.plan); Type: FUNCTION; Schema: delivery; Owner: -
--

CREATE FUNCTION delivery.is_settled(plan delivery.plan) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select plan.state in ('submitted', 'signed-off')
      or (plan.state = 'revising'
          and 'submitted' = (select step.kind from delivery.step where step.partnership_id = plan.partnership_id and step.plan_id = plan.id order by step.id desc limit 1))
$$;

--
-- Name: refuse_change_in_settled_plan(); Type: FUNCTION; Schema: delivery; Owner: -
--

CREATE FUNCTION delivery.refuse_change_in_settled_plan() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if current_user = 'goldthread_visit'
     and exists (select from delivery.plan
                  where partnership_id = platform.current_partnership() and delivery.is_settled(plan)
                    and id in (case when tg_op <> 'INSERT' then old.plan_id end, case when tg_op <> 'DELETE' then new.plan_id end)) then
    raise exception 'The plan is submitted or signed off, and what it says cannot be changed' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

--
-- Name: refuse_change_of_settled_milestone(); Type: FUNCTION; Schema: delivery; Owner: -
--

CREATE FUNCTION delivery.refuse_change_of_settled_milestone() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if current_user = 'goldthread_visit'
     and (tg_op <> 'UPDATE' or (to_jsonb(new) - '{forecast_on,met_on,note}'::text[]) <> (to_jsonb(old) - '{forecast_on,met_on,note}'::text[]))
     and exists (select from delivery.planned_action
                   join delivery.plan on plan.partnership_id = planned_action.partnership_id and plan.id = planned_action.plan_id
                  where planned_action.partnership_id = platform.current_partnership() and delivery.is_settled(plan)
                    and planned_action.id in (case when tg_op <> 'INSERT' then old.planned_action_id end, case when tg_op <> 'DELETE' then new.planned_action_id end)) then
    raise exception 'The plan is submitted or signed off, and its milestones cannot be changed' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

--
-- Name: refuse_change_of_settled_plan(); Type: FUNCTION; Schema: delivery; Owner: -
--

CREATE FUNCTION delivery.refuse_change_of_settled_plan() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if current_user = 'goldthread_visit' and (tg_op = 'DELETE' or (to_jsonb(new) - 'state') <> (to_jsonb(old) - 'state')) and delivery.is_settled(old) then
    raise exception 'Plan % is submitted or signed off, and what it says cannot be changed', old.id using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

--
-- Name: refuse_change_of_version(); Type: FUNCTION; Schema: delivery; Owner: -
--

CREATE FUNCTION delivery.refuse_change_of_version() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if current_user = 'goldthread_visit' then
    raise exception 'What plan % said when it was signed off stays as it was', old.plan_id using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

--
-- Name: count_change(bigint, bigint); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.count_change(of_partnership bigint, of_meeting bigint) RETURNS bigint
    LANGUAGE sql
    AS $$
  insert into meetings.minutes_change as counted (partnership_id, meeting_id, count) values (of_partnership, of_meeting, 1)
  on conflict (partnership_id, meeting_id) do update set count = counted.count + 1
  returning count;
$$;

--
-- Name: decision; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.decision (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    item_id bigint,
    minute_id bigint,
    number integer NOT NULL,
    kind text DEFAULT 'agreed'::text NOT NULL,
    text text NOT NULL,
    proposer_id bigint,
    seconder_id bigint,
    manner text DEFAULT 'consensus'::text NOT NULL,
    votes_for integer,
    votes_against integer,
    abstentions integer,
    dissent text DEFAULT ''::text NOT NULL,
    amount_pence bigint,
    CONSTRAINT decision_abstentions_check CHECK ((abstentions >= 0)),
    CONSTRAINT decision_check CHECK (((manner = 'vote'::text) OR (num_nonnulls(votes_for, votes_against, abstentions) = 0))),
    CONSTRAINT decision_dissent_check CHECK ((length(dissent) <= 1000)),
    CONSTRAINT decision_kind_check CHECK ((kind = ANY (ARRAY['agreed'::text, 'endorsed'::text, 'refused'::text, 'noted'::text, 'approved-minutes'::text, 'delegated'::text]))),
    CONSTRAINT decision_manner_check CHECK ((manner = ANY (ARRAY['consensus'::text, 'vote'::text]))),
    CONSTRAINT decision_number_check CHECK ((number > 0)),
    CONSTRAINT decision_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000))),
    CONSTRAINT decision_votes_against_check CHECK ((votes_against >= 0)),
    CONSTRAINT decision_votes_for_check CHECK ((votes_for >= 0))
);

--
-- Name: enter_decision_in_search(meetings.decision); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.enter_decision_in_search(it meetings.decision) RETURNS void
    LANGUAGE sql
    AS $$
  select platform.enter_search(it.partnership_id, 'meetings.decision', it.id::text, coalesce(item.title, meeting.title), concat_ws(E'\n', it.text, nullif(it.dissent, '')),
           "group".name, 'decisions/' || it.id, meeting.on_day,
           case when coalesce(piece.is_withheld, false) or coalesce(minutes.state, 'draft') = 'draft'
                  or meetings.is_confidential(it.partnership_id, it.item_id) then meeting.group_id end,
           coalesce(minutes.state = 'approved', false) and not coalesce(piece.is_withheld, false) and not meetings.is_confidential(it.partnership_id, it.item_id))
    from meetings.meeting
    join partnership.shared_group as "group" on "group".partnership_id = meeting.partnership_id and "group".id = meeting.group_id
    left join meetings.agenda_item as item on item.partnership_id = it.partnership_id and item.id = it.item_id
    left join meetings.minute as piece on piece.partnership_id = it.partnership_id and piece.id = it.minute_id
    left join meetings.minutes on minutes.partnership_id = meeting.partnership_id and minutes.meeting_id = meeting.id
   where meeting.partnership_id = it.partnership_id and meeting.id = it.meeting_id
$$;

--
-- Name: enter_forward_item_in_search(); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.enter_forward_item_in_search() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if tg_op = 'DELETE' then
    perform platform.leave_search(old.partnership_id, 'meetings.forward_item', old.id::text);
  else
    perform platform.enter_search(new.partnership_id, 'meetings.forward_item', new.id::text, new.title, concat_ws(E'\n', nullif(new.detail, ''),
        nullif(new.responsible, ''), nullif(new.source, '')),
      coalesce((select name from partnership.shared_group as "group" where "group".partnership_id = new.partnership_id and "group".id = new.group_id), ''),
      'groups/' || new.group_id || '/forward-plan',
      (select on_day from meetings.meeting where meeting.partnership_id = new.partnership_id and meeting.id = new.meeting_id));
  end if;
  return null;
end $$;

--
-- Name: enter_in_search(); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.enter_in_search() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if tg_table_name = 'minute' then
    if tg_op = 'DELETE' then
      perform platform.leave_search(old.partnership_id, 'meetings.minute', old.id::text);
    elsif new.kind in ('decision', 'action') then
      -- Found as the record that it is.
      perform platform.leave_search(new.partnership_id, 'meetings.minute', new.id::text);
      if tg_op = 'UPDATE' and old.is_withheld <> new.is_withheld then
        perform meetings.enter_decision_in_search(it) from meetings.decision as it where it.partnership_id = new.partnership_id and it.minute_id = new.id;
      end if;
    else
      perform meetings.enter_piece_in_search(new);
    end if;
  elsif tg_table_name = 'decision' then
    if tg_op = 'DELETE' then
      perform platform.leave_search(old.partnership_id, 'meetings.decision', old.id::text);
    else
      perform meetings.enter_decision_in_search(new);
    end if;
  elsif tg_table_name = 'agenda_item' then
    if tg_op = 'DELETE' then
      perform platform.leave_search(old.partnership_id, 'meetings.agenda_item', old.id::text);
    elsif tg_op = 'UPDATE' and (old.is_confidential, old.title, old.parent_id) is distinct from (new.is_confidential, new.title, new.parent_id) then
      perform meetings.enter_meeting_in_search(new.partnership_id, new.meeting_id);
    else
      perform meetings.enter_item_in_search(new);
    end if;
  elsif tg_table_name = 'minutes' then
    perform meetings.enter_meeting_in_search(new.partnership_id, new.meeting_id);
  else
    perform meetings.enter_meeting_in_search(new.partnership_id, new.id);
  end if;
  return null;
end $$;

--
-- Name: agenda_item; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.agenda_item (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    parent_id bigint,
    place integer DEFAULT 0 NOT NULL,
    number_as_typed text DEFAULT ''::text NOT NULL,
    kind text DEFAULT 'item'::text NOT NULL,
    title text NOT NULL,
    detail text DEFAULT ''::text NOT NULL,
    purpose text,
    presenter text DEFAULT ''::text NOT NULL,
    presenter_id bigint,
    about_group_id bigint,
    minutes integer,
    is_confidential boolean DEFAULT false NOT NULL,
    forward_item_id bigint,
    CONSTRAINT agenda_item_check CHECK ((parent_id <> id)),
    CONSTRAINT agenda_item_detail_check CHECK ((length(detail) <= 4000)),
    CONSTRAINT agenda_item_kind_check CHECK ((kind = ANY (ARRAY['welcome'::text, 'apologies'::text, 'interests'::text, 'minutes'::text, 'matters-arising'::text, 'forward-plan'::text, 'exceptions'::text, 'standing'::text, 'item'::text, 'workshop'::text, 'any-other-business'::text, 'next-meeting'::text]))),
    CONSTRAINT agenda_item_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600))),
    CONSTRAINT agenda_item_number_as_typed_check CHECK ((length(number_as_typed) <= 20)),
    CONSTRAINT agenda_item_presenter_check CHECK ((length(presenter) <= 300)),
    CONSTRAINT agenda_item_purpose_check CHECK ((purpose = ANY (ARRAY['decide'::text, 'discuss'::text, 'note'::text]))),
    CONSTRAINT agenda_item_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
);

--
-- Name: enter_item_in_search(meetings.agenda_item); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.enter_item_in_search(it meetings.agenda_item) RETURNS void
    LANGUAGE sql
    AS $$
  select platform.enter_search(it.partnership_id, 'meetings.agenda_item', it.id::text, it.title, concat_ws(E'\n', nullif(it.detail, ''), nullif(it.presenter, '')),
           "group".name, 'meetings/' || meeting.id || '/agenda', meeting.on_day,
           case when meetings.is_confidential(it.partnership_id, it.id)
                  or (meeting.published_at is null and coalesce(minutes.state, 'draft') = 'draft') then meeting.group_id end,
           coalesce(minutes.state = 'approved', false) and not meetings.is_confidential(it.partnership_id, it.id))
    from meetings.meeting
    join partnership.shared_group as "group" on "group".partnership_id = meeting.partnership_id and "group".id = meeting.group_id
    left join meetings.minutes on minutes.partnership_id = meeting.partnership_id and minutes.meeting_id = meeting.id
   where meeting.partnership_id = it.partnership_id and meeting.id = it.meeting_id
$$;

--
-- Name: enter_meeting_in_search(bigint, bigint); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.enter_meeting_in_search(of_partnership bigint, of_meeting bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  perform meetings.enter_item_in_search(it) from meetings.agenda_item as it where it.partnership_id = of_partnership and it.meeting_id = of_meeting;
  perform meetings.enter_piece_in_search(it) from meetings.minute as it
    where it.partnership_id = of_partnership and it.meeting_id = of_meeting and it.kind not in ('decision', 'action');
  perform meetings.enter_decision_in_search(it) from meetings.decision as it where it.partnership_id = of_partnership and it.meeting_id = of_meeting;
  perform meetings.enter_paper_in_search(it) from meetings.paper as it
    where it.partnership_id = of_partnership
      and (it.meeting_id = of_meeting
           or it.item_id in (select id from meetings.agenda_item where partnership_id = of_partnership and meeting_id = of_meeting));
end $$;

--
-- Name: enter_paper_in_search(); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.enter_paper_in_search() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if tg_op = 'DELETE' then
    perform platform.leave_search(old.partnership_id, 'meetings.paper', old.id::text);
  else
    perform meetings.enter_paper_in_search(new);
  end if;
  return null;
end $$;

--
-- Name: paper; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.paper (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    meeting_id bigint,
    item_id bigint,
    forward_item_id bigint,
    place integer DEFAULT 0 NOT NULL,
    title text NOT NULL,
    person_id bigint,
    due_on date,
    asked_on date,
    reminded_on date,
    is_confidential boolean DEFAULT false NOT NULL,
    withdrawn_on date,
    withdrawn_because text DEFAULT ''::text NOT NULL,
    CONSTRAINT paper_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300))),
    CONSTRAINT paper_withdrawn_because_check CHECK ((length(withdrawn_because) <= 500))
);

--
-- Name: enter_paper_in_search(meetings.paper); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.enter_paper_in_search(it meetings.paper) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  if it.withdrawn_on is not null then
    perform platform.leave_search(it.partnership_id, 'meetings.paper', it.id::text);
    return;
  end if;
  perform platform.enter_search(it.partnership_id, 'meetings.paper', it.id::text, it.title,
            concat_ws(E'\n', sheet.recommendation, sheet.summary, left(latest.text, 100000)), "group".name, 'papers/' || it.id, meeting.on_day,
            case when it.is_confidential or meetings.is_confidential(it.partnership_id, it.item_id) or meeting.published_at is null then it.group_id end, false)
     from partnership.shared_group as "group"
     left join meetings.agenda_item as item on item.partnership_id = it.partnership_id and item.id = it.item_id
     left join meetings.meeting on meeting.partnership_id = it.partnership_id and meeting.id = coalesce(item.meeting_id, it.meeting_id)
     left join meetings.cover_sheet as sheet on sheet.partnership_id = it.partnership_id and sheet.paper_id = it.id
     left join lateral (
          select file.text
            from meetings.paper_version as version
            left join platform.stored_file_text as file on file.partnership_id = version.partnership_id and file.file_id = version.file_id
           where version.partnership_id = it.partnership_id and version.paper_id = it.id
           order by version.number desc
           limit 1) as latest on true
    where "group".partnership_id = it.partnership_id and "group".id = it.group_id;
end $$;

--
-- Name: enter_part_of_paper_in_search(); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.enter_part_of_paper_in_search() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform meetings.enter_paper_in_search(it) from meetings.paper as it where it.partnership_id = new.partnership_id and it.id = new.paper_id;
  return null;
end $$;

--
-- Name: minute; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.minute (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    item_id bigint NOT NULL,
    place integer DEFAULT 0 NOT NULL,
    kind text DEFAULT 'discussion'::text NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    is_withheld boolean DEFAULT false NOT NULL,
    key uuid DEFAULT gen_random_uuid() NOT NULL,
    edition integer DEFAULT 0 NOT NULL,
    typed jsonb DEFAULT '{}'::jsonb NOT NULL,
    change bigint DEFAULT 0 NOT NULL,
    CONSTRAINT minute_kind_check CHECK ((kind = ANY (ARRAY['heading'::text, 'discussion'::text, 'decision'::text, 'action'::text, 'correction'::text, 'interest'::text]))),
    CONSTRAINT minute_text_check CHECK ((length(text) <= 20000)),
    CONSTRAINT minute_typed_check CHECK ((jsonb_typeof(typed) = 'object'::text))
);

--
-- Name: enter_piece_in_search(meetings.minute); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.enter_piece_in_search(it meetings.minute) RETURNS void
    LANGUAGE sql
    AS $$
  select platform.enter_search(it.partnership_id, 'meetings.minute', it.id::text, item.title, it.text, "group".name,
           'meetings/' || meeting.id || '/minutes#minute-' || it.id, meeting.on_day,
           case when it.is_withheld or coalesce(minutes.state, 'draft') = 'draft' or meetings.is_confidential(it.partnership_id, it.item_id) then meeting.group_id end,
           coalesce(minutes.state = 'approved', false) and not it.is_withheld and not meetings.is_confidential(it.partnership_id, it.item_id))
    from meetings.meeting
    join partnership.shared_group as "group" on "group".partnership_id = meeting.partnership_id and "group".id = meeting.group_id
    join meetings.agenda_item as item on item.partnership_id = it.partnership_id and item.id = it.item_id
    left join meetings.minutes on minutes.partnership_id = meeting.partnership_id and minutes.meeting_id = meeting.id
   where meeting.partnership_id = it.partnership_id and meeting.id = it.meeting_id
$$;

--
-- Name: enter_words_of_file_in_search(); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.enter_words_of_file_in_search() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform meetings.enter_paper_in_search(it)
     from meetings.paper_version as version
     join meetings.paper as it on it.partnership_id = version.partnership_id and it.id = version.paper_id
    where version.partnership_id = new.partnership_id and version.file_id = new.file_id;
  return null;
end $$;

--
-- Name: feed; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.feed (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    group_id bigint,
    person_id bigint,
    digest bytea NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT feed_check CHECK ((num_nonnulls(group_id, person_id) = 1))
);

--
-- Name: partnership; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.partnership (
    id bigint NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    is_example boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT partnership_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT partnership_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 60)))
);

--
-- Name: feed_at(bytea); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.feed_at(of_digest bytea) RETURNS TABLE(partnership_id bigint, slug text, name text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT partnership.id,
     partnership.slug,
     partnership.name
    FROM (meetings.feed
      JOIN platform.partnership ON ((partnership.id = feed.partnership_id)))
   WHERE (feed.digest = feed_at.of_digest);
END;

--
-- Name: is_confidential(bigint, bigint); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.is_confidential(of_partnership bigint, item bigint) RETURNS boolean
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT COALESCE(( SELECT (own.is_confidential OR COALESCE(above.is_confidential, false))
            FROM (meetings.agenda_item own
              LEFT JOIN meetings.agenda_item above ON (((above.partnership_id = own.partnership_id) AND (above.id = own.parent_id))))
           WHERE ((own.partnership_id = is_confidential.of_partnership) AND (own.id = is_confidential.item))), false) AS "coalesce";
END;

--
-- Name: note_change(); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.note_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  -- A removal of a whole partnership and a restored backup are no visits.
  if current_user <> 'goldthread_visit' then return new; end if;
  if tg_op = 'DELETE' then
    -- A meeting that is removed takes its count along.
    if exists (select from meetings.meeting where partnership_id = old.partnership_id and id = old.meeting_id) then
      perform meetings.count_change(old.partnership_id, old.meeting_id);
    end if;
    return null;
  end if;
  new.change := meetings.count_change(new.partnership_id, new.meeting_id);
  return new;
end $$;

--
-- Name: note_change_of_agenda(); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.note_change_of_agenda() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  of_meeting bigint := case when tg_op = 'DELETE' then old.meeting_id else new.meeting_id end;
  of_partnership bigint := case when tg_op = 'DELETE' then old.partnership_id else new.partnership_id end;
begin
  if current_user <> 'goldthread_visit' then return null; end if;
  if exists (select from meetings.meeting where partnership_id = of_partnership and id = of_meeting) then
    perform meetings.count_change(of_partnership, of_meeting);
  end if;
  return null;
end $$;

--
-- Name: refuse_change_of_approved(); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.refuse_change_of_approved() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  of_meeting bigint := case when tg_op = 'DELETE' then old.meeting_id else new.meeting_id end;
  of_partnership bigint := case when tg_op = 'DELETE' then old.partnership_id else new.partnership_id end;
begin
  if current_user <> 'goldthread_visit' then return case when tg_op = 'DELETE' then old else new end; end if;
  if exists (select from meetings.minutes where partnership_id = of_partnership and meeting_id = of_meeting and state = 'approved')
     or (tg_op = 'UPDATE' and exists (select from meetings.minutes where partnership_id = old.partnership_id and meeting_id = old.meeting_id and state = 'approved')) then
    raise exception 'The minutes of meeting % are approved and cannot be changed', of_meeting using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

--
-- Name: refuse_change_of_approved_correction(); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.refuse_change_of_approved_correction() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  of_meeting bigint := case when tg_op = 'DELETE' then old.of_meeting_id else new.of_meeting_id end;
begin
  if current_user = 'goldthread_visit'
     and ((tg_op <> 'INSERT' and old.applied) or (tg_op <> 'DELETE' and new.applied))
     and (tg_op <> 'UPDATE' or (to_jsonb(new) - '{minute_id,place}'::text[]) <> (to_jsonb(old) - '{minute_id,place}'::text[]))
     and exists (select from meetings.minutes
                  where partnership_id = platform.current_partnership() and meeting_id = of_meeting and state = 'approved') then
    raise exception 'The minutes of meeting % are approved and cannot be corrected', of_meeting using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

--
-- Name: refuse_change_of_approved_minutes(); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.refuse_change_of_approved_minutes() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if current_user = 'goldthread_visit' and old.state = 'approved' then
    raise exception 'The minutes of meeting % are approved and cannot be changed', old.meeting_id using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

--
-- Name: refuse_change_of_approved_piece(); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.refuse_change_of_approved_piece() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if current_user = 'goldthread_visit'
     and (tg_op <> 'UPDATE'
          or (to_jsonb(new) - '{is_withheld,edition,change}'::text[]) <> (to_jsonb(old) - '{is_withheld,edition,change}'::text[]))
     and exists (select from meetings.minutes
                  where partnership_id = platform.current_partnership() and state = 'approved'
                    and meeting_id in (case when tg_op = 'INSERT' then new.meeting_id else old.meeting_id end,
                                       case when tg_op = 'DELETE' then old.meeting_id else new.meeting_id end)) then
    raise exception 'The minutes are approved and cannot be changed' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

--
-- Name: refuse_change_of_text(); Type: FUNCTION; Schema: meetings; Owner: -
--

CREATE FUNCTION meetings.refuse_change_of_text() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if current_user = 'goldthread_visit' and (tg_op = 'UPDATE' or old.kind = 'approved') then
    raise exception 'What went out of the minutes of meeting % stays as it was', old.meeting_id using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

--
-- Name: answer_link; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership.answer_link (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    digest bytea NOT NULL,
    person_id bigint NOT NULL,
    purpose text NOT NULL,
    subject_id bigint NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT answer_link_purpose_check CHECK (((length(purpose) >= 1) AND (length(purpose) <= 40)))
);

--
-- Name: answer_link_at(bytea); Type: FUNCTION; Schema: partnership; Owner: -
--

CREATE FUNCTION partnership.answer_link_at(of_digest bytea) RETURNS TABLE(partnership_id bigint, slug text, name text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT partnership.id,
     partnership.slug,
     partnership.name
    FROM (partnership.answer_link
      JOIN platform.partnership ON ((partnership.id = answer_link.partnership_id)))
   WHERE (answer_link.digest = answer_link_at.of_digest);
END;

--
-- Name: holds_on(date, date, date); Type: FUNCTION; Schema: partnership; Owner: -
--

CREATE FUNCTION partnership.holds_on(begins_on date, ends_on date, today date) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (COALESCE((begins_on <= today), true) AND COALESCE((today <= ends_on), true));

--
-- Name: absence; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership.absence (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    begins_on date NOT NULL,
    ends_on date,
    reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT absence_check CHECK ((ends_on >= begins_on)),
    CONSTRAINT absence_reason_check CHECK ((length(reason) <= 200))
);

--
-- Name: is_away(bigint, bigint, date); Type: FUNCTION; Schema: partnership; Owner: -
--

CREATE FUNCTION partnership.is_away(partnership bigint, person bigint, today date) RETURNS boolean
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM partnership.absence
           WHERE ((absence.partnership_id = is_away.partnership) AND (absence.person_id = is_away.person) AND partnership.holds_on(absence.begins_on, absence.ends_on, is_away.today)))) AS "exists";
END;

--
-- Name: coordinator; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership.coordinator (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    begins_on date,
    ends_on date,
    CONSTRAINT coordinator_check CHECK ((ends_on >= begins_on))
);

--
-- Name: deputy; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership.deputy (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    seat_id bigint NOT NULL,
    person_id bigint NOT NULL,
    place integer DEFAULT 1 NOT NULL,
    begins_on date,
    ends_on date,
    CONSTRAINT deputy_check CHECK ((ends_on >= begins_on)),
    CONSTRAINT deputy_place_check CHECK (((place >= 1) AND (place <= 20)))
);

--
-- Name: group; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership."group" (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    name text NOT NULL,
    short_name text NOT NULL,
    layer text NOT NULL,
    kind text NOT NULL,
    parent_id bigint,
    terms_of_reference text DEFAULT ''::text NOT NULL,
    quorum integer,
    deputies_act text DEFAULT 'when-away'::text NOT NULL,
    begins_on date,
    ends_on date,
    CONSTRAINT group_check CHECK ((parent_id <> id)),
    CONSTRAINT group_check1 CHECK ((ends_on >= begins_on)),
    CONSTRAINT group_check2 CHECK (((kind <> 'task-and-finish'::text) OR (ends_on IS NOT NULL))),
    CONSTRAINT group_deputies_act_check CHECK ((deputies_act = ANY (ARRAY['when-away'::text, 'always'::text]))),
    CONSTRAINT group_kind_check CHECK ((kind = ANY (ARRAY['board'::text, 'executive'::text, 'management-group'::text, 'thematic-partnership'::text, 'working-group'::text, 'task-and-finish'::text]))),
    CONSTRAINT group_layer_check CHECK ((layer = ANY (ARRAY['strategic'::text, 'executive'::text, 'operational'::text]))),
    CONSTRAINT group_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT group_quorum_check CHECK (((quorum >= 1) AND (quorum <= 200))),
    CONSTRAINT group_short_name_check CHECK ((short_name ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'::text)),
    CONSTRAINT group_terms_of_reference_check CHECK ((length(terms_of_reference) <= 20000))
);

--
-- Name: person; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership.person (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    name text NOT NULL,
    email text,
    telephone text DEFAULT ''::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    account_id bigint,
    CONSTRAINT person_email_check CHECK (((email = lower(email)) AND (POSITION(('@'::text) IN (email)) > 1) AND (length(email) <= 254))),
    CONSTRAINT person_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT person_note_check CHECK ((length(note) <= 2000)),
    CONSTRAINT person_telephone_check CHECK ((length(telephone) <= 60))
);

--
-- Name: post; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership.post (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    begins_on date,
    ends_on date,
    CONSTRAINT post_check CHECK ((ends_on >= begins_on)),
    CONSTRAINT post_title_check CHECK ((length(title) <= 200))
);

--
-- Name: seat; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership.seat (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    role text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    organisation_id bigint,
    place integer DEFAULT 0 NOT NULL,
    begins_on date,
    ends_on date,
    CONSTRAINT seat_check CHECK ((ends_on >= begins_on)),
    CONSTRAINT seat_role_check CHECK ((role = ANY (ARRAY['chair'::text, 'vice-chair'::text, 'lead'::text, 'member'::text, 'adviser'::text, 'secretariat'::text, 'observer'::text]))),
    CONSTRAINT seat_title_check CHECK ((length(title) <= 200))
);

--
-- Name: tenure; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership.tenure (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    seat_id bigint NOT NULL,
    person_id bigint NOT NULL,
    is_interim boolean DEFAULT false NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    begins_on date,
    ends_on date,
    ended_by text,
    CONSTRAINT tenure_check CHECK ((ends_on >= begins_on)),
    CONSTRAINT tenure_check1 CHECK (((ended_by IS NULL) OR (ends_on IS NOT NULL))),
    CONSTRAINT tenure_ended_by_check CHECK ((ended_by = ANY (ARRAY['resigned'::text, 'replaced'::text, 'left'::text, 'term-ended'::text]))),
    CONSTRAINT tenure_reason_check CHECK ((length(reason) <= 200))
);

--
-- Name: capacity_of(bigint, bigint, date); Type: FUNCTION; Schema: partnership; Owner: -
--

CREATE FUNCTION partnership.capacity_of(partnership bigint, account bigint, today date) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT jsonb_build_object('personId', person.id, 'organisationIds', COALESCE(( SELECT jsonb_agg(DISTINCT post.organisation_id) AS jsonb_agg
            FROM partnership.post
           WHERE ((post.partnership_id = person.partnership_id) AND (post.person_id = person.id) AND partnership.holds_on(post.begins_on, post.ends_on, capacity_of.today))), '[]'::jsonb), 'coordinates', COALESCE(( SELECT jsonb_agg(DISTINCT coordinator.organisation_id) AS jsonb_agg
            FROM partnership.coordinator
           WHERE ((coordinator.partnership_id = person.partnership_id) AND (coordinator.person_id = person.id) AND partnership.holds_on(coordinator.begins_on, coordinator.ends_on, capacity_of.today))), '[]'::jsonb), 'seats', COALESCE(( SELECT jsonb_agg(jsonb_build_object('seatId', seat.id, 'groupId', seat.group_id, 'role', seat.role, 'as', held."as") ORDER BY seat.id, held."as") AS jsonb_agg
            FROM ((( SELECT tenure.seat_id,
                         CASE
                             WHEN tenure.is_interim THEN 'interim'::text
                             ELSE 'holder'::text
                         END AS "as"
                    FROM partnership.tenure
                   WHERE ((tenure.partnership_id = person.partnership_id) AND (tenure.person_id = person.id) AND partnership.holds_on(tenure.begins_on, tenure.ends_on, capacity_of.today))
                 UNION
                  SELECT deputy.seat_id,
                     'deputy'::text
                    FROM ((partnership.deputy
                      JOIN partnership.seat seat_1 ON (((seat_1.partnership_id = deputy.partnership_id) AND (seat_1.id = deputy.seat_id))))
                      JOIN partnership."group" group_1 ON (((group_1.partnership_id = seat_1.partnership_id) AND (group_1.id = seat_1.group_id))))
                   WHERE ((deputy.partnership_id = person.partnership_id) AND (deputy.person_id = person.id) AND partnership.holds_on(deputy.begins_on, deputy.ends_on, capacity_of.today) AND ((group_1.deputies_act = 'always'::text) OR ((NOT (EXISTS ( SELECT
                            FROM partnership.tenure
                           WHERE ((tenure.partnership_id = seat_1.partnership_id) AND (tenure.seat_id = seat_1.id) AND partnership.holds_on(tenure.begins_on, tenure.ends_on, capacity_of.today) AND (NOT partnership.is_away(tenure.partnership_id, tenure.person_id, capacity_of.today)))))) AND (NOT (EXISTS ( SELECT
                            FROM partnership.deputy earlier
                           WHERE ((earlier.partnership_id = deputy.partnership_id) AND (earlier.seat_id = deputy.seat_id) AND (ROW(earlier.place, earlier.id) < ROW(deputy.place, deputy.id)) AND partnership.holds_on(earlier.begins_on, earlier.ends_on, capacity_of.today) AND (NOT partnership.is_away(earlier.partnership_id, earlier.person_id, capacity_of.today)))))))))) held
              JOIN partnership.seat ON (((seat.partnership_id = person.partnership_id) AND (seat.id = held.seat_id))))
              JOIN partnership."group" ON ((("group".partnership_id = seat.partnership_id) AND ("group".id = seat.group_id))))
           WHERE (partnership.holds_on(seat.begins_on, seat.ends_on, capacity_of.today) AND partnership.holds_on("group".begins_on, "group".ends_on, capacity_of.today))), '[]'::jsonb)) AS jsonb_build_object
    FROM partnership.person
   WHERE ((person.partnership_id = capacity_of.partnership) AND (person.account_id = capacity_of.account));
END;

--
-- Name: hand_over_account(); Type: FUNCTION; Schema: partnership; Owner: -
--

CREATE FUNCTION partnership.hand_over_account() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update partnership.person
     set account_id = null
   where partnership_id = new.partnership_id and account_id = new.account_id and id <> new.id;
  return new;
end $$;

--
-- Name: merge_people(bigint, bigint); Type: FUNCTION; Schema: partnership; Owner: -
--

CREATE FUNCTION partnership.merge_people(kept bigint, other bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
  here constant bigint := platform.current_partnership();
  gone partnership.person;
  twice record;
  reference record;
  moved record;
begin
  perform from partnership.person where partnership_id = here and id in (kept, other) order by id for update;
  select * into strict gone from partnership.person where partnership_id = here and id = other;
  if kept = other or not exists (select from partnership.person where partnership_id = here and id = kept) then
    raise exception 'Nobody can be merged into person %', kept;
  end if;

  loop
    select one.id as kept_id, two.id as other_id, two.title, two.begins_on, two.ends_on into twice
      from partnership.post as one
      join partnership.post as two
        on two.partnership_id = one.partnership_id and two.organisation_id = one.organisation_id
       and (two.title = '' or one.title = '' or lower(two.title) = lower(one.title))
       and daterange(two.begins_on, two.ends_on, '[]') && daterange(one.begins_on, one.ends_on, '[]')
     where one.partnership_id = here and one.person_id = kept and two.person_id = other
     order by one.id, two.id limit 1;
    exit when not found;
    update partnership.post
       set title = coalesce(nullif(title, ''), twice.title),
           begins_on = case when begins_on is not null and twice.begins_on is not null then least(begins_on, twice.begins_on) end,
           ends_on = case when ends_on is not null and twice.ends_on is not null then greatest(ends_on, twice.ends_on) end
     where partnership_id = here and id = twice.kept_id;
    delete from partnership.post where partnership_id = here and id = twice.other_id;
  end loop;

  loop
    select one.id as kept_id, two.id as other_id, two.place, two.begins_on, two.ends_on into twice
      from partnership.deputy as one
      join partnership.deputy as two
        on two.partnership_id = one.partnership_id and two.seat_id = one.seat_id
       and daterange(two.begins_on, two.ends_on, '[]') && daterange(one.begins_on, one.ends_on, '[]')
     where one.partnership_id = here and one.person_id = kept and two.person_id = other
     order by one.id, two.id limit 1;
    exit when not found;
    update partnership.deputy
       set place = least(place, twice.place),
           begins_on = case when begins_on is not null and twice.begins_on is not null then least(begins_on, twice.begins_on) end,
           ends_on = case when ends_on is not null and twice.ends_on is not null then greatest(ends_on, twice.ends_on) end
     where partnership_id = here and id = twice.kept_id;
    delete from partnership.deputy where partnership_id = here and id = twice.other_id;
  end loop;

  loop
    select one.id as kept_id, two.id as other_id, two.reason, two.begins_on, two.ends_on into twice
      from partnership.absence as one
      join partnership.absence as two
        on two.partnership_id = one.partnership_id
       and daterange(two.begins_on, two.ends_on, '[]') && daterange(one.begins_on, one.ends_on, '[]')
     where one.partnership_id = here and one.person_id = kept and two.person_id = other
     order by one.id, two.id limit 1;
    exit when not found;
    update partnership.absence
       set reason = coalesce(nullif(reason, ''), twice.reason),
           begins_on = least(begins_on, twice.begins_on),
           ends_on = case when ends_on is not null and twice.ends_on is not null then greatest(ends_on, twice.ends_on) end
     where partnership_id = here and id = twice.kept_id;
    delete from partnership.absence where partnership_id = here and id = twice.other_id;
  end loop;

  for reference in
    select key.conrelid::regclass as name, part.attname as part
      from pg_constraint as key
      cross join lateral unnest(key.conkey, key.confkey) as pair (part, of)
      join pg_attribute as part on part.attrelid = key.conrelid and part.attnum = pair.part
      join pg_attribute as referred on referred.attrelid = key.confrelid and referred.attnum = pair.of
     where key.contype = 'f' and key.conparentid = 0 and key.confrelid = 'partnership.person'::regclass and referred.attname = 'id'
     order by key.conrelid::regclass::text, part.attname
  loop
    for moved in
      execute format('select tableoid as part, ctid as place from %s where partnership_id = $1 and %I = $2 for update', reference.name, reference.part)
        using here, other
    loop
      begin
        execute format('update %s set %I = $1 where tableoid = $2 and ctid = $3', reference.name, reference.part) using kept, moved.part, moved.place;
      exception when unique_violation or exclusion_violation or check_violation then
        execute format('delete from %s where tableoid = $1 and ctid = $2', reference.name) using moved.part, moved.place;
      end;
    end loop;
  end loop;

  -- Nobody stands in for themselves, nor covers for themselves.
  delete from partnership.deputy
   where partnership_id = here and person_id = kept
     and exists (select from partnership.tenure
                  where tenure.partnership_id = here and tenure.seat_id = deputy.seat_id and tenure.person_id = kept and not tenure.is_interim
                    and daterange(tenure.begins_on, tenure.ends_on, '[]') @> daterange(deputy.begins_on, deputy.ends_on, '[]'));
  delete from partnership.tenure as cover
   where partnership_id = here and person_id = kept and is_interim
     and exists (select from partnership.tenure as own
                  where own.partnership_id = here and own.seat_id = cover.seat_id and own.person_id = kept and not own.is_interim
                    and daterange(own.begins_on, own.ends_on, '[]') @> daterange(cover.begins_on, cover.ends_on, '[]'));

  insert into partnership.merged_person (partnership_id, id, into_id, name) values (here, other, kept, gone.name);
  delete from partnership.person where partnership_id = here and id = other;
  if gone.account_id is not null then
    update partnership.person set account_id = gone.account_id where partnership_id = here and id = kept and account_id is null;
  end if;
end $_$;

--
-- Name: welcome_member(); Type: FUNCTION; Schema: partnership; Owner: -
--

CREATE FUNCTION partnership.welcome_member() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if exists (select from partnership.person where partnership_id = new.partnership_id and account_id = new.account_id) then
    return null;
  end if;
  update partnership.person
     set account_id = new.account_id
   where partnership_id = new.partnership_id
     and id = (select min(person.id)
                 from partnership.person
                 join platform.account on account.email = person.email
                where person.partnership_id = new.partnership_id and person.account_id is null and account.id = new.account_id);
  if not found then
    insert into partnership.person (partnership_id, name, email, account_id)
    select new.partnership_id, name, email, id from platform.account where id = new.account_id;
  end if;
  return null;
end $$;

--
-- Name: analyze_imports(); Type: FUNCTION; Schema: performance; Owner: -
--

CREATE FUNCTION performance.analyze_imports() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  analyze performance.data_import_row, performance.data_import_name;
end $$;

--
-- Name: enter_assurance_in_search(); Type: FUNCTION; Schema: performance; Owner: -
--

CREATE FUNCTION performance.enter_assurance_in_search() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  it record;
begin
  if tg_op <> 'INSERT' then
    perform platform.leave_search(old.partnership_id, 'performance.assurance_text', concat_ws(' ', old.indicator_id, old.area_id, old.starts_on, old.ends_on));
  end if;
  if tg_op <> 'DELETE' then
    select reference, title into it from performance.indicator where partnership_id = new.partnership_id and id = new.indicator_id;
    perform platform.enter_search(new.partnership_id, 'performance.assurance_text', concat_ws(' ', new.indicator_id, new.area_id, new.starts_on, new.ends_on),
      concat_ws(' ', it.reference, it.title), new.content, '', 'indicators/' || new.indicator_id, new.written_on, null, true);
  end if;
  return null;
end $$;

--
-- Name: enter_indicator_in_search(); Type: FUNCTION; Schema: performance; Owner: -
--

CREATE FUNCTION performance.enter_indicator_in_search() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if tg_op = 'DELETE' then
    perform platform.leave_search(old.partnership_id, 'performance.indicator', old.id::text);
  else
    perform platform.enter_search(new.partnership_id, 'performance.indicator', new.id::text, concat_ws(' ', new.reference, new.title),
      concat_ws(E'\n', nullif(new.definition, ''), nullif(new.note, '')), '', 'indicators/' || new.id, null, null, true);
  end if;
  return null;
end $$;

--
-- Name: imports_by_state(); Type: FUNCTION; Schema: performance; Owner: -
--

CREATE FUNCTION performance.imports_by_state() RETURNS TABLE(state text, count bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select data_import.state, count(*) from performance.data_import group by data_import.state
$$;

--
-- Name: refuse_locked(); Type: FUNCTION; Schema: performance; Owner: -
--

CREATE FUNCTION performance.refuse_locked() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  refused_indicator bigint;
  refused_day date;
begin
  if tg_op <> 'DELETE' then
    select written.indicator_id, written.ends_on into refused_indicator, refused_day
      from added written
      join (select partnership_id, indicator_id, range_agg(daterange(starts_on, ends_on, '[]')) as days
              from performance.locked_indicator group by partnership_id, indicator_id) locked
        on locked.partnership_id = written.partnership_id and locked.indicator_id = written.indicator_id
     where written.ends_on <@ locked.days
     limit 1;
  end if;
  if tg_op <> 'INSERT' and refused_day is null then
    select written.indicator_id, written.ends_on into refused_indicator, refused_day
      from removed written
      join (select partnership_id, indicator_id, range_agg(daterange(starts_on, ends_on, '[]')) as days
              from performance.locked_indicator group by partnership_id, indicator_id) locked
        on locked.partnership_id = written.partnership_id and locked.indicator_id = written.indicator_id
     where written.ends_on <@ locked.days and exists (select from platform.partnership where id = written.partnership_id)
     limit 1;
  end if;
  if refused_day is not null then
    raise exception 'The period of indicator % that ends on % is locked', refused_indicator, refused_day using errcode = 'check_violation';
  end if;
  return null;
end $$;

--
-- Name: begin_chain(); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.begin_chain() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  insert into platform.history_head (partnership_id) values (new.id);
  return null;
end $$;

--
-- Name: belongs_to_partnership(text, boolean); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.belongs_to_partnership(name text, keeps_history boolean DEFAULT true) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s alter column partnership_id set default platform.current_partnership()', name);
  execute format('alter table %s add foreign key (partnership_id) references platform.partnership on delete cascade', name);
  execute format('create policy own_partnership on %s to goldthread_visit
    using (partnership_id = (select nullif(current_setting(''app.partnership'', true), '''')::bigint))', name);
  execute format('grant select, insert, update, delete on %s to goldthread_visit', name);
  perform platform.notes_changes(name);
  if keeps_history then
    execute format('create trigger keep_history after insert or update or delete on %s
      for each row execute function platform.keep_history()', name);
  end if;
end $$;

--
-- Name: chain_history(); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.chain_history() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if exists (select from platform.history_link where partnership_id = new.partnership_id and entry_id = new.id) then return null; end if;
  perform from platform.history_head
    where partnership_id = any (string_to_array(current_setting('app.history_of', true), ' ')::bigint[])
    order by partnership_id for update;
  perform platform.link_history(new.partnership_id, new.id);
  return null;
end $$;

--
-- Name: current_account(); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.current_account() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('app.account'::text, true), ''::text))::bigint;

--
-- Name: enqueue(text, jsonb, text); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.enqueue(kind text, payload jsonb, unique_key text DEFAULT NULL::text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
#variable_conflict use_column
declare job_id bigint;
begin
  insert into platform.job (kind, payload, unique_key, partnership_id, account_id)
  values (enqueue.kind, enqueue.payload, enqueue.unique_key,
          nullif(current_setting('app.partnership', true), '')::bigint, nullif(current_setting('app.account', true), '')::bigint)
  on conflict (unique_key) do nothing
  returning id into job_id;
  perform pg_notify('goldthread_job', '');
  return job_id;
end $$;

--
-- Name: enter_search(bigint, text, text, text, text, text, text, date, bigint, boolean); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.enter_search(of_partnership bigint, of_subject text, of_record text, of_title text, of_body text, of_whom text, at_address text, at_day date, for_circle bigint DEFAULT NULL::bigint, for_public boolean DEFAULT false) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  -- What is removed with its whole partnership is set free of other records first.
  if not exists (select from platform.partnership where id = of_partnership) then return; end if;
  insert into platform.search_entry as entry (partnership_id, subject, record, title, body, belongs_to, address, on_day, circle, is_public, words)
  values (of_partnership, of_subject, of_record, of_title, of_body, of_whom, at_address, at_day, for_circle, for_public,
          platform.search_words(of_partnership, of_title, concat_ws(' ', of_body, of_whom)))
      on conflict (partnership_id, subject, record) do update
     set title = excluded.title, body = excluded.body, belongs_to = excluded.belongs_to, address = excluded.address, on_day = excluded.on_day, circle = excluded.circle,
         is_public = excluded.is_public, words = excluded.words
   where (entry.title, entry.body, entry.belongs_to, entry.address, entry.on_day, entry.circle, entry.is_public)
         is distinct from (excluded.title, excluded.body, excluded.belongs_to, excluded.address, excluded.on_day, excluded.circle, excluded.is_public);
end $$;

--
-- Name: erase_from_history(text[], text[], bigint, jsonb); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.erase_from_history(subjects text[], ids text[], account bigint, is_now jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

--
-- Name: forget_account(bigint); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.forget_account(whose bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  delete from platform.membership where partnership_id = nullif(current_setting('app.partnership', true), '')::bigint and account_id = whose;
  if not found or exists (select from platform.membership where account_id = whose) then return; end if;
  delete from platform.account where id = whose;
end $$;

--
-- Name: account; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.account (
    id bigint NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    passphrase_hash text,
    is_example boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT account_email_check CHECK (((email = lower(email)) AND (POSITION(('@'::text) IN (email)) > 1) AND (length(email) <= 254))),
    CONSTRAINT account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

--
-- Name: membership; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.membership (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    account_id bigint NOT NULL,
    role text NOT NULL,
    CONSTRAINT membership_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'performance-officer'::text, 'finance-officer'::text, 'contributor'::text, 'auditor'::text, 'scrutiny'::text, 'reader'::text])))
);

--
-- Name: session; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.session (
    token_digest bytea NOT NULL,
    account_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    agent text DEFAULT ''::text NOT NULL,
    is_strong boolean DEFAULT false NOT NULL,
    only_partnership_id bigint,
    provider_id bigint,
    id_token bytea
);

--
-- Name: held_of_account(bigint); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.held_of_account(account bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT jsonb_build_object('email', a.email, 'name', a.name, 'created_at', a.created_at, 'role', m.role, 'sessions', COALESCE(( SELECT jsonb_agg(jsonb_build_object('began_at', s.created_at, 'seen_at', s.seen_at, 'address', s.address, 'browser', s.agent) ORDER BY s.created_at) AS jsonb_agg
            FROM platform.session s
           WHERE (s.account_id = a.id)), '[]'::jsonb)) AS jsonb_build_object
    FROM (platform.account a
      JOIN platform.membership m ON ((m.account_id = a.id)))
   WHERE ((a.id = held_of_account.account) AND (m.partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint));
END;

--
-- Name: keep_history(); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.keep_history() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - 'partnership_id' end;
  now_is jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - 'partnership_id' end;
begin
  if was is not distinct from now_is then return null; end if;
  -- A partnership that is removed takes its history with it.
  if tg_op = 'DELETE' and not exists (select from platform.partnership where id = old.partnership_id) then return null; end if;
  insert into platform.history (partnership_id, account_id, who, request_id, subject, subject_id, act, before, after)
  values (coalesce(new.partnership_id, old.partnership_id),
          nullif(current_setting('app.account', true), '')::bigint,
          coalesce(nullif(current_setting('app.who', true), ''), 'Goldthread'),
          coalesce(current_setting('app.request', true), ''),
          tg_table_schema || '.' || tg_table_name,
          coalesce(now_is ->> 'id', was ->> 'id', now_is ->> 'indicator_id', was ->> 'indicator_id', now_is ->> 'account_id', was ->> 'account_id', ''),
          case tg_op when 'INSERT' then 'added' when 'UPDATE' then 'changed' else 'removed' end,
          was, now_is);
  return null;
end $$;

--
-- Name: keep_history_of_both(); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.keep_history_of_both() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  told jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  district platform.partnership;
  county platform.partnership;
begin
  select * into district from platform.partnership where id = (told ->> 'partnership_id')::bigint;
  select * into county from platform.partnership
   where id = coalesce((told ->> 'county_id')::bigint, (select county_id from platform.district where partnership_id = district.id));
  if district.id is null or county.id is null then return null; end if;
  told := jsonb_strip_nulls(jsonb_build_object('district', district.name, 'county', county.name, 'what', told -> 'what'));
  insert into platform.history (partnership_id, account_id, who, request_id, address, subject, subject_id, act, before, after)
  select partnership, nullif(current_setting('app.account', true), '')::bigint,
         coalesce(nullif(current_setting('app.who', true), ''), 'Goldthread'),
         coalesce(current_setting('app.request', true), ''), coalesce(current_setting('app.address', true), ''),
         tg_table_schema || '.' || tg_table_name, district.id::text,
         case tg_op when 'INSERT' then 'added' else 'removed' end,
         case tg_op when 'DELETE' then told end, case tg_op when 'INSERT' then told end
    from unnest(array[district.id, county.id]) as partnership;
  return null;
end $$;

--
-- Name: history; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.history (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    account_id bigint,
    who text NOT NULL,
    request_id text NOT NULL,
    subject text NOT NULL,
    subject_id text NOT NULL,
    act text NOT NULL,
    before jsonb,
    after jsonb,
    indicator_id bigint GENERATED ALWAYS AS (((COALESCE(after, before) ->> 'indicator_id'::text))::bigint) STORED,
    address text DEFAULT COALESCE(current_setting('app.address'::text, true), ''::text) NOT NULL,
    for_whom text DEFAULT COALESCE(current_setting('app.for_whom'::text, true), ''::text) NOT NULL,
    who_salt bytea,
    who_digest bytea NOT NULL,
    content_salt bytea,
    content_digest bytea NOT NULL,
    CONSTRAINT history_act_check CHECK (((act ~ '^[a-z]+(-[a-z]+)*$'::text) AND (length(act) <= 40)))
);

--
-- Name: keep_import(text, bigint, jsonb); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.keep_import(subject text, subject_id bigint, after jsonb) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 INSERT INTO platform.history (partnership_id, account_id, who, request_id, subject, subject_id, act, after)
   VALUES ((NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint, (NULLIF(current_setting('app.account'::text, true), ''::text))::bigint, COALESCE(NULLIF(current_setting('app.who'::text, true), ''::text), 'Goldthread'::text), COALESCE(current_setting('app.request'::text, true), ''::text), keep_import.subject, (keep_import.subject_id)::text, 'imported'::text, keep_import.after);
END;

--
-- Name: search_entry; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.search_entry (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    subject text NOT NULL,
    record text NOT NULL,
    title text NOT NULL,
    body text DEFAULT ''::text NOT NULL,
    belongs_to text DEFAULT ''::text NOT NULL,
    address text NOT NULL,
    on_day date,
    circle bigint,
    is_public boolean DEFAULT false NOT NULL,
    words tsvector NOT NULL
);

--
-- Name: leave_search(bigint, text, text); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.leave_search(of_partnership bigint, of_subject text, of_record text) RETURNS void
    LANGUAGE sql
    BEGIN ATOMIC
 DELETE FROM platform.search_entry
   WHERE ((search_entry.partnership_id = leave_search.of_partnership) AND (search_entry.subject = leave_search.of_subject) AND (search_entry.record = leave_search.of_record));
END;

--
-- Name: link_history(bigint, bigint); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.link_history(of_partnership bigint, from_id bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  head platform.history_head;
  entry platform.history;
begin
  select * into head from platform.history_head where partnership_id = of_partnership for update;
  if not found then return; end if;
  for entry in
    select * from platform.history
     where partnership_id = of_partnership and id >= from_id
       and not exists (select from platform.history_link where partnership_id = of_partnership and entry_id = history.id)
     order by id
  loop
    head.count := head.count + 1;
    head.digest := platform.linked(head.digest, head.count, entry);
    insert into platform.history_link (partnership_id, number, entry_id, digest) values (of_partnership, head.count, entry.id, head.digest);
  end loop;
  update platform.history_head set count = head.count, digest = head.digest where partnership_id = of_partnership;
end $$;

--
-- Name: linked(bytea, bigint, platform.history); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.linked(previous bytea, number bigint, entry platform.history) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN sha256((((previous || (entry).who_digest) || (entry).content_digest) || convert_to((jsonb_build_array((entry).partnership_id, number, (entry).id, EXTRACT(epoch FROM (entry).at), (entry).account_id, (entry).for_whom, (entry).request_id, (entry).subject, (entry).subject_id, (entry).act))::text, 'UTF8'::name)));

--
-- Name: members(); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.members() RETURNS TABLE(account_id bigint, name text, role text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT account.id,
     account.name,
     membership.role
    FROM (platform.membership
      JOIN platform.account ON ((account.id = membership.account_id)))
   WHERE (membership.partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint);
END;

--
-- Name: migrations_applied(); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.migrations_applied() RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select max(number) from migration.applied
$$;

--
-- Name: names_of_people(); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.names_of_people() RETURNS TABLE(account_id bigint, name text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT account.id,
     account.name
    FROM platform.account
   WHERE (account.id IN ( SELECT ((COALESCE(history.after, history.before) ->> 'account_id'::text))::bigint AS int8
            FROM platform.history
           WHERE ((history.partnership_id = (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint) AND (history.subject = 'platform.membership'::text))));
END;

--
-- Name: note_change(); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.note_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare ours bigint := nullif(current_setting('app.partnership', true), '')::bigint;
begin
  if current_setting('app.change_noted', true) = coalesce(ours::text, 'all') then return null; end if;
  if ours is null then
    insert into platform.change (partnership_id, slot) select id, 0 from platform.partnership order by id
    on conflict (partnership_id, slot) do update set count = platform.change.count + 1;
  else
    update platform.change set count = count + 1
     where partnership_id = ours and slot = (select slot from platform.change where partnership_id = ours order by slot limit 1 for update skip locked);
    if not found then
      insert into platform.change (partnership_id) select id from platform.partnership where id = ours;
    end if;
  end if;
  perform set_config('app.change_noted', coalesce(ours::text, 'all'), true);
  return null;
end $$;

--
-- Name: note_security_event(bigint, text, text, text, jsonb, boolean); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.note_security_event(whose bigint, event text, came_from text, request text, detail jsonb, is_known boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

--
-- Name: notes_changes(text); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.notes_changes(name text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  execute format('create trigger note_change after insert or update or delete or truncate on %s
    for each statement execute function platform.note_change()', name);
end $$;

--
-- Name: post(text, jsonb, text, bigint); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.post(letter text, about jsonb, key text, partnership_id bigint DEFAULT NULL::bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

--
-- Name: salted(bytea, jsonb); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.salted(salt bytea, content jsonb) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN sha256((salt || convert_to((content)::text, 'UTF8'::name)));

--
-- Name: seal_history(); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.seal_history() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  touched text := coalesce(current_setting('app.history_of', true), '');
begin
  new.who_salt := uuid_send(gen_random_uuid());
  new.who_digest := platform.salted(new.who_salt, jsonb_build_array(new.who, new.address));
  new.content_salt := uuid_send(gen_random_uuid());
  new.content_digest := platform.salted(new.content_salt, jsonb_build_array(new.before, new.after));
  if touched !~ ('\y' || new.partnership_id || '\y') then
    perform set_config('app.history_of', ltrim(touched || ' ' || new.partnership_id), true);
  end if;
  return new;
end $$;

--
-- Name: search_word(bigint); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.search_word(partnership bigint) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ('partnership '::text || partnership);

--
-- Name: search(tsquery, bigint[], boolean, text[], integer, integer, integer); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.search(query tsquery, circles bigint[], only_public boolean, subjects text[], at_most integer, page_size integer, page_start integer) RETURNS TABLE(subject text, record text, title text, body text, belongs_to text, address text, on_day date, counts jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 WITH found AS MATERIALIZED (
          SELECT entry_1.subject,
             entry_1.record,
             entry_1.on_day,
             entry_1.words
            FROM platform.search_entry entry_1
           WHERE ((entry_1.words @@ ((quote_literal(platform.search_word(platform.current_partnership())))::tsquery && search.query)) AND (entry_1.partnership_id = platform.current_partnership()) AND (entry_1.is_public OR (NOT search.only_public)) AND ((entry_1.circle IS NULL) OR (search.circles IS NULL) OR (entry_1.circle = ANY (search.circles))))
          LIMIT search.at_most
         ), counted AS (
          SELECT COALESCE(jsonb_object_agg(of_each.subject, of_each.count), '{}'::jsonb) AS counts
            FROM ( SELECT found.subject,
                     count(*) AS count
                    FROM found
                   GROUP BY found.subject) of_each
         ), latest AS (
          SELECT found.subject,
             found.record,
             found.on_day,
             found.words
            FROM found
           WHERE ((search.subjects IS NULL) OR (found.subject = ANY (search.subjects)))
           ORDER BY found.on_day DESC NULLS LAST, found.subject, found.record
          LIMIT 500
         ), shown AS (
          SELECT latest.subject,
             latest.record,
             ts_rank(latest.words, search.query, 1) AS rank,
             latest.on_day
            FROM latest
           ORDER BY (ts_rank(latest.words, search.query, 1)) DESC, latest.on_day DESC NULLS LAST, latest.subject, latest.record
          OFFSET search.page_start
          LIMIT search.page_size
         )
  SELECT entry.subject,
     entry.record,
     entry.title,
     entry.body,
     entry.belongs_to,
     entry.address,
     entry.on_day,
     counted.counts
    FROM ((counted
      LEFT JOIN shown ON (true))
      LEFT JOIN platform.search_entry entry ON (((entry.partnership_id = platform.current_partnership()) AND (entry.subject = shown.subject) AND (entry.record = shown.record))))
   ORDER BY shown.rank DESC, shown.on_day DESC NULLS LAST, shown.subject, shown.record;
END;

--
-- Name: search_query(text[], boolean[], boolean[]); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.search_query(words text[], are_beginnings boolean[], are_left_out boolean[]) RETURNS tsquery
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
declare
  whole tsquery := '';
  term tsquery;
begin
  for at in 1 .. cardinality(words) loop
    term := phraseto_tsquery('english', words[at]);
    if are_beginnings[at] then
      term := to_tsquery('english', quote_literal(replace(words[at], '\', ' ')) || ':*') || to_tsquery('simple', quote_literal(replace(words[at], '\', ' ')) || ':*');
    elsif numnode(term) > 0 then
      term := term || phraseto_tsquery('simple', words[at]);
    end if;
    continue when numnode(term) = 0;
    whole := whole && case when are_left_out[at] then !! term else term end;
  end loop;
  return whole;
end $$;

--
-- Name: search_words(bigint, text, text); Type: FUNCTION; Schema: platform; Owner: -
--

CREATE FUNCTION platform.search_words(partnership bigint, title text, body text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('english'::regconfig, title), 'A'::"char")) || to_tsvector('english'::regconfig, body)) || array_to_tsvector(ARRAY[platform.search_word(partnership)]));

--
-- Name: action_id_seq; Type: SEQUENCE; Schema: actions; Owner: -
--

ALTER TABLE actions.action ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME actions.action_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: due_change; Type: TABLE; Schema: actions; Owner: -
--

CREATE TABLE actions.due_change (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    action_id bigint NOT NULL,
    was date,
    becomes date,
    reason text DEFAULT ''::text NOT NULL,
    on_day date NOT NULL,
    person_id bigint,
    CONSTRAINT due_change_reason_check CHECK ((length(reason) <= 500))
);

--
-- Name: due_change_id_seq; Type: SEQUENCE; Schema: actions; Owner: -
--

ALTER TABLE actions.due_change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME actions.due_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: evidence; Type: TABLE; Schema: actions; Owner: -
--

CREATE TABLE actions.evidence (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    action_id bigint NOT NULL,
    title text NOT NULL,
    link text DEFAULT ''::text NOT NULL,
    file_id bigint,
    person_id bigint,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT evidence_check CHECK (((link = ''::text) = (file_id IS NOT NULL))),
    CONSTRAINT evidence_link_check CHECK ((((link = ''::text) OR (link ~ '^https?://'::text)) AND (length(link) <= 2000))),
    CONSTRAINT evidence_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
);

--
-- Name: evidence_id_seq; Type: SEQUENCE; Schema: actions; Owner: -
--

ALTER TABLE actions.evidence ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME actions.evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: indicator; Type: TABLE; Schema: actions; Owner: -
--

CREATE TABLE actions.indicator (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    action_id bigint NOT NULL,
    indicator_id bigint NOT NULL
);

--
-- Name: note; Type: TABLE; Schema: actions; Owner: -
--

CREATE TABLE actions.note (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    action_id bigint NOT NULL,
    kind text DEFAULT 'note'::text NOT NULL,
    text text NOT NULL,
    person_id bigint,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    asked_for date,
    by_name text DEFAULT ''::text NOT NULL,
    CONSTRAINT note_by_name_check CHECK ((length(by_name) <= 200)),
    CONSTRAINT note_check CHECK (((asked_for IS NOT NULL) = (kind = 'date-asked'::text))),
    CONSTRAINT note_kind_check CHECK ((kind = ANY (ARRAY['note'::text, 'progress'::text, 'reopened'::text, 'not-confirmed'::text, 'escalated'::text, 'date-asked'::text]))),
    CONSTRAINT note_text_check CHECK (((length(text) >= 1) AND (length(text) <= 5000)))
);

--
-- Name: note_id_seq; Type: SEQUENCE; Schema: actions; Owner: -
--

ALTER TABLE actions.note ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME actions.note_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: owner; Type: TABLE; Schema: actions; Owner: -
--

CREATE TABLE actions.owner (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    action_id bigint NOT NULL,
    place integer DEFAULT 0 NOT NULL,
    person_id bigint,
    seat_id bigint,
    organisation_id bigint,
    group_id bigint,
    CONSTRAINT owner_check CHECK ((num_nonnulls(person_id, seat_id, organisation_id, group_id) = 1))
);

--
-- Name: owner_id_seq; Type: SEQUENCE; Schema: actions; Owner: -
--

ALTER TABLE actions.owner ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME actions.owner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: reminder; Type: TABLE; Schema: actions; Owner: -
--

CREATE TABLE actions.reminder (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    action_id bigint NOT NULL,
    person_id bigint NOT NULL,
    due_on date NOT NULL,
    what text NOT NULL,
    on_day date NOT NULL,
    CONSTRAINT reminder_what_check CHECK ((what ~ '^(soon|late-\d{1,5}|escalated)$'::text))
);

--
-- Name: reminder_id_seq; Type: SEQUENCE; Schema: actions; Owner: -
--

ALTER TABLE actions.reminder ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME actions.reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: shared_action; Type: VIEW; Schema: actions; Owner: -
--

CREATE VIEW actions.shared_action WITH (security_invoker='true') AS
 SELECT action.partnership_id,
    action.id,
    action.reference,
    action.source,
    action.source_id,
    action.group_id,
    action.source_day,
    action.number,
    action.carried_as,
    action.text,
    action.owners_as_typed,
    action.due_on,
    action.due_as_typed,
    action.progress,
    action.state,
    action.outcome,
    action.ended_on,
    action.is_confidential
   FROM actions.action;

--
-- Name: shared_seat; Type: VIEW; Schema: partnership; Owner: -
--

CREATE VIEW partnership.shared_seat WITH (security_invoker='true') AS
 SELECT seat.partnership_id,
    seat.id,
    seat.group_id,
    "group".name AS group_name,
    seat.role,
    seat.title,
    seat.organisation_id
   FROM (partnership.seat
     JOIN partnership."group" ON ((("group".partnership_id = seat.partnership_id) AND ("group".id = seat.group_id))));

--
-- Name: shared_tenure; Type: VIEW; Schema: partnership; Owner: -
--

CREATE VIEW partnership.shared_tenure WITH (security_invoker='true') AS
 SELECT tenure.partnership_id,
    tenure.seat_id,
    tenure.person_id,
    tenure.begins_on,
    tenure.ends_on
   FROM partnership.tenure;

--
-- Name: shared_link; Type: VIEW; Schema: actions; Owner: -
--

CREATE VIEW actions.shared_link WITH (security_invoker='true') AS
 SELECT indicator.partnership_id,
    'action'::text AS lower_kind,
    indicator.action_id AS lower_id,
    'indicator'::text AS upper_kind,
    indicator.indicator_id AS upper_id,
    'is to move'::text AS relation,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM actions.indicator
UNION ALL
 SELECT owner.partnership_id,
        CASE
            WHEN (owner.person_id IS NOT NULL) THEN 'person'::text
            WHEN (owner.organisation_id IS NOT NULL) THEN 'organisation'::text
            ELSE 'group'::text
        END AS lower_kind,
    COALESCE(owner.person_id, owner.organisation_id, owner.group_id, seat.group_id) AS lower_id,
    'action'::text AS upper_kind,
    owner.action_id AS upper_id,
    'owns'::text AS relation,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM (actions.owner
     LEFT JOIN partnership.shared_seat seat ON (((seat.partnership_id = owner.partnership_id) AND (seat.id = owner.seat_id))))
UNION ALL
 SELECT owner.partnership_id,
    'person'::text AS lower_kind,
    tenure.person_id AS lower_id,
    'action'::text AS upper_kind,
    owner.action_id AS upper_id,
    'owns'::text AS relation,
    tenure.begins_on,
    tenure.ends_on
   FROM (actions.owner
     JOIN partnership.shared_tenure tenure ON (((tenure.partnership_id = owner.partnership_id) AND (tenure.seat_id = owner.seat_id))));

--
-- Name: shared_node; Type: VIEW; Schema: actions; Owner: -
--

CREATE VIEW actions.shared_node WITH (security_invoker='true') AS
 SELECT action.partnership_id,
    'action'::text AS kind,
    action.id,
    action.reference,
    action.text AS title,
    ('actions/'::text || action.id) AS address,
    action.group_id,
    action.state,
    (action.state = ANY (ARRAY['open'::text, 'done'::text])) AS is_live,
    false AS is_public,
        CASE
            WHEN action.is_confidential THEN action.group_id
            ELSE NULL::bigint
        END AS circle
   FROM actions.action;

--
-- Name: shared_owner; Type: VIEW; Schema: actions; Owner: -
--

CREATE VIEW actions.shared_owner WITH (security_invoker='true') AS
 SELECT owner.partnership_id,
    owner.action_id,
    owner.place,
    owner.person_id,
    owner.seat_id,
    owner.organisation_id,
    owner.group_id
   FROM actions.owner;

--
-- Name: action_contributor; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.action_contributor (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    planned_action_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);

--
-- Name: alignment; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.alignment (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    other_line_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    planned_action_id bigint,
    outcome_id bigint,
    CONSTRAINT alignment_check CHECK ((num_nonnulls(planned_action_id, outcome_id) = 1))
);

--
-- Name: alignment_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.alignment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.alignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: chaser; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.chaser (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    requirement_id bigint NOT NULL,
    text text NOT NULL,
    sent_on date,
    sent_by_name text DEFAULT ''::text NOT NULL,
    sent_to text DEFAULT ''::text NOT NULL,
    by_mail boolean DEFAULT false NOT NULL,
    CONSTRAINT chaser_check CHECK (((sent_on IS NULL) = (sent_by_name = ''::text))),
    CONSTRAINT chaser_sent_by_name_check CHECK ((length(sent_by_name) <= 200)),
    CONSTRAINT chaser_sent_to_check CHECK ((length(sent_to) <= 200)),
    CONSTRAINT chaser_text_check CHECK (((length(text) >= 1) AND (length(text) <= 10000)))
);

--
-- Name: chaser_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.chaser ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.chaser_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: commentary; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.commentary (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    area_id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    text text NOT NULL,
    reason_codes text[] DEFAULT '{}'::text[] NOT NULL,
    by_name text NOT NULL,
    on_day date NOT NULL,
    CONSTRAINT commentary_by_name_check CHECK (((length(by_name) >= 1) AND (length(by_name) <= 200))),
    CONSTRAINT commentary_check CHECK ((ends_on >= starts_on)),
    CONSTRAINT commentary_reason_codes_check CHECK ((cardinality(reason_codes) <= 10)),
    CONSTRAINT commentary_text_check CHECK (((length(text) >= 1) AND (length(text) <= 5000)))
);

--
-- Name: commentary_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.commentary ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.commentary_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: four_rs; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.four_rs (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    realistic text DEFAULT ''::text NOT NULL,
    rationale text DEFAULT ''::text NOT NULL,
    value text DEFAULT ''::text NOT NULL,
    reports text DEFAULT ''::text NOT NULL,
    outcome text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    meeting_id bigint,
    decision_id bigint,
    by_name text NOT NULL,
    on_day date NOT NULL,
    CONSTRAINT four_rs_by_name_check CHECK (((length(by_name) >= 1) AND (length(by_name) <= 200))),
    CONSTRAINT four_rs_check CHECK ((ends_on >= starts_on)),
    CONSTRAINT four_rs_note_check CHECK ((length(note) <= 3000)),
    CONSTRAINT four_rs_outcome_check CHECK ((outcome = ANY (ARRAY['keep-target'::text, 'propose-target'::text, 'change-plan'::text, 'change-measure'::text, 'stop'::text, 'escalate'::text]))),
    CONSTRAINT four_rs_rationale_check CHECK ((length(rationale) <= 3000)),
    CONSTRAINT four_rs_realistic_check CHECK ((length(realistic) <= 3000)),
    CONSTRAINT four_rs_reports_check CHECK ((length(reports) <= 3000)),
    CONSTRAINT four_rs_value_check CHECK ((length(value) <= 3000))
);

--
-- Name: four_rs_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.four_rs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.four_rs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: milestone; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.milestone (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    planned_action_id bigint NOT NULL,
    place integer DEFAULT 0 NOT NULL,
    text text NOT NULL,
    planned_on date,
    forecast_on date,
    met_on date,
    note text DEFAULT ''::text NOT NULL,
    CONSTRAINT milestone_note_check CHECK ((length(note) <= 1000)),
    CONSTRAINT milestone_text_check CHECK (((length(text) >= 1) AND (length(text) <= 500)))
);

--
-- Name: milestone_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.milestone ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.milestone_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: next_step; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.next_step (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    area_id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    kind text NOT NULL,
    said text DEFAULT ''::text NOT NULL,
    to_names text DEFAULT ''::text NOT NULL,
    action_id bigint,
    forward_item_id bigint,
    by_name text NOT NULL,
    on_day date NOT NULL,
    CONSTRAINT next_step_by_name_check CHECK (((length(by_name) >= 1) AND (length(by_name) <= 200))),
    CONSTRAINT next_step_check CHECK ((ends_on >= starts_on)),
    CONSTRAINT next_step_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 30))),
    CONSTRAINT next_step_said_check CHECK ((length(said) <= 2000)),
    CONSTRAINT next_step_to_names_check CHECK ((length(to_names) <= 1000))
);

--
-- Name: next_step_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.next_step ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.next_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: other_line; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.other_line (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    other_plan_id bigint NOT NULL,
    place integer NOT NULL,
    reference text DEFAULT ''::text NOT NULL,
    text text NOT NULL,
    CONSTRAINT other_line_reference_check CHECK ((length(reference) <= 30)),
    CONSTRAINT other_line_text_check CHECK (((length(text) >= 1) AND (length(text) <= 500)))
);

--
-- Name: other_line_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.other_line ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.other_line_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: other_plan; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.other_plan (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    title text NOT NULL,
    whose text NOT NULL,
    years text DEFAULT ''::text NOT NULL,
    link text DEFAULT ''::text NOT NULL,
    CONSTRAINT other_plan_link_check CHECK ((((link = ''::text) OR (link ~ '^https?://'::text)) AND (length(link) <= 2000))),
    CONSTRAINT other_plan_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
    CONSTRAINT other_plan_whose_check CHECK (((length(whose) >= 1) AND (length(whose) <= 200))),
    CONSTRAINT other_plan_years_check CHECK ((length(years) <= 50))
);

--
-- Name: other_plan_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.other_plan ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.other_plan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: plan_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.plan ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.plan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: plan_indicator; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.plan_indicator (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    plan_id bigint NOT NULL,
    indicator_id bigint NOT NULL
);

--
-- Name: plan_outcome; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.plan_outcome (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    plan_id bigint NOT NULL,
    outcome_id bigint NOT NULL
);

--
-- Name: plan_version; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.plan_version (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    plan_id bigint NOT NULL,
    step_id bigint NOT NULL,
    said jsonb NOT NULL
);

--
-- Name: plan_version_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.plan_version ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.plan_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: planned_action; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.planned_action (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    plan_id bigint NOT NULL,
    action_id bigint NOT NULL,
    place integer DEFAULT 0 NOT NULL,
    outcome_id bigint,
    starts_on date,
    ends_on date,
    measure text DEFAULT ''::text NOT NULL,
    how text DEFAULT ''::text NOT NULL,
    risk text DEFAULT ''::text NOT NULL,
    is_free boolean DEFAULT false NOT NULL,
    CONSTRAINT planned_action_check CHECK ((ends_on >= starts_on)),
    CONSTRAINT planned_action_how_check CHECK ((length(how) <= 1000)),
    CONSTRAINT planned_action_measure_check CHECK ((length(measure) <= 1000)),
    CONSTRAINT planned_action_risk_check CHECK ((length(risk) <= 1000))
);

--
-- Name: planned_action_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.planned_action ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.planned_action_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: progress; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.progress (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    planned_action_id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    rating text NOT NULL,
    reason_code text DEFAULT ''::text NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    next_step text DEFAULT ''::text NOT NULL,
    forecast_on date,
    person_id bigint,
    by_name text DEFAULT ''::text NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    is_unchanged boolean DEFAULT false NOT NULL,
    CONSTRAINT progress_by_name_check CHECK ((length(by_name) <= 200)),
    CONSTRAINT progress_check CHECK ((ends_on >= starts_on)),
    CONSTRAINT progress_next_step_check CHECK ((length(next_step) <= 2000)),
    CONSTRAINT progress_rating_check CHECK ((rating = ANY (ARRAY['complete'::text, 'on-track'::text, 'at-risk'::text, 'off-track'::text, 'not-started'::text]))),
    CONSTRAINT progress_reason_code_check CHECK ((length(reason_code) <= 30)),
    CONSTRAINT progress_text_check CHECK ((length(text) <= 5000))
);

--
-- Name: progress_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.progress ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.progress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: requirement; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.requirement (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    due_on date NOT NULL,
    second_due_on date,
    CONSTRAINT requirement_check CHECK ((ends_on > starts_on)),
    CONSTRAINT requirement_check1 CHECK ((second_due_on > due_on))
);

--
-- Name: requirement_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.requirement ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.requirement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: resource; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.resource (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    plan_id bigint NOT NULL,
    planned_action_id bigint,
    organisation_id bigint,
    fte numeric,
    pence bigint,
    source text DEFAULT ''::text NOT NULL,
    CONSTRAINT resource_check CHECK ((num_nonnulls(fte, pence) >= 1)),
    CONSTRAINT resource_fte_check CHECK (((fte > (0)::numeric) AND (fte < (10000)::numeric) AND (scale(fte) <= 2))),
    CONSTRAINT resource_pence_check CHECK ((pence > 0)),
    CONSTRAINT resource_source_check CHECK ((length(source) <= 200))
);

--
-- Name: resource_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.resource ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.resource_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: review; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.review (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    plan_id bigint NOT NULL,
    person_id bigint,
    by_name text NOT NULL,
    on_day date NOT NULL,
    CONSTRAINT review_by_name_check CHECK (((length(by_name) >= 1) AND (length(by_name) <= 200)))
);

--
-- Name: review_answer; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.review_answer (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    review_id bigint NOT NULL,
    planned_action_id bigint,
    question text NOT NULL,
    answer text NOT NULL,
    sentence text DEFAULT ''::text NOT NULL,
    CONSTRAINT review_answer_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text]))),
    CONSTRAINT review_answer_check CHECK (((answer = 'yes'::text) OR (sentence <> ''::text))),
    CONSTRAINT review_answer_question_check CHECK ((question = ANY (ARRAY['specific'::text, 'measurable'::text, 'achievable'::text, 'relevant'::text, 'timed'::text, 'realistic'::text, 'rationale'::text, 'value'::text, 'reports'::text]))),
    CONSTRAINT review_answer_sentence_check CHECK ((length(sentence) <= 1000))
);

--
-- Name: review_answer_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.review_answer ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.review_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: review_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.review ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.review_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: reviewer; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.reviewer (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    plan_id bigint NOT NULL,
    person_id bigint NOT NULL,
    asked_on date NOT NULL,
    asked_by text NOT NULL,
    CONSTRAINT reviewer_asked_by_check CHECK (((length(asked_by) >= 1) AND (length(asked_by) <= 200)))
);

--
-- Name: shared_giver; Type: VIEW; Schema: delivery; Owner: -
--

CREATE VIEW delivery.shared_giver WITH (security_invoker='true') AS
 SELECT planned_action.partnership_id,
    planned_action.action_id,
    action_contributor.organisation_id
   FROM (delivery.action_contributor
     JOIN delivery.planned_action ON (((planned_action.partnership_id = action_contributor.partnership_id) AND (planned_action.id = action_contributor.planned_action_id))))
UNION
 SELECT planned_action.partnership_id,
    planned_action.action_id,
    resource.organisation_id
   FROM (delivery.resource
     JOIN delivery.planned_action ON (((planned_action.partnership_id = resource.partnership_id) AND (planned_action.id = resource.planned_action_id))))
  WHERE (resource.organisation_id IS NOT NULL);

--
-- Name: shared_link; Type: VIEW; Schema: delivery; Owner: -
--

CREATE VIEW delivery.shared_link WITH (security_invoker='true') AS
 SELECT plan_outcome.partnership_id,
    'plan'::text AS lower_kind,
    plan_outcome.plan_id AS lower_id,
    'outcome'::text AS upper_kind,
    plan_outcome.outcome_id AS upper_id,
    'serves'::text AS relation
   FROM delivery.plan_outcome
UNION ALL
 SELECT plan_indicator.partnership_id,
    'plan'::text AS lower_kind,
    plan_indicator.plan_id AS lower_id,
    'indicator'::text AS upper_kind,
    plan_indicator.indicator_id AS upper_id,
    'serves'::text AS relation
   FROM delivery.plan_indicator
UNION ALL
 SELECT planned_action.partnership_id,
    'action'::text AS lower_kind,
    planned_action.action_id AS lower_id,
    'plan'::text AS upper_kind,
    planned_action.plan_id AS upper_id,
    'part of'::text AS relation
   FROM delivery.planned_action
UNION ALL
 SELECT planned_action.partnership_id,
    'action'::text AS lower_kind,
    planned_action.action_id AS lower_id,
    'outcome'::text AS upper_kind,
    planned_action.outcome_id AS upper_id,
    'serves'::text AS relation
   FROM delivery.planned_action
  WHERE (planned_action.outcome_id IS NOT NULL)
UNION ALL
 SELECT planned_action.partnership_id,
    'milestone'::text AS lower_kind,
    milestone.id AS lower_id,
    'action'::text AS upper_kind,
    planned_action.action_id AS upper_id,
    'step of'::text AS relation
   FROM (delivery.milestone
     JOIN delivery.planned_action ON (((planned_action.partnership_id = milestone.partnership_id) AND (planned_action.id = milestone.planned_action_id))))
UNION ALL
 SELECT plan.partnership_id,
    'group'::text AS lower_kind,
    plan.group_id AS lower_id,
    'plan'::text AS upper_kind,
    plan.id AS upper_id,
    'owns'::text AS relation
   FROM delivery.plan
UNION ALL
 SELECT planned_action.partnership_id,
    'organisation'::text AS lower_kind,
    action_contributor.organisation_id AS lower_id,
    'action'::text AS upper_kind,
    planned_action.action_id AS upper_id,
    'contributes to'::text AS relation
   FROM (delivery.action_contributor
     JOIN delivery.planned_action ON (((planned_action.partnership_id = action_contributor.partnership_id) AND (planned_action.id = action_contributor.planned_action_id))));

--
-- Name: shared_milestone; Type: VIEW; Schema: delivery; Owner: -
--

CREATE VIEW delivery.shared_milestone WITH (security_invoker='true') AS
 SELECT milestone.partnership_id,
    milestone.id,
    planned_action.plan_id,
    milestone.planned_action_id,
    planned_action.action_id,
    milestone.text,
    milestone.planned_on,
    milestone.forecast_on,
    milestone.met_on
   FROM (delivery.milestone
     JOIN delivery.planned_action ON (((planned_action.partnership_id = milestone.partnership_id) AND (planned_action.id = milestone.planned_action_id))));

--
-- Name: shared_node; Type: VIEW; Schema: delivery; Owner: -
--

CREATE VIEW delivery.shared_node WITH (security_invoker='true') AS
 SELECT plan.partnership_id,
    'plan'::text AS kind,
    plan.id,
    plan.short_name AS reference,
    plan.title,
    ('plans/'::text || plan.id) AS address,
    plan.group_id,
    plan.state,
    (plan.state = ANY (ARRAY['signed-off'::text, 'revising'::text])) AS is_live,
    (plan.state = ANY (ARRAY['signed-off'::text, 'revising'::text])) AS is_public,
    NULL::bigint AS circle
   FROM delivery.plan
UNION ALL
 SELECT milestone.partnership_id,
    'milestone'::text AS kind,
    milestone.id,
    ''::text AS reference,
    milestone.text AS title,
    ((('plans/'::text || planned_action.plan_id) || '/actions/'::text) || planned_action.id) AS address,
    plan.group_id,
        CASE
            WHEN (milestone.met_on IS NULL) THEN ''::text
            ELSE 'met'::text
        END AS state,
    (milestone.met_on IS NULL) AS is_live,
    (plan.state = ANY (ARRAY['signed-off'::text, 'revising'::text])) AS is_public,
    NULL::bigint AS circle
   FROM ((delivery.milestone
     JOIN delivery.planned_action ON (((planned_action.partnership_id = milestone.partnership_id) AND (planned_action.id = milestone.planned_action_id))))
     JOIN delivery.plan ON (((plan.partnership_id = planned_action.partnership_id) AND (plan.id = planned_action.plan_id))));

--
-- Name: shared_plan; Type: VIEW; Schema: delivery; Owner: -
--

CREATE VIEW delivery.shared_plan WITH (security_invoker='true') AS
 SELECT plan.partnership_id,
    plan.id,
    plan.group_id,
    plan.short_name,
    plan.title,
    plan.starts_on,
    plan.ends_on,
    plan.state,
    plan.lead_id,
    plan.progress_every
   FROM delivery.plan;

--
-- Name: shared_planned_action; Type: VIEW; Schema: delivery; Owner: -
--

CREATE VIEW delivery.shared_planned_action WITH (security_invoker='true') AS
 SELECT planned_action.partnership_id,
    planned_action.id,
    planned_action.plan_id,
    planned_action.action_id,
    planned_action.outcome_id,
    planned_action.starts_on,
    planned_action.ends_on,
    planned_action.measure
   FROM delivery.planned_action;

--
-- Name: shared_planned_words; Type: VIEW; Schema: delivery; Owner: -
--

CREATE VIEW delivery.shared_planned_words WITH (security_invoker='true') AS
 SELECT planned_action.partnership_id,
    planned_action.action_id,
    planned_action.measure,
    planned_action.how
   FROM delivery.planned_action;

--
-- Name: shared_rating; Type: VIEW; Schema: delivery; Owner: -
--

CREATE VIEW delivery.shared_rating WITH (security_invoker='true') AS
 SELECT DISTINCT ON (progress.partnership_id, progress.planned_action_id) progress.partnership_id,
    progress.planned_action_id,
    progress.rating,
    progress.starts_on,
    progress.ends_on
   FROM delivery.progress
  ORDER BY progress.partnership_id, progress.planned_action_id, progress.ends_on DESC, progress.id DESC;

--
-- Name: shared_requirement; Type: VIEW; Schema: delivery; Owner: -
--

CREATE VIEW delivery.shared_requirement WITH (security_invoker='true') AS
 SELECT requirement.partnership_id,
    requirement.id,
    requirement.group_id,
    requirement.starts_on,
    requirement.ends_on,
    requirement.due_on,
    requirement.second_due_on
   FROM delivery.requirement;

--
-- Name: shared_resource; Type: VIEW; Schema: delivery; Owner: -
--

CREATE VIEW delivery.shared_resource WITH (security_invoker='true') AS
 SELECT resource.partnership_id,
    resource.plan_id,
    planned_action.action_id,
    resource.organisation_id,
    resource.fte,
    resource.pence
   FROM (delivery.resource
     LEFT JOIN delivery.planned_action ON (((planned_action.partnership_id = resource.partnership_id) AND (planned_action.id = resource.planned_action_id))));

--
-- Name: step; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.step (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    plan_id bigint NOT NULL,
    kind text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    on_day date NOT NULL,
    person_id bigint,
    by_name text DEFAULT ''::text NOT NULL,
    decision_id bigint,
    CONSTRAINT step_by_name_check CHECK ((length(by_name) <= 200)),
    CONSTRAINT step_check CHECK (((kind <> ALL (ARRAY['returned'::text, 'revising'::text])) OR (reason <> ''::text))),
    CONSTRAINT step_kind_check CHECK ((kind = ANY (ARRAY['submitted'::text, 'withdrawn'::text, 'returned'::text, 'signed-off'::text, 'revising'::text, 'revision-dropped'::text]))),
    CONSTRAINT step_reason_check CHECK ((length(reason) <= 5000))
);

--
-- Name: shared_step; Type: VIEW; Schema: delivery; Owner: -
--

CREATE VIEW delivery.shared_step WITH (security_invoker='true') AS
 SELECT step.partnership_id,
    step.id,
    step.plan_id,
    step.kind,
    step.on_day,
    step.decision_id,
    step.reason
   FROM delivery.step;

--
-- Name: step_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.step ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: workplan; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.workplan (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    group_id bigint NOT NULL,
    kept_on date
);

--
-- Name: workplan_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.workplan ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.workplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: workplan_text; Type: TABLE; Schema: delivery; Owner: -
--

CREATE TABLE delivery.workplan_text (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    workplan_id bigint NOT NULL,
    heading text NOT NULL,
    text text NOT NULL,
    CONSTRAINT workplan_text_heading_check CHECK ((heading = ANY (ARRAY['updates'::text, 'achievements'::text, 'barriers'::text, 'cross-cutting'::text, 'assurance'::text, 'resources'::text, 'hotspots'::text, 'milestones'::text]))),
    CONSTRAINT workplan_text_text_check CHECK ((length(text) <= 20000))
);

--
-- Name: workplan_text_id_seq; Type: SEQUENCE; Schema: delivery; Owner: -
--

ALTER TABLE delivery.workplan_text ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME delivery.workplan_text_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: agenda_item_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.agenda_item ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.agenda_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: answer; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.answer (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    asked_id bigint NOT NULL,
    state text NOT NULL,
    sent_on date,
    changed_on date,
    by_person_id bigint,
    entered_by text DEFAULT ''::text NOT NULL,
    CONSTRAINT answer_check CHECK (((state = 'sent'::text) = (sent_on IS NOT NULL))),
    CONSTRAINT answer_entered_by_check CHECK ((length(entered_by) <= 200)),
    CONSTRAINT answer_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text])))
);

--
-- Name: answer_part; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.answer_part (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    asked_id bigint NOT NULL,
    question_id bigint NOT NULL,
    said text[] NOT NULL,
    file_id bigint,
    CONSTRAINT answer_part_check CHECK (((file_id IS NULL) OR (said = '{}'::text[])))
);

--
-- Name: asked; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.asked (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    request_id bigint NOT NULL,
    person_id bigint,
    seat_id bigint,
    place integer DEFAULT 0 NOT NULL,
    asked_on date,
    CONSTRAINT asked_check CHECK (((person_id IS NOT NULL) OR (seat_id IS NOT NULL)))
);

--
-- Name: asked_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.asked ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.asked_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: attendance; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.attendance (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    person_id bigint NOT NULL,
    seat_id bigint,
    how text NOT NULL,
    for_person_id bigint,
    is_chair boolean DEFAULT false NOT NULL,
    described_as text DEFAULT ''::text NOT NULL,
    came_at time without time zone,
    left_at time without time zone,
    has_resigned boolean DEFAULT false NOT NULL,
    place integer DEFAULT 0 NOT NULL,
    edition integer DEFAULT 0 NOT NULL,
    heading text DEFAULT ''::text NOT NULL,
    sends_person_id bigint,
    ended_tenure_id bigint,
    tenure_ended_on date,
    CONSTRAINT attendance_check CHECK ((for_person_id <> person_id)),
    CONSTRAINT attendance_check1 CHECK ((sends_person_id <> person_id)),
    CONSTRAINT attendance_check2 CHECK (((sends_person_id IS NULL) OR (how = 'apologies'::text))),
    CONSTRAINT attendance_check3 CHECK (((NOT has_resigned) OR (how = 'apologies'::text))),
    CONSTRAINT attendance_check4 CHECK (((ended_tenure_id IS NULL) OR has_resigned)),
    CONSTRAINT attendance_described_as_check CHECK ((length(described_as) <= 300)),
    CONSTRAINT attendance_heading_check CHECK ((length(heading) <= 100)),
    CONSTRAINT attendance_how_check CHECK ((how = ANY (ARRAY['present'::text, 'apologies'::text, 'absent'::text, 'in-attendance'::text])))
);

--
-- Name: attendance_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.attendance ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.attendance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: correction; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.correction (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    of_meeting_id bigint NOT NULL,
    of_minute_id bigint,
    place_in_words text DEFAULT ''::text NOT NULL,
    was text DEFAULT ''::text NOT NULL,
    should_read text DEFAULT ''::text NOT NULL,
    proposed_by_id bigint,
    state text DEFAULT 'proposed'::text NOT NULL,
    agreed_in_id bigint,
    minute_id bigint,
    place integer DEFAULT 0 NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    applied boolean DEFAULT false NOT NULL,
    CONSTRAINT correction_check CHECK (((was <> ''::text) OR (should_read <> ''::text))),
    CONSTRAINT correction_place_in_words_check CHECK ((length(place_in_words) <= 300)),
    CONSTRAINT correction_should_read_check CHECK ((length(should_read) <= 4000)),
    CONSTRAINT correction_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'agreed'::text, 'refused'::text]))),
    CONSTRAINT correction_was_check CHECK ((length(was) <= 4000))
);

--
-- Name: correction_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.correction ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.correction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: cover_sheet; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.cover_sheet (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    paper_id bigint NOT NULL,
    author text NOT NULL,
    purpose text NOT NULL,
    recommendation text NOT NULL,
    summary text DEFAULT ''::text NOT NULL,
    finance text DEFAULT ''::text NOT NULL,
    risk text DEFAULT ''::text NOT NULL,
    equality text DEFAULT ''::text NOT NULL,
    CONSTRAINT cover_sheet_author_check CHECK (((length(author) >= 1) AND (length(author) <= 300))),
    CONSTRAINT cover_sheet_equality_check CHECK ((length(equality) <= 4000)),
    CONSTRAINT cover_sheet_finance_check CHECK ((length(finance) <= 4000)),
    CONSTRAINT cover_sheet_purpose_check CHECK ((purpose = ANY (ARRAY['decide'::text, 'discuss'::text, 'note'::text]))),
    CONSTRAINT cover_sheet_recommendation_check CHECK (((length(recommendation) >= 1) AND (length(recommendation) <= 4000))),
    CONSTRAINT cover_sheet_risk_check CHECK ((length(risk) <= 4000)),
    CONSTRAINT cover_sheet_summary_check CHECK ((length(summary) <= 8000))
);

--
-- Name: decision_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.decision ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: decision_indicator; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.decision_indicator (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    decision_id bigint NOT NULL,
    indicator_id bigint NOT NULL
);

--
-- Name: delegation; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.delegation (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    matter text NOT NULL,
    limit_pence bigint,
    from_group_id bigint,
    source text DEFAULT ''::text NOT NULL,
    CONSTRAINT delegation_check CHECK ((from_group_id <> group_id)),
    CONSTRAINT delegation_limit_pence_check CHECK ((limit_pence >= 0)),
    CONSTRAINT delegation_matter_check CHECK (((length(matter) >= 1) AND (length(matter) <= 300))),
    CONSTRAINT delegation_source_check CHECK ((length(source) <= 300))
);

--
-- Name: delegation_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.delegation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.delegation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: feed_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.feed ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.feed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: forward_item; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.forward_item (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    meeting_id bigint,
    is_standing boolean DEFAULT false NOT NULL,
    place integer DEFAULT 0 NOT NULL,
    title text NOT NULL,
    detail text DEFAULT ''::text NOT NULL,
    responsible text DEFAULT ''::text NOT NULL,
    person_id bigint,
    seat_id bigint,
    purpose text DEFAULT 'discuss'::text NOT NULL,
    source text DEFAULT ''::text NOT NULL,
    source_item_id bigint,
    minutes integer,
    CONSTRAINT forward_item_check CHECK (((NOT is_standing) OR (meeting_id IS NULL))),
    CONSTRAINT forward_item_detail_check CHECK ((length(detail) <= 4000)),
    CONSTRAINT forward_item_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600))),
    CONSTRAINT forward_item_purpose_check CHECK ((purpose = ANY (ARRAY['decide'::text, 'discuss'::text, 'note'::text]))),
    CONSTRAINT forward_item_responsible_check CHECK ((length(responsible) <= 300)),
    CONSTRAINT forward_item_source_check CHECK ((length(source) <= 300)),
    CONSTRAINT forward_item_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
);

--
-- Name: forward_item_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.forward_item ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.forward_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: interest; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.interest (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    item_id bigint,
    minute_id bigint,
    person_id bigint NOT NULL,
    text text NOT NULL,
    left_the_room boolean DEFAULT false NOT NULL,
    CONSTRAINT interest_text_check CHECK (((length(text) >= 1) AND (length(text) <= 1000)))
);

--
-- Name: interest_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.interest ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.interest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: invitation; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.invitation (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    meeting_id bigint NOT NULL,
    person_id bigint NOT NULL,
    sequence integer NOT NULL,
    is_cancelled boolean DEFAULT false NOT NULL,
    sent_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: meeting; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.meeting (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    on_day date NOT NULL,
    day_known text DEFAULT 'fixed'::text NOT NULL,
    starts_at time without time zone,
    ends_at time without time zone,
    venue text DEFAULT ''::text NOT NULL,
    host_organisation_id bigint,
    joining_link text DEFAULT ''::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    state text DEFAULT 'planned'::text NOT NULL,
    state_reason text DEFAULT ''::text NOT NULL,
    opened_at time without time zone,
    closed_at time without time zone,
    published_at timestamp with time zone,
    uid uuid DEFAULT gen_random_uuid() NOT NULL,
    sequence integer DEFAULT 0 NOT NULL,
    CONSTRAINT meeting_check CHECK ((ends_at > starts_at)),
    CONSTRAINT meeting_day_known_check CHECK ((day_known = ANY (ARRAY['fixed'::text, 'provisional'::text, 'month'::text]))),
    CONSTRAINT meeting_joining_link_check CHECK ((length(joining_link) <= 1000)),
    CONSTRAINT meeting_note_check CHECK ((length(note) <= 2000)),
    CONSTRAINT meeting_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'held'::text, 'cancelled'::text]))),
    CONSTRAINT meeting_state_reason_check CHECK ((length(state_reason) <= 500)),
    CONSTRAINT meeting_title_check CHECK ((length(title) <= 200)),
    CONSTRAINT meeting_venue_check CHECK ((length(venue) <= 300))
);

--
-- Name: meeting_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.meeting ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.meeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: minute_action; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.minute_action (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    minute_id bigint NOT NULL,
    action_id bigint NOT NULL,
    due_meeting_id bigint
);

--
-- Name: minute_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.minute ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.minute_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: minutes; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.minutes (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    meeting_id bigint NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    circulated_at timestamp with time zone,
    corrections_by date,
    approved_at timestamp with time zone,
    approved_in_id bigint,
    CONSTRAINT minutes_check CHECK (((state = 'approved'::text) = (approved_at IS NOT NULL))),
    CONSTRAINT minutes_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'circulated'::text, 'approved'::text])))
);

--
-- Name: minutes_change; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.minutes_change (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    meeting_id bigint NOT NULL,
    count bigint DEFAULT 0 NOT NULL
);

--
-- Name: minutes_text; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.minutes_text (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    kind text NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    sent_to integer DEFAULT 0 NOT NULL,
    records jsonb NOT NULL,
    CONSTRAINT minutes_text_kind_check CHECK ((kind = ANY (ARRAY['circulated'::text, 'approved'::text]))),
    CONSTRAINT minutes_text_sent_to_check CHECK ((sent_to >= 0))
);

--
-- Name: minutes_text_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.minutes_text ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.minutes_text_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: move; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.move (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    was date NOT NULL,
    becomes date NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    on_day date NOT NULL,
    CONSTRAINT move_reason_check CHECK ((length(reason) <= 500))
);

--
-- Name: move_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.move ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.move_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: paper_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.paper ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.paper_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: paper_version; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.paper_version (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    paper_id bigint NOT NULL,
    number integer NOT NULL,
    file_id bigint,
    link text DEFAULT ''::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    on_day date NOT NULL,
    due_on date,
    made_by_name text NOT NULL,
    CONSTRAINT paper_version_check CHECK (((file_id IS NULL) = (link <> ''::text))),
    CONSTRAINT paper_version_link_check CHECK ((length(link) <= 1000)),
    CONSTRAINT paper_version_note_check CHECK ((length(note) <= 500)),
    CONSTRAINT paper_version_number_check CHECK ((number > 0))
);

--
-- Name: paper_version_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.paper_version ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.paper_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: practice; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.practice (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    group_id bigint NOT NULL,
    papers_due integer DEFAULT 7 NOT NULL,
    papers_due_in text DEFAULT 'working'::text NOT NULL,
    agenda_due integer DEFAULT 5 NOT NULL,
    usual_starts_at time without time zone,
    usual_ends_at time without time zone,
    usual_venue text DEFAULT ''::text NOT NULL,
    confirms_closings boolean DEFAULT false NOT NULL,
    minutes_form text DEFAULT 'prose'::text NOT NULL,
    minutes_called text DEFAULT ''::text NOT NULL,
    present_called text DEFAULT ''::text NOT NULL,
    in_attendance_called text DEFAULT ''::text NOT NULL,
    apologies_called text DEFAULT ''::text NOT NULL,
    item_called text DEFAULT ''::text NOT NULL,
    actions_again text DEFAULT 'nowhere'::text NOT NULL,
    has_action_column boolean DEFAULT true NOT NULL,
    shows_times boolean DEFAULT true NOT NULL,
    shows_totals boolean DEFAULT false NOT NULL,
    shows_forward_plan boolean DEFAULT false NOT NULL,
    queries_to text DEFAULT ''::text NOT NULL,
    CONSTRAINT practice_actions_again_check CHECK ((actions_again = ANY (ARRAY['nowhere'::text, 'top'::text, 'end'::text]))),
    CONSTRAINT practice_agenda_due_check CHECK (((agenda_due >= 0) AND (agenda_due <= 60))),
    CONSTRAINT practice_apologies_called_check CHECK ((length(apologies_called) <= 60)),
    CONSTRAINT practice_in_attendance_called_check CHECK ((length(in_attendance_called) <= 60)),
    CONSTRAINT practice_item_called_check CHECK ((length(item_called) <= 20)),
    CONSTRAINT practice_minutes_called_check CHECK ((length(minutes_called) <= 60)),
    CONSTRAINT practice_minutes_form_check CHECK ((minutes_form = ANY (ARRAY['prose'::text, 'table'::text]))),
    CONSTRAINT practice_papers_due_check CHECK (((papers_due >= 0) AND (papers_due <= 60))),
    CONSTRAINT practice_papers_due_in_check CHECK ((papers_due_in = ANY (ARRAY['working'::text, 'calendar'::text]))),
    CONSTRAINT practice_present_called_check CHECK ((length(present_called) <= 60)),
    CONSTRAINT practice_queries_to_check CHECK ((length(queries_to) <= 500)),
    CONSTRAINT practice_usual_venue_check CHECK ((length(usual_venue) <= 300))
);

--
-- Name: publication; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.publication (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    number integer NOT NULL,
    message text DEFAULT ''::text NOT NULL,
    contents jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_name text NOT NULL,
    CONSTRAINT publication_message_check CHECK ((length(message) <= 4000)),
    CONSTRAINT publication_number_check CHECK ((number > 0))
);

--
-- Name: publication_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.publication ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.publication_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: publication_recipient; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.publication_recipient (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    publication_id bigint NOT NULL,
    person_id bigint NOT NULL,
    sees text NOT NULL,
    CONSTRAINT publication_recipient_sees_check CHECK ((sees = ANY (ARRAY['all'::text, 'open'::text])))
);

--
-- Name: question; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.question (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    request_id bigint NOT NULL,
    place integer DEFAULT 0 NOT NULL,
    kind text NOT NULL,
    text text NOT NULL,
    hint text DEFAULT ''::text NOT NULL,
    choices text[] DEFAULT '{}'::text[] NOT NULL,
    is_required boolean DEFAULT true NOT NULL,
    template_id bigint,
    CONSTRAINT question_check CHECK (((kind = ANY (ARRAY['one'::text, 'several'::text])) = (cardinality(choices) > 0))),
    CONSTRAINT question_check1 CHECK (((template_id IS NULL) OR (kind = 'file'::text))),
    CONSTRAINT question_hint_check CHECK ((length(hint) <= 1000)),
    CONSTRAINT question_kind_check CHECK ((kind = ANY (ARRAY['short'::text, 'long'::text, 'yes-no'::text, 'one'::text, 'several'::text, 'number'::text, 'date'::text, 'sign-off'::text, 'names'::text, 'file'::text]))),
    CONSTRAINT question_text_check CHECK (((length(text) >= 1) AND (length(text) <= 500)))
);

--
-- Name: question_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.question ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: referral; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.referral (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    decision_id bigint NOT NULL,
    to_group_id bigint NOT NULL,
    forward_item_id bigint,
    question text NOT NULL,
    made_on date NOT NULL,
    CONSTRAINT referral_question_check CHECK (((length(question) >= 1) AND (length(question) <= 300)))
);

--
-- Name: referral_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.referral ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.referral_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: reminder; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.reminder (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    asked_id bigint NOT NULL,
    kind text NOT NULL,
    due_on date NOT NULL,
    reminded_on date NOT NULL,
    CONSTRAINT reminder_kind_check CHECK ((kind = ANY (ARRAY['before'::text, 'after'::text, 'by-hand'::text])))
);

--
-- Name: reminder_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.reminder ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: representation_letter; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.representation_letter (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    about_group_id bigint NOT NULL,
    last_meeting_id bigint NOT NULL,
    text text NOT NULL,
    sent_on date,
    sent_by_name text DEFAULT ''::text NOT NULL,
    CONSTRAINT representation_letter_check CHECK ((about_group_id <> group_id)),
    CONSTRAINT representation_letter_check1 CHECK (((sent_on IS NULL) = (sent_by_name = ''::text))),
    CONSTRAINT representation_letter_sent_by_name_check CHECK ((length(sent_by_name) <= 200)),
    CONSTRAINT representation_letter_text_check CHECK (((length(text) >= 1) AND (length(text) <= 10000)))
);

--
-- Name: representation_letter_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.representation_letter ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.representation_letter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: request; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.request (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    title text NOT NULL,
    why text DEFAULT ''::text NOT NULL,
    due_on date NOT NULL,
    seen_by text DEFAULT 'keepers'::text NOT NULL,
    meeting_id bigint,
    item_id bigint,
    action_id bigint,
    state text DEFAULT 'draft'::text NOT NULL,
    sent_on date,
    closed_on date,
    CONSTRAINT request_check CHECK (((state = 'draft'::text) = (sent_on IS NULL))),
    CONSTRAINT request_check1 CHECK (((state = 'closed'::text) = (closed_on IS NOT NULL))),
    CONSTRAINT request_seen_by_check CHECK ((seen_by = ANY (ARRAY['keepers'::text, 'asked'::text]))),
    CONSTRAINT request_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'closed'::text]))),
    CONSTRAINT request_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
    CONSTRAINT request_why_check CHECK ((length(why) <= 4000))
);

--
-- Name: request_extension; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.request_extension (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    request_id bigint NOT NULL,
    was_due_on date NOT NULL,
    due_on date NOT NULL,
    reason text NOT NULL,
    extended_on date NOT NULL,
    CONSTRAINT request_extension_check CHECK ((due_on > was_due_on)),
    CONSTRAINT request_extension_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);

--
-- Name: request_extension_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.request_extension ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.request_extension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: request_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.request ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: shared_decision; Type: VIEW; Schema: meetings; Owner: -
--

CREATE VIEW meetings.shared_decision WITH (security_invoker='true') AS
 SELECT decision.partnership_id,
    decision.id,
    decision.meeting_id,
    decision.number,
    decision.kind
   FROM meetings.decision;

--
-- Name: shared_forward_item; Type: VIEW; Schema: meetings; Owner: -
--

CREATE VIEW meetings.shared_forward_item WITH (security_invoker='true') AS
 SELECT item.partnership_id,
    item.id,
    item.group_id,
    item.title,
    item.meeting_id,
    meeting.on_day
   FROM (meetings.forward_item item
     LEFT JOIN meetings.meeting ON (((meeting.partnership_id = item.partnership_id) AND (meeting.id = item.meeting_id))));

--
-- Name: shared_letter; Type: VIEW; Schema: meetings; Owner: -
--

CREATE VIEW meetings.shared_letter WITH (security_invoker='true') AS
 SELECT letter.partnership_id,
    letter.group_id,
    letter.about_group_id,
    meeting.on_day AS last_on,
    letter.sent_on,
    letter.sent_by_name
   FROM (meetings.representation_letter letter
     JOIN meetings.meeting ON (((meeting.partnership_id = letter.partnership_id) AND (meeting.id = letter.last_meeting_id))));

--
-- Name: shared_link; Type: VIEW; Schema: meetings; Owner: -
--

CREATE VIEW meetings.shared_link WITH (security_invoker='true') AS
 SELECT decision.partnership_id,
    'decision'::text AS lower_kind,
    decision.id AS lower_id,
        CASE
            WHEN (decision.item_id IS NULL) THEN 'meeting'::text
            ELSE 'item'::text
        END AS upper_kind,
    COALESCE(decision.item_id, decision.meeting_id) AS upper_id,
    'taken under'::text AS relation
   FROM meetings.decision
UNION ALL
 SELECT decision_indicator.partnership_id,
    'decision'::text AS lower_kind,
    decision_indicator.decision_id AS lower_id,
    'indicator'::text AS upper_kind,
    decision_indicator.indicator_id AS upper_id,
    'is about'::text AS relation
   FROM meetings.decision_indicator
UNION ALL
 SELECT minute_action.partnership_id,
    'action'::text AS lower_kind,
    minute_action.action_id AS lower_id,
    'decision'::text AS upper_kind,
    decision.id AS upper_id,
    'follows from'::text AS relation
   FROM ((meetings.minute_action
     JOIN meetings.minute ON (((minute.partnership_id = minute_action.partnership_id) AND (minute.id = minute_action.minute_id))))
     JOIN meetings.decision ON (((decision.partnership_id = minute.partnership_id) AND (decision.item_id = minute.item_id) AND (decision.meeting_id = minute.meeting_id))))
UNION ALL
 SELECT minute_action.partnership_id,
    'action'::text AS lower_kind,
    minute_action.action_id AS lower_id,
    'item'::text AS upper_kind,
    minute.item_id AS upper_id,
    'agreed under'::text AS relation
   FROM (meetings.minute_action
     JOIN meetings.minute ON (((minute.partnership_id = minute_action.partnership_id) AND (minute.id = minute_action.minute_id))))
  WHERE (minute.item_id IS NOT NULL)
UNION ALL
 SELECT agenda_item.partnership_id,
    'item'::text AS lower_kind,
    agenda_item.id AS lower_id,
    'meeting'::text AS upper_kind,
    agenda_item.meeting_id AS upper_id,
    'taken at'::text AS relation
   FROM meetings.agenda_item
UNION ALL
 SELECT meeting.partnership_id,
    'meeting'::text AS lower_kind,
    meeting.id AS lower_id,
    'group'::text AS upper_kind,
    meeting.group_id AS upper_id,
    'meeting of'::text AS relation
   FROM meetings.meeting;

--
-- Name: shared_meeting; Type: VIEW; Schema: meetings; Owner: -
--

CREATE VIEW meetings.shared_meeting WITH (security_invoker='true') AS
 SELECT meeting.partnership_id,
    meeting.id,
    meeting.group_id,
    meeting.title,
    meeting.on_day,
    meeting.day_known,
    meeting.starts_at,
    meeting.ends_at,
    meeting.state
   FROM meetings.meeting;

--
-- Name: shared_group; Type: VIEW; Schema: partnership; Owner: -
--

CREATE VIEW partnership.shared_group WITH (security_invoker='true') AS
 SELECT "group".partnership_id,
    "group".id,
    "group".name,
    "group".short_name,
    "group".begins_on,
    "group".ends_on,
    "group".parent_id
   FROM partnership."group";

--
-- Name: shared_node; Type: VIEW; Schema: meetings; Owner: -
--

CREATE VIEW meetings.shared_node WITH (security_invoker='true') AS
 SELECT agenda_item.partnership_id,
    'item'::text AS kind,
    agenda_item.id,
    ''::text AS reference,
    agenda_item.title,
    (('meetings/'::text || agenda_item.meeting_id) || '/minutes'::text) AS address,
    meeting.group_id,
    meeting.state,
    true AS is_live,
    false AS is_public,
        CASE
            WHEN (agenda_item.is_confidential OR COALESCE(above.is_confidential, false)) THEN meeting.group_id
            ELSE NULL::bigint
        END AS circle
   FROM ((meetings.agenda_item
     JOIN meetings.meeting ON (((meeting.partnership_id = agenda_item.partnership_id) AND (meeting.id = agenda_item.meeting_id))))
     LEFT JOIN meetings.agenda_item above ON (((above.partnership_id = agenda_item.partnership_id) AND (above.id = agenda_item.parent_id))))
UNION ALL
 SELECT decision.partnership_id,
    'decision'::text AS kind,
    decision.id,
    ''::text AS reference,
    decision.text AS title,
    ('decisions/'::text || decision.id) AS address,
    meeting.group_id,
    decision.kind AS state,
    true AS is_live,
    (COALESCE((minutes.state = 'approved'::text), false) AND (NOT (COALESCE(agenda_item.is_confidential, false) OR COALESCE(above.is_confidential, false) OR COALESCE(minute.is_withheld, false)))) AS is_public,
        CASE
            WHEN (COALESCE(agenda_item.is_confidential, false) OR COALESCE(above.is_confidential, false) OR COALESCE(minute.is_withheld, false) OR (COALESCE(minutes.state, 'draft'::text) = 'draft'::text)) THEN meeting.group_id
            ELSE NULL::bigint
        END AS circle
   FROM (((((meetings.decision
     JOIN meetings.meeting ON (((meeting.partnership_id = decision.partnership_id) AND (meeting.id = decision.meeting_id))))
     LEFT JOIN meetings.minutes ON (((minutes.partnership_id = decision.partnership_id) AND (minutes.meeting_id = decision.meeting_id))))
     LEFT JOIN meetings.agenda_item ON (((agenda_item.partnership_id = decision.partnership_id) AND (agenda_item.id = decision.item_id))))
     LEFT JOIN meetings.agenda_item above ON (((above.partnership_id = agenda_item.partnership_id) AND (above.id = agenda_item.parent_id))))
     LEFT JOIN meetings.minute ON (((minute.partnership_id = decision.partnership_id) AND (minute.id = decision.minute_id))))
UNION ALL
 SELECT meeting.partnership_id,
    'meeting'::text AS kind,
    meeting.id,
    ''::text AS reference,
    (("group".short_name || ', '::text) || to_char((meeting.on_day)::timestamp with time zone, 'FMDD FMMonth YYYY'::text)) AS title,
    ('meetings/'::text || meeting.id) AS address,
    meeting.group_id,
    meeting.state,
    (meeting.state <> 'cancelled'::text) AS is_live,
    false AS is_public,
    NULL::bigint AS circle
   FROM (meetings.meeting
     JOIN partnership.shared_group "group" ON ((("group".partnership_id = meeting.partnership_id) AND ("group".id = meeting.group_id))));

--
-- Name: workshop; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.workshop (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    meeting_id bigint,
    item_id bigint,
    title text NOT NULL,
    prompt text DEFAULT ''::text NOT NULL,
    state text DEFAULT 'collecting'::text NOT NULL,
    votes_each integer DEFAULT 5 NOT NULL,
    begun_on date NOT NULL,
    minute_id bigint,
    CONSTRAINT workshop_prompt_check CHECK ((length(prompt) <= 2000)),
    CONSTRAINT workshop_state_check CHECK ((state = ANY (ARRAY['collecting'::text, 'grouping'::text, 'voting'::text, 'closed'::text]))),
    CONSTRAINT workshop_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
    CONSTRAINT workshop_votes_each_check CHECK (((votes_each >= 1) AND (votes_each <= 50)))
);

--
-- Name: workshop_heading; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.workshop_heading (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    workshop_id bigint NOT NULL,
    place integer DEFAULT 0 NOT NULL,
    title text NOT NULL,
    implication text DEFAULT ''::text NOT NULL,
    CONSTRAINT workshop_heading_implication_check CHECK ((length(implication) <= 4000)),
    CONSTRAINT workshop_heading_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

--
-- Name: workshop_heading_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.workshop_heading ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.workshop_heading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: workshop_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.workshop ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.workshop_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: workshop_point; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.workshop_point (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    workshop_id bigint NOT NULL,
    heading_id bigint,
    merged_into_id bigint,
    text text NOT NULL,
    by_person_id bigint,
    action_id bigint,
    forward_item_id bigint,
    CONSTRAINT workshop_point_check CHECK ((merged_into_id <> id)),
    CONSTRAINT workshop_point_text_check CHECK (((length(text) >= 1) AND (length(text) <= 1000)))
);

--
-- Name: workshop_point_id_seq; Type: SEQUENCE; Schema: meetings; Owner: -
--

ALTER TABLE meetings.workshop_point ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME meetings.workshop_point_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: workshop_vote; Type: TABLE; Schema: meetings; Owner: -
--

CREATE TABLE meetings.workshop_vote (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    point_id bigint NOT NULL,
    person_id bigint NOT NULL,
    votes integer NOT NULL,
    CONSTRAINT workshop_vote_votes_check CHECK (((votes >= 1) AND (votes <= 50)))
);

--
-- Name: applied; Type: TABLE; Schema: migration; Owner: -
--

CREATE TABLE migration.applied (
    number integer NOT NULL,
    name text NOT NULL,
    digest text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: absence_id_seq; Type: SEQUENCE; Schema: partnership; Owner: -
--

ALTER TABLE partnership.absence ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME partnership.absence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: area; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership.area (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    code text,
    name text NOT NULL,
    kind text NOT NULL,
    parent_id bigint,
    CONSTRAINT area_check CHECK ((parent_id <> id)),
    CONSTRAINT area_code_check CHECK ((code ~ '^[A-Z0-9]{1,20}$'::text)),
    CONSTRAINT area_kind_check CHECK ((kind = ANY (ARRAY['nation'::text, 'region'::text, 'county'::text, 'unitary'::text, 'district'::text, 'parish'::text, 'ward'::text, 'neighbourhood'::text, 'other'::text]))),
    CONSTRAINT area_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

--
-- Name: area_id_seq; Type: SEQUENCE; Schema: partnership; Owner: -
--

ALTER TABLE partnership.area ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME partnership.area_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: coordinator_id_seq; Type: SEQUENCE; Schema: partnership; Owner: -
--

ALTER TABLE partnership.coordinator ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME partnership.coordinator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: deputy_id_seq; Type: SEQUENCE; Schema: partnership; Owner: -
--

ALTER TABLE partnership.deputy ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME partnership.deputy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: group_id_seq; Type: SEQUENCE; Schema: partnership; Owner: -
--

ALTER TABLE partnership."group" ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME partnership.group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: group_link; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership.group_link (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    kind text NOT NULL,
    to_group_id bigint,
    to_body_id bigint,
    CONSTRAINT group_link_check CHECK ((to_group_id <> group_id)),
    CONSTRAINT group_link_check1 CHECK (((to_group_id IS NULL) <> (to_body_id IS NULL))),
    CONSTRAINT group_link_kind_check CHECK ((kind = ANY (ARRAY['reports-to'::text, 'works-with'::text, 'counterpart'::text])))
);

--
-- Name: group_link_id_seq; Type: SEQUENCE; Schema: partnership; Owner: -
--

ALTER TABLE partnership.group_link ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME partnership.group_link_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: merged_person; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership.merged_person (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    into_id bigint NOT NULL,
    name text NOT NULL
);

--
-- Name: neighbour; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership.neighbour (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    area_id bigint NOT NULL,
    neighbour_id bigint NOT NULL,
    CONSTRAINT neighbour_check CHECK ((area_id <> neighbour_id))
);

--
-- Name: organisation; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership.organisation (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    name text NOT NULL,
    sector text,
    identifier text,
    begins_on date,
    ends_on date,
    CONSTRAINT organisation_check CHECK ((ends_on >= begins_on)),
    CONSTRAINT organisation_identifier_check CHECK (((identifier ~ '^[A-Z0-9]+(-[A-Z0-9]+)+$'::text) AND (length(identifier) <= 100))),
    CONSTRAINT organisation_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT organisation_sector_check CHECK ((sector = ANY (ARRAY['local-authority'::text, 'health'::text, 'police'::text, 'fire'::text, 'probation'::text, 'education'::text, 'housing'::text, 'business'::text, 'voluntary'::text, 'parish'::text, 'government-office'::text, 'regulator'::text, 'other'::text])))
);

--
-- Name: organisation_id_seq; Type: SEQUENCE; Schema: partnership; Owner: -
--

ALTER TABLE partnership.organisation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME partnership.organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: outside_body; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership.outside_body (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    name text NOT NULL,
    reach text NOT NULL,
    CONSTRAINT outside_body_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT outside_body_reach_check CHECK ((reach = ANY (ARRAY['national'::text, 'regional'::text, 'county'::text, 'district'::text, 'neighbouring'::text])))
);

--
-- Name: outside_body_id_seq; Type: SEQUENCE; Schema: partnership; Owner: -
--

ALTER TABLE partnership.outside_body ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME partnership.outside_body_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: people_apart; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership.people_apart (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    first_id bigint NOT NULL,
    second_id bigint NOT NULL,
    CONSTRAINT people_apart_check CHECK ((second_id <> first_id))
);

--
-- Name: people_apart_id_seq; Type: SEQUENCE; Schema: partnership; Owner: -
--

ALTER TABLE partnership.people_apart ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME partnership.people_apart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: person_id_seq; Type: SEQUENCE; Schema: partnership; Owner: -
--

ALTER TABLE partnership.person ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME partnership.person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: post_id_seq; Type: SEQUENCE; Schema: partnership; Owner: -
--

ALTER TABLE partnership.post ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME partnership.post_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: profile; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership.profile (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    area_id bigint NOT NULL
);

--
-- Name: quorum_sector; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership.quorum_sector (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    group_id bigint NOT NULL,
    sector text NOT NULL,
    number integer NOT NULL,
    CONSTRAINT quorum_sector_number_check CHECK (((number >= 1) AND (number <= 200)))
);

--
-- Name: seat_id_seq; Type: SEQUENCE; Schema: partnership; Owner: -
--

ALTER TABLE partnership.seat ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME partnership.seat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: shared_account_post; Type: VIEW; Schema: partnership; Owner: -
--

CREATE VIEW partnership.shared_account_post WITH (security_invoker='true') AS
 SELECT person.partnership_id,
    person.account_id,
    post.organisation_id
   FROM (partnership.person
     JOIN partnership.post ON (((post.partnership_id = person.partnership_id) AND (post.person_id = person.id))))
  WHERE (person.account_id IS NOT NULL);

--
-- Name: shared_area; Type: VIEW; Schema: partnership; Owner: -
--

CREATE VIEW partnership.shared_area WITH (security_invoker='true') AS
 SELECT area.partnership_id,
    area.id,
    area.name,
    area.kind,
    area.parent_id
   FROM partnership.area;

--
-- Name: shared_link; Type: VIEW; Schema: partnership; Owner: -
--

CREATE VIEW partnership.shared_link WITH (security_invoker='true') AS
 SELECT "group".partnership_id,
    'group'::text AS lower_kind,
    "group".id AS lower_id,
    'group'::text AS upper_kind,
    "group".parent_id AS upper_id,
    'reports to'::text AS relation,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM partnership."group"
  WHERE ("group".parent_id IS NOT NULL)
UNION ALL
 SELECT tenure.partnership_id,
    'person'::text AS lower_kind,
    tenure.person_id AS lower_id,
    'group'::text AS upper_kind,
    seat.group_id AS upper_id,
    'sits on'::text AS relation,
    tenure.begins_on,
    tenure.ends_on
   FROM (partnership.tenure
     JOIN partnership.seat ON (((seat.partnership_id = tenure.partnership_id) AND (seat.id = tenure.seat_id))))
UNION ALL
 SELECT post.partnership_id,
    'person'::text AS lower_kind,
    post.person_id AS lower_id,
    'organisation'::text AS upper_kind,
    post.organisation_id AS upper_id,
    'works for'::text AS relation,
    post.begins_on,
    post.ends_on
   FROM partnership.post;

--
-- Name: shared_node; Type: VIEW; Schema: partnership; Owner: -
--

CREATE VIEW partnership.shared_node WITH (security_invoker='true') AS
 SELECT "group".partnership_id,
    'group'::text AS kind,
    "group".id,
    "group".short_name AS reference,
    "group".name AS title,
    ('groups/'::text || "group".id) AS address,
    "group".id AS group_id,
    ''::text AS state,
    true AS is_live,
    true AS is_public,
    NULL::bigint AS circle,
    "group".begins_on,
    "group".ends_on
   FROM partnership."group"
UNION ALL
 SELECT organisation.partnership_id,
    'organisation'::text AS kind,
    organisation.id,
    ''::text AS reference,
    organisation.name AS title,
    ('organisations/'::text || organisation.id) AS address,
    NULL::bigint AS group_id,
    ''::text AS state,
    true AS is_live,
    true AS is_public,
    NULL::bigint AS circle,
    organisation.begins_on,
    organisation.ends_on
   FROM partnership.organisation
UNION ALL
 SELECT person.partnership_id,
    'person'::text AS kind,
    person.id,
    ''::text AS reference,
    person.name AS title,
    ('people/'::text || person.id) AS address,
    NULL::bigint AS group_id,
    ''::text AS state,
    true AS is_live,
    false AS is_public,
    NULL::bigint AS circle,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM partnership.person;

--
-- Name: shared_organisation; Type: VIEW; Schema: partnership; Owner: -
--

CREATE VIEW partnership.shared_organisation WITH (security_invoker='true') AS
 SELECT organisation.partnership_id,
    organisation.id,
    organisation.name
   FROM partnership.organisation;

--
-- Name: shared_person; Type: VIEW; Schema: partnership; Owner: -
--

CREATE VIEW partnership.shared_person WITH (security_invoker='true') AS
 SELECT person.partnership_id,
    person.id,
    person.name,
    ( SELECT post.organisation_id
           FROM partnership.post
          WHERE ((post.partnership_id = person.partnership_id) AND (post.person_id = person.id))
          ORDER BY post.ends_on DESC, post.begins_on DESC NULLS LAST, post.id DESC
         LIMIT 1) AS organisation_id
   FROM partnership.person;

--
-- Name: succession; Type: TABLE; Schema: partnership; Owner: -
--

CREATE TABLE partnership.succession (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    predecessor_id bigint NOT NULL,
    successor_id bigint NOT NULL,
    on_day date NOT NULL,
    kind text NOT NULL,
    CONSTRAINT succession_check CHECK ((successor_id <> predecessor_id)),
    CONSTRAINT succession_kind_check CHECK ((kind = ANY (ARRAY['renamed'::text, 'merged'::text, 'split'::text, 'replaced'::text])))
);

--
-- Name: succession_id_seq; Type: SEQUENCE; Schema: partnership; Owner: -
--

ALTER TABLE partnership.succession ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME partnership.succession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: tenure_id_seq; Type: SEQUENCE; Schema: partnership; Owner: -
--

ALTER TABLE partnership.tenure ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME partnership.tenure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: agreement; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.agreement (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    title text NOT NULL,
    first_year integer NOT NULL,
    last_year integer NOT NULL,
    area_id bigint NOT NULL,
    tolerance_kind text DEFAULT 'relative'::text NOT NULL,
    tolerance numeric DEFAULT 0.05 NOT NULL,
    scheme text DEFAULT 'four'::text NOT NULL,
    band_words jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT agreement_band_words_check CHECK ((jsonb_typeof(band_words) = 'object'::text)),
    CONSTRAINT agreement_check CHECK (((last_year >= first_year) AND (last_year <= 2100))),
    CONSTRAINT agreement_first_year_check CHECK (((first_year >= 1990) AND (first_year <= 2100))),
    CONSTRAINT agreement_scheme_check CHECK ((scheme = ANY (ARRAY['four'::text, 'three'::text, 'red-amber-green'::text, 'floor-standard'::text]))),
    CONSTRAINT agreement_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
    CONSTRAINT agreement_tolerance_check CHECK ((tolerance >= (0)::numeric)),
    CONSTRAINT agreement_tolerance_kind_check CHECK ((tolerance_kind = ANY (ARRAY['relative'::text, 'absolute'::text])))
);

--
-- Name: agreement_id_seq; Type: SEQUENCE; Schema: performance; Owner: -
--

ALTER TABLE performance.agreement ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME performance.agreement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: answerable; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.answerable (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    part text NOT NULL,
    group_id bigint,
    seat_id bigint,
    person_id bigint,
    CONSTRAINT answerable_check CHECK ((num_nonnulls(group_id, seat_id, person_id) = 1)),
    CONSTRAINT answerable_part_check CHECK ((part = ANY (ARRAY['lead'::text, 'contributor'::text])))
);

--
-- Name: answerable_id_seq; Type: SEQUENCE; Schema: performance; Owner: -
--

ALTER TABLE performance.answerable ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME performance.answerable_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: assurance_text; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.assurance_text (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    indicator_id bigint NOT NULL,
    area_id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    content text NOT NULL,
    written_by_name text NOT NULL,
    written_on date NOT NULL,
    CONSTRAINT assurance_text_check CHECK ((ends_on >= starts_on)),
    CONSTRAINT assurance_text_content_check CHECK (((length(content) >= 1) AND (length(content) <= 4000)))
);

--
-- Name: catalogue; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.catalogue (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    title text NOT NULL,
    source text NOT NULL,
    made_by_name text NOT NULL,
    CONSTRAINT catalogue_source_check CHECK ((length(source) <= 200)),
    CONSTRAINT catalogue_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

--
-- Name: catalogue_entry; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.catalogue_entry (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    catalogue_id bigint NOT NULL,
    number integer NOT NULL,
    reference text,
    title text NOT NULL,
    fields jsonb NOT NULL,
    CONSTRAINT catalogue_entry_fields_check CHECK ((jsonb_typeof(fields) = 'object'::text))
);

--
-- Name: catalogue_id_seq; Type: SEQUENCE; Schema: performance; Owner: -
--

ALTER TABLE performance.catalogue ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME performance.catalogue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: contributor; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.contributor (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    indicator_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);

--
-- Name: data_import; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.data_import (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    kind text NOT NULL,
    agreement_id bigint,
    file_name text NOT NULL,
    source text DEFAULT ''::text NOT NULL,
    state text NOT NULL,
    mapping jsonb,
    summary jsonb,
    problem text,
    made_by bigint,
    made_by_name text NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    imported_at timestamp with time zone,
    file jsonb DEFAULT '{}'::jsonb NOT NULL,
    answers jsonb DEFAULT '{}'::jsonb NOT NULL,
    imported_by_name text,
    CONSTRAINT data_import_agreement_check CHECK (((kind = 'people'::text) = (agreement_id IS NULL))),
    CONSTRAINT data_import_kind_check CHECK ((kind = ANY (ARRAY['people'::text, 'indicators'::text, 'targets'::text, 'returns'::text]))),
    CONSTRAINT data_import_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'checking'::text, 'checked'::text, 'importing'::text, 'imported'::text, 'cancelled'::text, 'failed'::text])))
);

--
-- Name: data_import_id_seq; Type: SEQUENCE; Schema: performance; Owner: -
--

ALTER TABLE performance.data_import ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME performance.data_import_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: data_import_name; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.data_import_name (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    import_id bigint NOT NULL,
    kind text NOT NULL,
    number integer NOT NULL,
    label text NOT NULL,
    name jsonb NOT NULL,
    line integer NOT NULL,
    rows integer DEFAULT 0 NOT NULL,
    known_id bigint,
    offer jsonb DEFAULT '{}'::jsonb NOT NULL,
    answer jsonb,
    CONSTRAINT data_import_name_kind_check CHECK ((kind = ANY (ARRAY['indicator'::text, 'area'::text, 'outcome'::text, 'organisation'::text])))
);

--
-- Name: data_import_piece; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.data_import_piece (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    import_id bigint NOT NULL,
    number integer NOT NULL,
    content bytea NOT NULL
);

--
-- Name: data_import_row; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.data_import_row (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    import_id bigint NOT NULL,
    line integer NOT NULL,
    part smallint DEFAULT 1 NOT NULL,
    outcome text NOT NULL,
    indicator_number integer,
    area_number integer,
    period_text text,
    starts_on date,
    ends_on date,
    target_kind text,
    value numeric,
    low numeric,
    high numeric,
    absence text,
    numerator numeric,
    denominator numeric,
    status text,
    source text,
    content jsonb,
    existing jsonb,
    unreadable text,
    column_name text,
    found text,
    reason text,
    sample_size integer,
    CONSTRAINT data_import_row_outcome_check CHECK ((outcome = ANY (ARRAY['new'::text, 'revised'::text, 'unchanged'::text, 'refused'::text]))),
    CONSTRAINT data_import_row_unreadable_check CHECK ((unreadable = ANY (ARRAY['cell'::text, 'period'::text])))
);

--
-- Name: data_return; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.data_return (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    indicator_id bigint NOT NULL,
    area_id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    revision integer NOT NULL,
    is_latest boolean DEFAULT true NOT NULL,
    value numeric,
    absence text,
    numerator numeric,
    denominator numeric,
    status text DEFAULT 'final'::text NOT NULL,
    source text DEFAULT ''::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    import_id bigint,
    reported_by bigint,
    reported_by_name text NOT NULL,
    reported_at timestamp with time zone DEFAULT now() NOT NULL,
    sample_size integer,
    interval_low numeric,
    interval_high numeric,
    CONSTRAINT data_return_absence_check CHECK ((absence = ANY (ARRAY['suppressed'::text, 'not-published'::text, 'not-applicable'::text, 'withdrawn'::text]))),
    CONSTRAINT data_return_check CHECK ((ends_on >= starts_on)),
    CONSTRAINT data_return_check1 CHECK (((value IS NULL) <> (absence IS NULL))),
    CONSTRAINT data_return_check2 CHECK ((((interval_low IS NULL) = (interval_high IS NULL)) AND (interval_low <= interval_high))),
    CONSTRAINT data_return_revision_check CHECK ((revision > 0)),
    CONSTRAINT data_return_sample_size_check CHECK ((sample_size > 0)),
    CONSTRAINT data_return_status_check CHECK ((status = ANY (ARRAY['provisional'::text, 'estimated'::text, 'final'::text])))
);

--
-- Name: former_definition; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.former_definition (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    indicator_id bigint NOT NULL,
    replaced_on date NOT NULL,
    reason text NOT NULL,
    replaced_by_name text NOT NULL,
    definition text NOT NULL,
    value_type text NOT NULL,
    rate_per integer,
    unit text NOT NULL,
    source text NOT NULL,
    CONSTRAINT former_definition_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);

--
-- Name: import_mapping; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.import_mapping (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    kind text NOT NULL,
    source text NOT NULL,
    mapping jsonb NOT NULL
);

--
-- Name: indicator; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.indicator (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    agreement_id bigint NOT NULL,
    reference text,
    title text NOT NULL,
    definition text DEFAULT ''::text NOT NULL,
    designation text DEFAULT 'local'::text NOT NULL,
    polarity text NOT NULL,
    value_type text NOT NULL,
    rate_per integer,
    unit text DEFAULT ''::text NOT NULL,
    decimals integer DEFAULT 0 NOT NULL,
    measurement text DEFAULT 'snapshot'::text NOT NULL,
    frequency text,
    lag_days integer DEFAULT 0 NOT NULL,
    source text DEFAULT ''::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    tolerance_kind text,
    tolerance numeric,
    lead_id bigint,
    deferred_reason text,
    deferred_owner text,
    deferred_review_on date,
    closed_on date,
    closed_reason text,
    design_effect numeric,
    roll_up text DEFAULT 'none'::text NOT NULL,
    roll_up_counts boolean DEFAULT false NOT NULL,
    CONSTRAINT indicator_check CHECK (((tolerance IS NULL) = (tolerance_kind IS NULL))),
    CONSTRAINT indicator_check1 CHECK (((rate_per IS NOT NULL) = (value_type = 'rate'::text))),
    CONSTRAINT indicator_check2 CHECK ((((deferred_reason IS NULL) = (deferred_owner IS NULL)) AND ((deferred_reason IS NULL) = (deferred_review_on IS NULL)))),
    CONSTRAINT indicator_check3 CHECK (((closed_reason IS NULL) = (closed_on IS NULL))),
    CONSTRAINT indicator_check4 CHECK (((roll_up <> 'none'::text) OR (NOT roll_up_counts))),
    CONSTRAINT indicator_decimals_check CHECK (((decimals >= 0) AND (decimals <= 10))),
    CONSTRAINT indicator_design_effect_check CHECK ((design_effect > (0)::numeric)),
    CONSTRAINT indicator_designation_check CHECK ((designation = ANY (ARRAY['designated'::text, 'local'::text, 'statutory'::text]))),
    CONSTRAINT indicator_frequency_check CHECK ((frequency = ANY (ARRAY['month'::text, 'quarter'::text, 'half'::text, 'financial-year'::text, 'academic-year'::text, 'calendar-year'::text, 'twelve-months-monthly'::text, 'twelve-months-quarterly'::text, 'three-years'::text, 'survey'::text]))),
    CONSTRAINT indicator_lag_days_check CHECK (((lag_days >= 0) AND (lag_days <= 3650))),
    CONSTRAINT indicator_measurement_check CHECK ((measurement = ANY (ARRAY['snapshot'::text, 'cumulative'::text, 'rolling'::text]))),
    CONSTRAINT indicator_polarity_check CHECK ((polarity = ANY (ARRAY['higher'::text, 'lower'::text, 'range'::text, 'none'::text]))),
    CONSTRAINT indicator_rate_per_check CHECK ((rate_per > 0)),
    CONSTRAINT indicator_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 40))),
    CONSTRAINT indicator_roll_up_check CHECK ((roll_up = ANY (ARRAY['none'::text, 'sum'::text, 'weighted'::text]))),
    CONSTRAINT indicator_title_check CHECK (((length(title) >= 1) AND (length(title) <= 400))),
    CONSTRAINT indicator_tolerance_check CHECK ((tolerance >= (0)::numeric)),
    CONSTRAINT indicator_tolerance_kind_check CHECK ((tolerance_kind = ANY (ARRAY['relative'::text, 'absolute'::text]))),
    CONSTRAINT indicator_value_type_check CHECK ((value_type = ANY (ARRAY['number'::text, 'percentage'::text, 'rate'::text, 'money'::text, 'days'::text, 'ratio'::text])))
);

--
-- Name: indicator_id_seq; Type: SEQUENCE; Schema: performance; Owner: -
--

ALTER TABLE performance.indicator ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME performance.indicator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: indicator_outcome; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.indicator_outcome (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    indicator_id bigint NOT NULL,
    outcome_id bigint NOT NULL
);

--
-- Name: lead_beside; Type: VIEW; Schema: performance; Owner: -
--

CREATE VIEW performance.lead_beside WITH (security_invoker='true') AS
 SELECT answerable.partnership_id,
    answerable.indicator_id,
    COALESCE(max(answerable.group_id), max(seat.group_id)) AS group_id,
    COALESCE(max("group".name), max(seat.group_name)) AS group_name,
    max(person.name) AS person_name,
    COALESCE(max(seat.organisation_id), max(person.organisation_id)) AS organisation_id
   FROM (((performance.answerable
     LEFT JOIN partnership.shared_group "group" ON ((("group".partnership_id = answerable.partnership_id) AND ("group".id = answerable.group_id))))
     LEFT JOIN partnership.shared_seat seat ON (((seat.partnership_id = answerable.partnership_id) AND (seat.id = answerable.seat_id))))
     LEFT JOIN partnership.shared_person person ON (((person.partnership_id = answerable.partnership_id) AND (person.id = answerable.person_id))))
  WHERE (answerable.part = 'lead'::text)
  GROUP BY answerable.partnership_id, answerable.indicator_id;

--
-- Name: locked_indicator; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.locked_indicator (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    locking_id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL
);

--
-- Name: locking; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.locking (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    agreement_id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    locked_at timestamp with time zone NOT NULL,
    locked_by bigint,
    locked_by_name text NOT NULL,
    unlocked_at timestamp with time zone,
    unlocked_by bigint,
    unlocked_by_name text,
    unlock_reason text,
    CONSTRAINT locking_check CHECK ((ends_on >= starts_on)),
    CONSTRAINT locking_check1 CHECK ((((unlocked_at IS NULL) = (unlocked_by_name IS NULL)) AND ((unlocked_at IS NULL) = (unlock_reason IS NULL)))),
    CONSTRAINT locking_unlock_reason_check CHECK ((unlock_reason <> ''::text))
);

--
-- Name: locking_id_seq; Type: SEQUENCE; Schema: performance; Owner: -
--

ALTER TABLE performance.locking ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME performance.locking_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: outcome; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.outcome (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    theme_id bigint NOT NULL,
    title text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    CONSTRAINT outcome_title_check CHECK (((length(title) >= 1) AND (length(title) <= 400)))
);

--
-- Name: outcome_id_seq; Type: SEQUENCE; Schema: performance; Owner: -
--

ALTER TABLE performance.outcome ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME performance.outcome_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: override; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.override (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    indicator_id bigint NOT NULL,
    area_id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    band text NOT NULL,
    reason text NOT NULL,
    until date NOT NULL,
    made_by bigint,
    made_by_name text NOT NULL,
    made_on date NOT NULL,
    CONSTRAINT override_band_check CHECK ((band = ANY (ARRAY['exceeding'::text, 'on-target'::text, 'within-tolerance'::text, 'off-target'::text]))),
    CONSTRAINT override_check CHECK ((ends_on >= starts_on)),
    CONSTRAINT override_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
);

--
-- Name: proxy; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.proxy (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    indicator_id bigint NOT NULL,
    proxy_id bigint NOT NULL,
    reason text NOT NULL,
    CONSTRAINT proxy_check CHECK ((proxy_id <> indicator_id)),
    CONSTRAINT proxy_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);

--
-- Name: rebase; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.rebase (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    area_id bigint NOT NULL,
    starts_on date NOT NULL,
    reason text NOT NULL,
    baseline_points smallint,
    CONSTRAINT rebase_baseline_points_check CHECK (((baseline_points >= 12) AND (baseline_points <= 20))),
    CONSTRAINT rebase_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 4000)))
);

--
-- Name: rebase_id_seq; Type: SEQUENCE; Schema: performance; Owner: -
--

ALTER TABLE performance.rebase ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME performance.rebase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: reported_figure; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.reported_figure (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    locking_id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    area_id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    revision integer NOT NULL,
    value numeric,
    absence text,
    status text NOT NULL
);

--
-- Name: reported_line; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.reported_line (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    locking_id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    "position" integer NOT NULL,
    theme text NOT NULL,
    reference text,
    title text NOT NULL,
    lead text,
    figure text,
    period text,
    flag text,
    target text,
    look text NOT NULL,
    words text NOT NULL,
    note text,
    why text NOT NULL
);

--
-- Name: responsibility; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.responsibility (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    theme_id bigint,
    outcome_id bigint,
    CONSTRAINT responsibility_check CHECK (((theme_id IS NULL) <> (outcome_id IS NULL)))
);

--
-- Name: responsibility_id_seq; Type: SEQUENCE; Schema: performance; Owner: -
--

ALTER TABLE performance.responsibility ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME performance.responsibility_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: saved_view; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.saved_view (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    name text NOT NULL,
    query text NOT NULL,
    made_by bigint,
    made_by_name text NOT NULL,
    made_on date NOT NULL,
    CONSTRAINT saved_view_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT saved_view_query_check CHECK ((length(query) <= 1000))
);

--
-- Name: saved_view_id_seq; Type: SEQUENCE; Schema: performance; Owner: -
--

ALTER TABLE performance.saved_view ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME performance.saved_view_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: series_break; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.series_break (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    area_id bigint,
    starts_on date NOT NULL,
    kind text NOT NULL,
    sentence text NOT NULL,
    CONSTRAINT series_break_kind_check CHECK ((kind = ANY (ARRAY['definition'::text, 'boundary'::text, 'body'::text, 'method'::text]))),
    CONSTRAINT series_break_sentence_check CHECK (((length(sentence) >= 1) AND (length(sentence) <= 1000)))
);

--
-- Name: series_break_id_seq; Type: SEQUENCE; Schema: performance; Owner: -
--

ALTER TABLE performance.series_break ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME performance.series_break_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: series_name; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.series_name (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    indicator_id bigint NOT NULL,
    name jsonb NOT NULL,
    CONSTRAINT series_name_name_check CHECK ((jsonb_typeof(name) = 'object'::text))
);

--
-- Name: shared_indicator; Type: VIEW; Schema: performance; Owner: -
--

CREATE VIEW performance.shared_indicator WITH (security_invoker='true') AS
 SELECT indicator.partnership_id,
    indicator.id,
    indicator.reference,
    indicator.title
   FROM performance.indicator;

--
-- Name: target; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.target (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    area_id bigint NOT NULL,
    kind text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    value numeric,
    low numeric,
    high numeric,
    CONSTRAINT target_check CHECK ((ends_on >= starts_on)),
    CONSTRAINT target_check1 CHECK ((high >= low)),
    CONSTRAINT target_check2 CHECK (((value IS NULL) <> ((low IS NULL) AND (high IS NULL)))),
    CONSTRAINT target_check3 CHECK (((low IS NULL) = (high IS NULL))),
    CONSTRAINT target_kind_check CHECK ((kind = ANY (ARRAY['baseline'::text, 'target'::text, 'interim'::text, 'stretch'::text, 'floor'::text])))
);

--
-- Name: shared_link; Type: VIEW; Schema: performance; Owner: -
--

CREATE VIEW performance.shared_link WITH (security_invoker='true') AS
 SELECT outcome.partnership_id,
    'outcome'::text AS lower_kind,
    outcome.id AS lower_id,
    'theme'::text AS upper_kind,
    outcome.theme_id AS upper_id,
    'part of'::text AS relation,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM performance.outcome
UNION ALL
 SELECT indicator_outcome.partnership_id,
    'indicator'::text AS lower_kind,
    indicator_outcome.indicator_id AS lower_id,
    'outcome'::text AS upper_kind,
    indicator_outcome.outcome_id AS upper_id,
    'measures'::text AS relation,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM performance.indicator_outcome
UNION ALL
 SELECT target.partnership_id,
    'target'::text AS lower_kind,
    target.id AS lower_id,
    'indicator'::text AS upper_kind,
    target.indicator_id AS upper_id,
    'is aimed for in'::text AS relation,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM ((performance.target
     JOIN performance.indicator ON (((indicator.partnership_id = target.partnership_id) AND (indicator.id = target.indicator_id))))
     JOIN performance.agreement ON (((agreement.partnership_id = indicator.partnership_id) AND (agreement.id = indicator.agreement_id))))
  WHERE ((target.kind = 'target'::text) AND (target.area_id = agreement.area_id))
UNION ALL
 SELECT indicator.partnership_id,
    'organisation'::text AS lower_kind,
    indicator.lead_id AS lower_id,
    'indicator'::text AS upper_kind,
    indicator.id AS upper_id,
    'leads'::text AS relation,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM performance.indicator
  WHERE (indicator.lead_id IS NOT NULL)
UNION ALL
 SELECT contributor.partnership_id,
    'organisation'::text AS lower_kind,
    contributor.organisation_id AS lower_id,
    'indicator'::text AS upper_kind,
    contributor.indicator_id AS upper_id,
    'contributes to'::text AS relation,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM performance.contributor
UNION ALL
 SELECT answerable.partnership_id,
        CASE
            WHEN (answerable.person_id IS NULL) THEN 'group'::text
            ELSE 'person'::text
        END AS lower_kind,
    COALESCE(answerable.person_id, answerable.group_id, seat.group_id) AS lower_id,
    'indicator'::text AS upper_kind,
    answerable.indicator_id AS upper_id,
        CASE answerable.part
            WHEN 'lead'::text THEN 'leads'::text
            ELSE 'contributes to'::text
        END AS relation,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM (performance.answerable
     LEFT JOIN partnership.shared_seat seat ON (((seat.partnership_id = answerable.partnership_id) AND (seat.id = answerable.seat_id))))
UNION ALL
 SELECT answerable.partnership_id,
    'person'::text AS lower_kind,
    tenure.person_id AS lower_id,
    'indicator'::text AS upper_kind,
    answerable.indicator_id AS upper_id,
        CASE answerable.part
            WHEN 'lead'::text THEN 'leads'::text
            ELSE 'contributes to'::text
        END AS relation,
    tenure.begins_on,
    tenure.ends_on
   FROM (performance.answerable
     JOIN partnership.shared_tenure tenure ON (((tenure.partnership_id = answerable.partnership_id) AND (tenure.seat_id = answerable.seat_id))))
UNION ALL
 SELECT responsibility.partnership_id,
    'group'::text AS lower_kind,
    responsibility.group_id AS lower_id,
        CASE
            WHEN (responsibility.theme_id IS NULL) THEN 'outcome'::text
            ELSE 'theme'::text
        END AS upper_kind,
    COALESCE(responsibility.theme_id, responsibility.outcome_id) AS upper_id,
    'answers for'::text AS relation,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM performance.responsibility;

--
-- Name: shared_locking; Type: VIEW; Schema: performance; Owner: -
--

CREATE VIEW performance.shared_locking WITH (security_invoker='true') AS
 SELECT locking.partnership_id,
    locking.agreement_id,
    locking.starts_on,
    locking.ends_on
   FROM performance.locking
  WHERE (locking.unlocked_at IS NULL);

--
-- Name: shared_measure; Type: VIEW; Schema: performance; Owner: -
--

CREATE VIEW performance.shared_measure WITH (security_invoker='true') AS
 SELECT indicator.partnership_id,
    indicator.id,
    indicator.agreement_id,
    COALESCE(indicator.reference, ''::text) AS reference,
    indicator.title,
    indicator.definition,
    indicator.closed_on
   FROM performance.indicator;

--
-- Name: theme; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.theme (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    agreement_id bigint NOT NULL,
    title text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    CONSTRAINT theme_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

--
-- Name: shared_node; Type: VIEW; Schema: performance; Owner: -
--

CREATE VIEW performance.shared_node WITH (security_invoker='true') AS
 SELECT theme.partnership_id,
    'theme'::text AS kind,
    theme.id,
    ''::text AS reference,
    theme.title,
    ('agreements/'::text || theme.agreement_id) AS address,
    NULL::bigint AS group_id,
    ''::text AS state,
    true AS is_live,
    true AS is_public,
    NULL::bigint AS circle,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM performance.theme
UNION ALL
 SELECT outcome.partnership_id,
    'outcome'::text AS kind,
    outcome.id,
    ''::text AS reference,
    outcome.title,
    ('agreements/'::text || theme.agreement_id) AS address,
    NULL::bigint AS group_id,
    ''::text AS state,
    true AS is_live,
    true AS is_public,
    NULL::bigint AS circle,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM (performance.outcome
     JOIN performance.theme ON (((theme.partnership_id = outcome.partnership_id) AND (theme.id = outcome.theme_id))))
UNION ALL
 SELECT indicator.partnership_id,
    'indicator'::text AS kind,
    indicator.id,
    COALESCE(indicator.reference, ''::text) AS reference,
    indicator.title,
    ('indicators/'::text || indicator.id) AS address,
    NULL::bigint AS group_id,
        CASE
            WHEN (indicator.closed_on IS NULL) THEN ''::text
            ELSE 'closed'::text
        END AS state,
    (indicator.closed_on IS NULL) AS is_live,
    true AS is_public,
    NULL::bigint AS circle,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM performance.indicator
UNION ALL
 SELECT target.partnership_id,
    'target'::text AS kind,
    target.id,
    ''::text AS reference,
    ((((('Target to '::text || to_char((target.ends_on)::timestamp with time zone, 'FMDD FMMonth YYYY'::text)) || ': '::text) ||
        CASE indicator.value_type
            WHEN 'money'::text THEN '£'::text
            ELSE ''::text
        END) || COALESCE((target.value)::text, ((target.low || ' to '::text) || target.high))) ||
        CASE indicator.value_type
            WHEN 'percentage'::text THEN '%'::text
            ELSE ''::text
        END) AS title,
    (('indicators/'::text || target.indicator_id) || '/targets'::text) AS address,
    NULL::bigint AS group_id,
    ''::text AS state,
    (indicator.closed_on IS NULL) AS is_live,
    true AS is_public,
    NULL::bigint AS circle,
    target.starts_on AS begins_on,
    ( SELECT (min(later.starts_on) - 1)
           FROM performance.target later
          WHERE ((later.partnership_id = target.partnership_id) AND (later.indicator_id = target.indicator_id) AND (later.area_id = target.area_id) AND (later.kind = 'target'::text) AND (later.starts_on > target.starts_on))) AS ends_on
   FROM ((performance.target
     JOIN performance.indicator ON (((indicator.partnership_id = target.partnership_id) AND (indicator.id = target.indicator_id))))
     JOIN performance.agreement ON (((agreement.partnership_id = indicator.partnership_id) AND (agreement.id = indicator.agreement_id))))
  WHERE ((target.kind = 'target'::text) AND (target.area_id = agreement.area_id));

--
-- Name: shared_outcome; Type: VIEW; Schema: performance; Owner: -
--

CREATE VIEW performance.shared_outcome WITH (security_invoker='true') AS
 SELECT outcome.partnership_id,
    outcome.id,
    outcome.title,
    outcome.theme_id,
    theme.title AS theme,
    theme.agreement_id,
    theme."position" AS theme_position,
    outcome."position"
   FROM (performance.outcome
     JOIN performance.theme ON (((theme.partnership_id = outcome.partnership_id) AND (theme.id = outcome.theme_id))));

--
-- Name: shared_reporter; Type: VIEW; Schema: performance; Owner: -
--

CREATE VIEW performance.shared_reporter WITH (security_invoker='true') AS
 SELECT DISTINCT data_return.partnership_id,
    data_return.indicator_id,
    data_return.reported_by AS account_id
   FROM performance.data_return
  WHERE (data_return.reported_by IS NOT NULL);

--
-- Name: shared_target; Type: VIEW; Schema: performance; Owner: -
--

CREATE VIEW performance.shared_target WITH (security_invoker='true') AS
 SELECT target.partnership_id,
    target.id,
    target.indicator_id,
    target.kind,
    target.starts_on,
    target.ends_on
   FROM ((performance.target
     JOIN performance.indicator ON (((indicator.partnership_id = target.partnership_id) AND (indicator.id = target.indicator_id))))
     JOIN performance.agreement ON (((agreement.partnership_id = indicator.partnership_id) AND (agreement.id = indicator.agreement_id))))
  WHERE ((target.area_id = agreement.area_id) AND (indicator.closed_on IS NULL));

--
-- Name: submission; Type: TABLE; Schema: performance; Owner: -
--

CREATE TABLE performance.submission (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    indicator_id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    state text NOT NULL,
    returns_seen integer NOT NULL,
    findings text[] DEFAULT '{}'::text[] NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    submitted_by bigint,
    submitted_by_name text NOT NULL,
    decided_at timestamp with time zone,
    decided_by bigint,
    decided_by_name text,
    return_reason text,
    CONSTRAINT submission_check CHECK ((ends_on >= starts_on)),
    CONSTRAINT submission_check1 CHECK (((state = 'returned'::text) = (return_reason IS NOT NULL))),
    CONSTRAINT submission_check2 CHECK ((((decided_at IS NULL) = (state = 'submitted'::text)) AND ((decided_at IS NULL) = (decided_by_name IS NULL)))),
    CONSTRAINT submission_return_reason_check CHECK ((return_reason <> ''::text)),
    CONSTRAINT submission_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'approved'::text, 'returned'::text])))
);

--
-- Name: target_id_seq; Type: SEQUENCE; Schema: performance; Owner: -
--

ALTER TABLE performance.target ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME performance.target_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: theme_id_seq; Type: SEQUENCE; Schema: performance; Owner: -
--

ALTER TABLE performance.theme ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME performance.theme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: account_id_seq; Type: SEQUENCE; Schema: platform; Owner: -
--

ALTER TABLE platform.account ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME platform.account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: attempt; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.attempt (
    key_digest bytea NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    is_guess boolean DEFAULT true NOT NULL
);

--
-- Name: authenticator; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.authenticator (
    account_id bigint NOT NULL,
    sealed_key bytea NOT NULL,
    last_step bigint NOT NULL,
    created_at timestamp with time zone NOT NULL
);

--
-- Name: change; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.change (
    partnership_id bigint NOT NULL,
    slot bigint NOT NULL,
    count bigint DEFAULT 1 NOT NULL
)
WITH (fillfactor='50');

--
-- Name: change_slot_seq; Type: SEQUENCE; Schema: platform; Owner: -
--

ALTER TABLE platform.change ALTER COLUMN slot ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME platform.change_slot_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: daily; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.daily (
    partnership_id bigint NOT NULL,
    name text NOT NULL,
    on_day date NOT NULL,
    before date
);

--
-- Name: district; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.district (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    county_id bigint NOT NULL,
    joined_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT district_check CHECK ((county_id <> partnership_id))
);

--
-- Name: district_code; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.district_code (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    code_digest bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

--
-- Name: factor_role; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.factor_role (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    role text NOT NULL,
    CONSTRAINT factor_role_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'performance-officer'::text, 'finance-officer'::text, 'contributor'::text, 'auditor'::text, 'scrutiny'::text, 'reader'::text])))
);

--
-- Name: history_head; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.history_head (
    partnership_id bigint NOT NULL,
    count bigint DEFAULT 0 NOT NULL,
    digest bytea DEFAULT '\x'::bytea NOT NULL
)
WITH (fillfactor='50');

--
-- Name: history_id_seq; Type: SEQUENCE; Schema: platform; Owner: -
--

ALTER TABLE platform.history ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME platform.history_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: history_link; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.history_link (
    partnership_id bigint NOT NULL,
    number bigint NOT NULL,
    entry_id bigint NOT NULL,
    digest bytea NOT NULL
);

--
-- Name: job; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.job (
    id bigint NOT NULL,
    kind text NOT NULL,
    partnership_id bigint,
    account_id bigint,
    payload jsonb NOT NULL,
    unique_key text,
    run_at timestamp with time zone DEFAULT now() NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    last_error text,
    failed_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: job_id_seq; Type: SEQUENCE; Schema: platform; Owner: -
--

ALTER TABLE platform.job ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME platform.job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: one_time_link; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.one_time_link (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    purpose text NOT NULL,
    email text,
    by_mail boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT one_time_link_check CHECK (((email IS NOT NULL) = (purpose = 'new-email'::text))),
    CONSTRAINT one_time_link_purpose_check CHECK ((purpose = ANY (ARRAY['invitation'::text, 'reset'::text, 'new-email'::text])))
);

--
-- Name: one_time_link_id_seq; Type: SEQUENCE; Schema: platform; Owner: -
--

ALTER TABLE platform.one_time_link ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME platform.one_time_link_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: one_time_link_secret; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.one_time_link_secret (
    digest bytea NOT NULL,
    link_id bigint NOT NULL
);

--
-- Name: partnership_id_seq; Type: SEQUENCE; Schema: platform; Owner: -
--

ALTER TABLE platform.partnership ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME platform.partnership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: passkey; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.passkey (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    credential_id text NOT NULL,
    public_key bytea NOT NULL,
    counter bigint NOT NULL,
    transports text[] NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT passkey_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);

--
-- Name: passkey_id_seq; Type: SEQUENCE; Schema: platform; Owner: -
--

ALTER TABLE platform.passkey ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME platform.passkey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: posted; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.posted (
    partnership_id bigint NOT NULL,
    key text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: provider; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.provider (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    issuer text NOT NULL,
    client_id text NOT NULL,
    counts_as_second_factor boolean DEFAULT false NOT NULL,
    is_enabled boolean DEFAULT true NOT NULL,
    CONSTRAINT provider_client_id_check CHECK (((length(client_id) >= 1) AND (length(client_id) <= 300))),
    CONSTRAINT provider_issuer_check CHECK (((length(issuer) >= 1) AND (length(issuer) <= 500))),
    CONSTRAINT provider_key_check CHECK ((key ~ '^[A-Za-z0-9_-]{20,60}$'::text)),
    CONSTRAINT provider_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);

--
-- Name: provider_account; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.provider_account (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    provider_id bigint NOT NULL,
    subject text NOT NULL,
    account_id bigint NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    CONSTRAINT provider_account_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 255)))
);

--
-- Name: provider_domain; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.provider_domain (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    provider_id bigint NOT NULL,
    domain text NOT NULL,
    token text NOT NULL,
    proved_at timestamp with time zone,
    CONSTRAINT provider_domain_domain_check CHECK (((domain = lower(domain)) AND ((length(domain) >= 3) AND (length(domain) <= 253))))
);

--
-- Name: provider_domain_id_seq; Type: SEQUENCE; Schema: platform; Owner: -
--

ALTER TABLE platform.provider_domain ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME platform.provider_domain_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: provider_id_seq; Type: SEQUENCE; Schema: platform; Owner: -
--

ALTER TABLE platform.provider ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME platform.provider_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: provider_request; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.provider_request (
    secret_digest bytea NOT NULL,
    partnership_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    purpose text NOT NULL,
    account_id bigint,
    invitation_digest bytea,
    next text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT provider_request_purpose_check CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'invitation'::text, 'connection'::text])))
);

--
-- Name: provider_secret; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.provider_secret (
    partnership_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    sealed bytea NOT NULL
);

--
-- Name: recovery_code; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.recovery_code (
    account_id bigint NOT NULL,
    code_digest bytea NOT NULL,
    used_at timestamp with time zone
);

--
-- Name: sealing_key; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.sealing_key (
    is_only boolean DEFAULT true NOT NULL,
    key bytea NOT NULL,
    CONSTRAINT sealing_key_is_only_check CHECK (is_only),
    CONSTRAINT sealing_key_key_check CHECK ((length(key) = 32))
);

--
-- Name: second_step; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.second_step (
    token_digest bytea NOT NULL,
    account_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    only_partnership_id bigint,
    provider_id bigint,
    id_token bytea
);

--
-- Name: setup_code; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.setup_code (
    code_digest bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: share; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.share (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    what text NOT NULL,
    CONSTRAINT share_what_check CHECK ((what = ANY (ARRAY['scorecard'::text, 'exceptions'::text, 'structure'::text])))
);

--
-- Name: stored_file; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.stored_file (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    bytes integer NOT NULL,
    digest text NOT NULL,
    made_by bigint,
    made_by_name text NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT stored_file_bytes_check CHECK ((bytes > 0)),
    CONSTRAINT stored_file_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT stored_file_kind_check CHECK ((kind = ANY (ARRAY['pdf'::text, 'docx'::text, 'xlsx'::text, 'pptx'::text, 'odt'::text, 'ods'::text, 'odp'::text, 'doc'::text, 'xls'::text, 'ppt'::text, 'csv'::text, 'txt'::text, 'png'::text, 'jpeg'::text]))),
    CONSTRAINT stored_file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

--
-- Name: shared_stored_file; Type: VIEW; Schema: platform; Owner: -
--

CREATE VIEW platform.shared_stored_file WITH (security_invoker='true') AS
 SELECT stored_file.partnership_id,
    stored_file.id,
    stored_file.name,
    stored_file.kind,
    stored_file.bytes,
    stored_file.digest,
    stored_file.made_by,
    stored_file.made_by_name,
    stored_file.made_at
   FROM platform.stored_file;

--
-- Name: stored_file_text; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.stored_file_text (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    file_id bigint NOT NULL,
    text text NOT NULL,
    CONSTRAINT stored_file_text_text_check CHECK ((length(text) <= 1000000))
);

--
-- Name: shared_stored_file_text; Type: VIEW; Schema: platform; Owner: -
--

CREATE VIEW platform.shared_stored_file_text WITH (security_invoker='true') AS
 SELECT stored_file_text.partnership_id,
    stored_file_text.file_id,
    stored_file_text.text
   FROM platform.stored_file_text;

--
-- Name: stored_file_id_seq; Type: SEQUENCE; Schema: platform; Owner: -
--

ALTER TABLE platform.stored_file ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME platform.stored_file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: stored_file_piece; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.stored_file_piece (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    file_id bigint NOT NULL,
    number integer NOT NULL,
    content bytea NOT NULL
);
ALTER TABLE ONLY platform.stored_file_piece ALTER COLUMN content SET STORAGE EXTERNAL;

--
-- Name: used_challenge; Type: TABLE; Schema: platform; Owner: -
--

CREATE TABLE platform.used_challenge (
    challenge text NOT NULL,
    used_at timestamp with time zone NOT NULL
);

--
-- Name: ambition; Type: TABLE; Schema: thread; Owner: -
--

CREATE TABLE thread.ambition (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    vision_id bigint NOT NULL,
    parent_id bigint,
    kind text DEFAULT 'ambition'::text NOT NULL,
    place integer DEFAULT 0 NOT NULL,
    title text NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    CONSTRAINT ambition_check CHECK ((parent_id <> id)),
    CONSTRAINT ambition_kind_check CHECK ((kind = ANY (ARRAY['ambition'::text, 'priority'::text]))),
    CONSTRAINT ambition_text_check CHECK ((length(text) <= 5000)),
    CONSTRAINT ambition_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
);

--
-- Name: ambition_id_seq; Type: SEQUENCE; Schema: thread; Owner: -
--

ALTER TABLE thread.ambition ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME thread.ambition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: gap_count; Type: TABLE; Schema: thread; Owner: -
--

CREATE TABLE thread.gap_count (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    on_day date NOT NULL,
    kind text NOT NULL,
    count integer NOT NULL,
    CONSTRAINT gap_count_count_check CHECK ((count >= 0)),
    CONSTRAINT gap_count_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60)))
);

--
-- Name: service; Type: TABLE; Schema: thread; Owner: -
--

CREATE TABLE thread.service (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    ambition_id bigint NOT NULL,
    theme_id bigint,
    outcome_id bigint,
    CONSTRAINT service_check CHECK (((theme_id IS NULL) <> (outcome_id IS NULL)))
);

--
-- Name: shared_link; Type: VIEW; Schema: thread; Owner: -
--

CREATE VIEW thread.shared_link WITH (security_invoker='true') AS
 SELECT ambition.partnership_id,
    'ambition'::text AS lower_kind,
    ambition.id AS lower_id,
        CASE
            WHEN (ambition.parent_id IS NULL) THEN 'vision'::text
            ELSE 'ambition'::text
        END AS upper_kind,
    COALESCE(ambition.parent_id, ambition.vision_id) AS upper_id,
    'part of'::text AS relation
   FROM thread.ambition
UNION ALL
 SELECT service.partnership_id,
        CASE
            WHEN (service.theme_id IS NULL) THEN 'outcome'::text
            ELSE 'theme'::text
        END AS lower_kind,
    COALESCE(service.theme_id, service.outcome_id) AS lower_id,
    'ambition'::text AS upper_kind,
    service.ambition_id AS upper_id,
    'serves'::text AS relation
   FROM thread.service;

--
-- Name: link; Type: VIEW; Schema: thread; Owner: -
--

CREATE VIEW thread.link WITH (security_invoker='true') AS
 SELECT shared_link.partnership_id,
    shared_link.lower_kind,
    shared_link.lower_id,
    shared_link.upper_kind,
    shared_link.upper_id,
    shared_link.relation,
    shared_link.begins_on,
    shared_link.ends_on
   FROM partnership.shared_link
UNION ALL
 SELECT shared_link.partnership_id,
    shared_link.lower_kind,
    shared_link.lower_id,
    shared_link.upper_kind,
    shared_link.upper_id,
    shared_link.relation,
    shared_link.begins_on,
    shared_link.ends_on
   FROM performance.shared_link
UNION ALL
 SELECT shared_link.partnership_id,
    shared_link.lower_kind,
    shared_link.lower_id,
    shared_link.upper_kind,
    shared_link.upper_id,
    shared_link.relation,
    shared_link.begins_on,
    shared_link.ends_on
   FROM actions.shared_link
UNION ALL
 SELECT shared_link.partnership_id,
    shared_link.lower_kind,
    shared_link.lower_id,
    shared_link.upper_kind,
    shared_link.upper_id,
    shared_link.relation,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM meetings.shared_link
UNION ALL
 SELECT shared_link.partnership_id,
    shared_link.lower_kind,
    shared_link.lower_id,
    shared_link.upper_kind,
    shared_link.upper_id,
    shared_link.relation,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM delivery.shared_link
UNION ALL
 SELECT shared_link.partnership_id,
    shared_link.lower_kind,
    shared_link.lower_id,
    shared_link.upper_kind,
    shared_link.upper_id,
    shared_link.relation,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM thread.shared_link;

--
-- Name: strategy; Type: TABLE; Schema: thread; Owner: -
--

CREATE TABLE thread.strategy (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    kind text DEFAULT 'strategy'::text NOT NULL,
    title text NOT NULL,
    summary text DEFAULT ''::text NOT NULL,
    organisation_id bigint,
    group_id bigint,
    owner text DEFAULT ''::text NOT NULL,
    on_day date,
    review_on date,
    link text DEFAULT ''::text NOT NULL,
    CONSTRAINT strategy_kind_check CHECK ((kind = ANY (ARRAY['strategy'::text, 'guiding-principle'::text]))),
    CONSTRAINT strategy_link_check CHECK ((((link = ''::text) OR (link ~ '^https?://'::text)) AND (length(link) <= 2000))),
    CONSTRAINT strategy_owner_check CHECK ((length(owner) <= 200)),
    CONSTRAINT strategy_summary_check CHECK ((length(summary) <= 3000)),
    CONSTRAINT strategy_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
);

--
-- Name: vision; Type: TABLE; Schema: thread; Owner: -
--

CREATE TABLE thread.vision (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    title text NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    starts_on date,
    ends_on date,
    link text DEFAULT ''::text NOT NULL,
    CONSTRAINT vision_check CHECK ((ends_on >= starts_on)),
    CONSTRAINT vision_link_check CHECK ((((link = ''::text) OR (link ~ '^https?://'::text)) AND (length(link) <= 2000))),
    CONSTRAINT vision_text_check CHECK ((length(text) <= 5000)),
    CONSTRAINT vision_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
);

--
-- Name: shared_node; Type: VIEW; Schema: thread; Owner: -
--

CREATE VIEW thread.shared_node WITH (security_invoker='true') AS
 SELECT strategy.partnership_id,
    'strategy'::text AS kind,
    strategy.id,
    ''::text AS reference,
    strategy.title,
    'strategies'::text AS address,
    strategy.group_id,
    ''::text AS state,
    true AS is_live,
    true AS is_public,
    NULL::bigint AS circle,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM thread.strategy
UNION ALL
 SELECT vision.partnership_id,
    'vision'::text AS kind,
    vision.id,
    ''::text AS reference,
    vision.title,
    'vision'::text AS address,
    NULL::bigint AS group_id,
    ''::text AS state,
    true AS is_live,
    true AS is_public,
    NULL::bigint AS circle,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM thread.vision
UNION ALL
 SELECT ambition.partnership_id,
    'ambition'::text AS kind,
    ambition.id,
    ''::text AS reference,
    ambition.title,
    ('thread/ambition/'::text || ambition.id) AS address,
    NULL::bigint AS group_id,
    ambition.kind AS state,
    true AS is_live,
    true AS is_public,
    NULL::bigint AS circle,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM thread.ambition;

--
-- Name: node; Type: VIEW; Schema: thread; Owner: -
--

CREATE VIEW thread.node WITH (security_invoker='true') AS
 SELECT shared_node.partnership_id,
    shared_node.kind,
    shared_node.id,
    shared_node.reference,
    shared_node.title,
    shared_node.address,
    shared_node.group_id,
    shared_node.state,
    shared_node.is_live,
    shared_node.is_public,
    shared_node.circle,
    shared_node.begins_on,
    shared_node.ends_on
   FROM partnership.shared_node
UNION ALL
 SELECT shared_node.partnership_id,
    shared_node.kind,
    shared_node.id,
    shared_node.reference,
    shared_node.title,
        CASE
            WHEN (shared_node.kind = ANY (ARRAY['theme'::text, 'outcome'::text])) THEN ((('thread/'::text || shared_node.kind) || '/'::text) || shared_node.id)
            ELSE shared_node.address
        END AS address,
    shared_node.group_id,
    shared_node.state,
    shared_node.is_live,
    shared_node.is_public,
    shared_node.circle,
    shared_node.begins_on,
    shared_node.ends_on
   FROM performance.shared_node
UNION ALL
 SELECT action.partnership_id,
    action.kind,
    action.id,
    action.reference,
    action.title,
        CASE
            WHEN (planned.id IS NULL) THEN action.address
            ELSE ((('plans/'::text || planned.plan_id) || '/actions/'::text) || planned.id)
        END AS address,
    action.group_id,
    action.state,
    action.is_live,
    COALESCE((plan.state = ANY (ARRAY['signed-off'::text, 'revising'::text])), false) AS is_public,
    action.circle,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM ((actions.shared_node action
     LEFT JOIN delivery.shared_planned_action planned ON (((planned.partnership_id = action.partnership_id) AND (planned.action_id = action.id))))
     LEFT JOIN delivery.shared_plan plan ON (((plan.partnership_id = planned.partnership_id) AND (plan.id = planned.plan_id))))
UNION ALL
 SELECT shared_node.partnership_id,
    shared_node.kind,
    shared_node.id,
    shared_node.reference,
    shared_node.title,
    shared_node.address,
    shared_node.group_id,
    shared_node.state,
    shared_node.is_live,
    shared_node.is_public,
    shared_node.circle,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM meetings.shared_node
UNION ALL
 SELECT shared_node.partnership_id,
    shared_node.kind,
    shared_node.id,
    shared_node.reference,
    shared_node.title,
    shared_node.address,
    shared_node.group_id,
    shared_node.state,
    shared_node.is_live,
    shared_node.is_public,
    shared_node.circle,
    NULL::date AS begins_on,
    NULL::date AS ends_on
   FROM delivery.shared_node
UNION ALL
 SELECT shared_node.partnership_id,
    shared_node.kind,
    shared_node.id,
    shared_node.reference,
    shared_node.title,
    shared_node.address,
    shared_node.group_id,
    shared_node.state,
    shared_node.is_live,
    shared_node.is_public,
    shared_node.circle,
    shared_node.begins_on,
    shared_node.ends_on
   FROM thread.shared_node;

--
-- Name: own_link; Type: TABLE; Schema: thread; Owner: -
--

CREATE TABLE thread.own_link (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    from_kind text NOT NULL,
    from_id bigint NOT NULL,
    kind text NOT NULL,
    to_kind text NOT NULL,
    to_id bigint NOT NULL,
    sentence text NOT NULL,
    by_name text NOT NULL,
    on_day date NOT NULL,
    account_id bigint,
    CONSTRAINT own_link_check CHECK (((from_kind <> to_kind) OR (from_id <> to_id))),
    CONSTRAINT own_link_from_kind_check CHECK (((length(from_kind) >= 1) AND (length(from_kind) <= 30))),
    CONSTRAINT own_link_kind_check CHECK ((kind = ANY (ARRAY['supports'::text, 'depends-on'::text, 'conflicts-with'::text, 'duplicates'::text]))),
    CONSTRAINT own_link_sentence_check CHECK (((length(sentence) >= 1) AND (length(sentence) <= 500))),
    CONSTRAINT own_link_to_kind_check CHECK (((length(to_kind) >= 1) AND (length(to_kind) <= 30)))
);

--
-- Name: own_link_id_seq; Type: SEQUENCE; Schema: thread; Owner: -
--

ALTER TABLE thread.own_link ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME thread.own_link_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: review; Type: TABLE; Schema: thread; Owner: -
--

CREATE TABLE thread.review (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    plan_id bigint,
    indicator_id bigint,
    theme_id bigint,
    due_on date NOT NULL,
    held_on date,
    meeting_id bigint,
    decision_id bigint,
    step_id bigint,
    expected text DEFAULT ''::text NOT NULL,
    happened text DEFAULT ''::text NOT NULL,
    changed text DEFAULT ''::text NOT NULL,
    by_name text DEFAULT ''::text NOT NULL,
    CONSTRAINT review_by_name_check CHECK ((length(by_name) <= 200)),
    CONSTRAINT review_changed_check CHECK ((length(changed) <= 5000)),
    CONSTRAINT review_check CHECK ((num_nonnulls(plan_id, indicator_id, theme_id) <= 1)),
    CONSTRAINT review_check1 CHECK (((held_on IS NULL) OR (changed <> ''::text))),
    CONSTRAINT review_check2 CHECK (((held_on IS NOT NULL) OR (num_nonnulls(meeting_id, decision_id, step_id) = 0))),
    CONSTRAINT review_expected_check CHECK ((length(expected) <= 10000)),
    CONSTRAINT review_happened_check CHECK ((length(happened) <= 10000))
);

--
-- Name: review_id_seq; Type: SEQUENCE; Schema: thread; Owner: -
--

ALTER TABLE thread.review ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME thread.review_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: service_id_seq; Type: SEQUENCE; Schema: thread; Owner: -
--

ALTER TABLE thread.service ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME thread.service_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: set_aside; Type: TABLE; Schema: thread; Owner: -
--

CREATE TABLE thread.set_aside (
    partnership_id bigint DEFAULT platform.current_partnership() NOT NULL,
    action_id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    reason text NOT NULL,
    by_name text NOT NULL,
    on_day date NOT NULL,
    CONSTRAINT set_aside_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
);

--
-- Name: strategy_id_seq; Type: SEQUENCE; Schema: thread; Owner: -
--

ALTER TABLE thread.strategy ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME thread.strategy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: vision_id_seq; Type: SEQUENCE; Schema: thread; Owner: -
--

ALTER TABLE thread.vision ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME thread.vision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: action action_partnership_id_source_name_source_day_number_key; Type: CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.action
    ADD CONSTRAINT action_partnership_id_source_name_source_day_number_key UNIQUE (partnership_id, source_name, source_day, number);

--
-- Name: action action_pkey; Type: CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.action
    ADD CONSTRAINT action_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: due_change due_change_pkey; Type: CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.due_change
    ADD CONSTRAINT due_change_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: evidence evidence_pkey; Type: CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.evidence
    ADD CONSTRAINT evidence_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: indicator indicator_pkey; Type: CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.indicator
    ADD CONSTRAINT indicator_pkey PRIMARY KEY (partnership_id, action_id, indicator_id);

--
-- Name: note note_pkey; Type: CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.note
    ADD CONSTRAINT note_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: owner owner_partnership_id_action_id_person_id_seat_id_organisati_key; Type: CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.owner
    ADD CONSTRAINT owner_partnership_id_action_id_person_id_seat_id_organisati_key UNIQUE NULLS NOT DISTINCT (partnership_id, action_id, person_id, seat_id, organisation_id, group_id);

--
-- Name: owner owner_pkey; Type: CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.owner
    ADD CONSTRAINT owner_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: reminder reminder_partnership_id_action_id_person_id_due_on_what_key; Type: CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.reminder
    ADD CONSTRAINT reminder_partnership_id_action_id_person_id_due_on_what_key UNIQUE (partnership_id, action_id, person_id, due_on, what);

--
-- Name: reminder reminder_pkey; Type: CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.reminder
    ADD CONSTRAINT reminder_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: action_contributor action_contributor_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.action_contributor
    ADD CONSTRAINT action_contributor_pkey PRIMARY KEY (partnership_id, planned_action_id, organisation_id);

--
-- Name: alignment alignment_partnership_id_other_line_id_plan_id_planned_acti_key; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.alignment
    ADD CONSTRAINT alignment_partnership_id_other_line_id_plan_id_planned_acti_key UNIQUE NULLS NOT DISTINCT (partnership_id, other_line_id, plan_id, planned_action_id, outcome_id);

--
-- Name: alignment alignment_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.alignment
    ADD CONSTRAINT alignment_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: chaser chaser_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.chaser
    ADD CONSTRAINT chaser_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: commentary commentary_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.commentary
    ADD CONSTRAINT commentary_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: four_rs four_rs_partnership_id_indicator_id_starts_on_ends_on_key; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.four_rs
    ADD CONSTRAINT four_rs_partnership_id_indicator_id_starts_on_ends_on_key UNIQUE (partnership_id, indicator_id, starts_on, ends_on);

--
-- Name: four_rs four_rs_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.four_rs
    ADD CONSTRAINT four_rs_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: milestone milestone_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.milestone
    ADD CONSTRAINT milestone_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: next_step next_step_partnership_id_indicator_id_area_id_starts_on_end_key; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.next_step
    ADD CONSTRAINT next_step_partnership_id_indicator_id_area_id_starts_on_end_key UNIQUE (partnership_id, indicator_id, area_id, starts_on, ends_on, kind);

--
-- Name: next_step next_step_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.next_step
    ADD CONSTRAINT next_step_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: other_line other_line_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.other_line
    ADD CONSTRAINT other_line_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: other_plan other_plan_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.other_plan
    ADD CONSTRAINT other_plan_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: plan_indicator plan_indicator_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.plan_indicator
    ADD CONSTRAINT plan_indicator_pkey PRIMARY KEY (partnership_id, plan_id, indicator_id);

--
-- Name: plan_outcome plan_outcome_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.plan_outcome
    ADD CONSTRAINT plan_outcome_pkey PRIMARY KEY (partnership_id, plan_id, outcome_id);

--
-- Name: plan plan_partnership_id_group_id_starts_on_key; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.plan
    ADD CONSTRAINT plan_partnership_id_group_id_starts_on_key UNIQUE (partnership_id, group_id, starts_on);

--
-- Name: plan plan_partnership_id_short_name_starts_on_key; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.plan
    ADD CONSTRAINT plan_partnership_id_short_name_starts_on_key UNIQUE (partnership_id, short_name, starts_on);

--
-- Name: plan plan_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.plan
    ADD CONSTRAINT plan_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: plan_version plan_version_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.plan_version
    ADD CONSTRAINT plan_version_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: planned_action planned_action_partnership_id_action_id_key; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.planned_action
    ADD CONSTRAINT planned_action_partnership_id_action_id_key UNIQUE (partnership_id, action_id);

--
-- Name: planned_action planned_action_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.planned_action
    ADD CONSTRAINT planned_action_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: progress progress_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.progress
    ADD CONSTRAINT progress_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: requirement requirement_partnership_id_group_id_starts_on_key; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.requirement
    ADD CONSTRAINT requirement_partnership_id_group_id_starts_on_key UNIQUE (partnership_id, group_id, starts_on);

--
-- Name: requirement requirement_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.requirement
    ADD CONSTRAINT requirement_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: resource resource_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.resource
    ADD CONSTRAINT resource_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: review_answer review_answer_partnership_id_review_id_planned_action_id_qu_key; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.review_answer
    ADD CONSTRAINT review_answer_partnership_id_review_id_planned_action_id_qu_key UNIQUE NULLS NOT DISTINCT (partnership_id, review_id, planned_action_id, question);

--
-- Name: review_answer review_answer_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.review_answer
    ADD CONSTRAINT review_answer_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: review review_partnership_id_plan_id_person_id_by_name_key; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.review
    ADD CONSTRAINT review_partnership_id_plan_id_person_id_by_name_key UNIQUE NULLS NOT DISTINCT (partnership_id, plan_id, person_id, by_name);

--
-- Name: review review_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.review
    ADD CONSTRAINT review_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: reviewer reviewer_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.reviewer
    ADD CONSTRAINT reviewer_pkey PRIMARY KEY (partnership_id, plan_id, person_id);

--
-- Name: step step_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.step
    ADD CONSTRAINT step_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: workplan workplan_partnership_id_meeting_id_group_id_key; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.workplan
    ADD CONSTRAINT workplan_partnership_id_meeting_id_group_id_key UNIQUE (partnership_id, meeting_id, group_id);

--
-- Name: workplan workplan_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.workplan
    ADD CONSTRAINT workplan_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: workplan_text workplan_text_partnership_id_workplan_id_heading_key; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.workplan_text
    ADD CONSTRAINT workplan_text_partnership_id_workplan_id_heading_key UNIQUE (partnership_id, workplan_id, heading);

--
-- Name: workplan_text workplan_text_pkey; Type: CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.workplan_text
    ADD CONSTRAINT workplan_text_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: agenda_item agenda_item_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.agenda_item
    ADD CONSTRAINT agenda_item_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: answer_part answer_part_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.answer_part
    ADD CONSTRAINT answer_part_pkey PRIMARY KEY (partnership_id, asked_id, question_id);

--
-- Name: answer answer_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.answer
    ADD CONSTRAINT answer_pkey PRIMARY KEY (partnership_id, asked_id);

--
-- Name: asked asked_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.asked
    ADD CONSTRAINT asked_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: attendance attendance_partnership_id_meeting_id_person_id_seat_id_key; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.attendance
    ADD CONSTRAINT attendance_partnership_id_meeting_id_person_id_seat_id_key UNIQUE NULLS NOT DISTINCT (partnership_id, meeting_id, person_id, seat_id);

--
-- Name: attendance attendance_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.attendance
    ADD CONSTRAINT attendance_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: correction correction_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.correction
    ADD CONSTRAINT correction_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: cover_sheet cover_sheet_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.cover_sheet
    ADD CONSTRAINT cover_sheet_pkey PRIMARY KEY (partnership_id, paper_id);

--
-- Name: decision_indicator decision_indicator_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.decision_indicator
    ADD CONSTRAINT decision_indicator_pkey PRIMARY KEY (partnership_id, decision_id, indicator_id);

--
-- Name: decision decision_partnership_id_meeting_id_number_key; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.decision
    ADD CONSTRAINT decision_partnership_id_meeting_id_number_key UNIQUE (partnership_id, meeting_id, number);

--
-- Name: decision decision_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: delegation delegation_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.delegation
    ADD CONSTRAINT delegation_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: feed feed_partnership_id_group_id_key; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.feed
    ADD CONSTRAINT feed_partnership_id_group_id_key UNIQUE (partnership_id, group_id);

--
-- Name: feed feed_partnership_id_person_id_key; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.feed
    ADD CONSTRAINT feed_partnership_id_person_id_key UNIQUE (partnership_id, person_id);

--
-- Name: feed feed_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.feed
    ADD CONSTRAINT feed_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: forward_item forward_item_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.forward_item
    ADD CONSTRAINT forward_item_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: interest interest_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.interest
    ADD CONSTRAINT interest_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: invitation invitation_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (partnership_id, meeting_id, person_id);

--
-- Name: meeting meeting_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.meeting
    ADD CONSTRAINT meeting_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: minute_action minute_action_partnership_id_action_id_key; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minute_action
    ADD CONSTRAINT minute_action_partnership_id_action_id_key UNIQUE (partnership_id, action_id);

--
-- Name: minute_action minute_action_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minute_action
    ADD CONSTRAINT minute_action_pkey PRIMARY KEY (partnership_id, minute_id);

--
-- Name: minute minute_partnership_id_key_key; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minute
    ADD CONSTRAINT minute_partnership_id_key_key UNIQUE (partnership_id, key);

--
-- Name: minute minute_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minute
    ADD CONSTRAINT minute_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: minutes_change minutes_change_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minutes_change
    ADD CONSTRAINT minutes_change_pkey PRIMARY KEY (partnership_id, meeting_id);

--
-- Name: minutes minutes_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minutes
    ADD CONSTRAINT minutes_pkey PRIMARY KEY (partnership_id, meeting_id);

--
-- Name: minutes_text minutes_text_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minutes_text
    ADD CONSTRAINT minutes_text_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: move move_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.move
    ADD CONSTRAINT move_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: paper paper_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.paper
    ADD CONSTRAINT paper_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: paper_version paper_version_partnership_id_paper_id_number_key; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.paper_version
    ADD CONSTRAINT paper_version_partnership_id_paper_id_number_key UNIQUE (partnership_id, paper_id, number);

--
-- Name: paper_version paper_version_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.paper_version
    ADD CONSTRAINT paper_version_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: practice practice_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.practice
    ADD CONSTRAINT practice_pkey PRIMARY KEY (partnership_id, group_id);

--
-- Name: publication publication_partnership_id_meeting_id_number_key; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.publication
    ADD CONSTRAINT publication_partnership_id_meeting_id_number_key UNIQUE (partnership_id, meeting_id, number);

--
-- Name: publication publication_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.publication
    ADD CONSTRAINT publication_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: publication_recipient publication_recipient_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.publication_recipient
    ADD CONSTRAINT publication_recipient_pkey PRIMARY KEY (partnership_id, publication_id, person_id);

--
-- Name: question question_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.question
    ADD CONSTRAINT question_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: referral referral_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.referral
    ADD CONSTRAINT referral_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: reminder reminder_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.reminder
    ADD CONSTRAINT reminder_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: representation_letter representation_letter_partnership_id_group_id_about_group_i_key; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.representation_letter
    ADD CONSTRAINT representation_letter_partnership_id_group_id_about_group_i_key UNIQUE (partnership_id, group_id, about_group_id, last_meeting_id);

--
-- Name: representation_letter representation_letter_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.representation_letter
    ADD CONSTRAINT representation_letter_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: request_extension request_extension_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.request_extension
    ADD CONSTRAINT request_extension_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: request request_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.request
    ADD CONSTRAINT request_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: workshop_heading workshop_heading_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop_heading
    ADD CONSTRAINT workshop_heading_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: workshop workshop_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop
    ADD CONSTRAINT workshop_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: workshop_point workshop_point_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop_point
    ADD CONSTRAINT workshop_point_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: workshop_vote workshop_vote_pkey; Type: CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop_vote
    ADD CONSTRAINT workshop_vote_pkey PRIMARY KEY (partnership_id, point_id, person_id);

--
-- Name: applied applied_pkey; Type: CONSTRAINT; Schema: migration; Owner: -
--

ALTER TABLE ONLY migration.applied
    ADD CONSTRAINT applied_pkey PRIMARY KEY (number);

--
-- Name: absence absence_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.absence
    ADD CONSTRAINT absence_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: answer_link answer_link_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.answer_link
    ADD CONSTRAINT answer_link_pkey PRIMARY KEY (partnership_id, digest);

--
-- Name: area area_partnership_id_code_key; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.area
    ADD CONSTRAINT area_partnership_id_code_key UNIQUE (partnership_id, code);

--
-- Name: area area_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.area
    ADD CONSTRAINT area_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: coordinator coordinator_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.coordinator
    ADD CONSTRAINT coordinator_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: deputy deputy_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.deputy
    ADD CONSTRAINT deputy_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: group_link group_link_partnership_id_group_id_kind_to_group_id_to_body_key; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.group_link
    ADD CONSTRAINT group_link_partnership_id_group_id_kind_to_group_id_to_body_key UNIQUE NULLS NOT DISTINCT (partnership_id, group_id, kind, to_group_id, to_body_id);

--
-- Name: group_link group_link_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.group_link
    ADD CONSTRAINT group_link_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: group group_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership."group"
    ADD CONSTRAINT group_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: merged_person merged_person_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.merged_person
    ADD CONSTRAINT merged_person_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: neighbour neighbour_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.neighbour
    ADD CONSTRAINT neighbour_pkey PRIMARY KEY (partnership_id, area_id, neighbour_id);

--
-- Name: tenure one_at_a_time; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.tenure
    ADD CONSTRAINT one_at_a_time EXCLUDE USING gist (int8range(partnership_id, partnership_id, '[]'::text) WITH &&, int8range(seat_id, seat_id, '[]'::text) WITH &&, int4range((is_interim)::integer, (is_interim)::integer, '[]'::text) WITH &&, daterange(begins_on, ends_on, '[]'::text) WITH &&);

--
-- Name: organisation organisation_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: outside_body outside_body_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.outside_body
    ADD CONSTRAINT outside_body_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: people_apart people_apart_partnership_id_first_id_second_id_key; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.people_apart
    ADD CONSTRAINT people_apart_partnership_id_first_id_second_id_key UNIQUE (partnership_id, first_id, second_id);

--
-- Name: people_apart people_apart_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.people_apart
    ADD CONSTRAINT people_apart_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: person person_partnership_id_account_id_key; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.person
    ADD CONSTRAINT person_partnership_id_account_id_key UNIQUE (partnership_id, account_id);

--
-- Name: person person_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: post post_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.post
    ADD CONSTRAINT post_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: profile profile_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.profile
    ADD CONSTRAINT profile_pkey PRIMARY KEY (partnership_id);

--
-- Name: quorum_sector quorum_sector_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.quorum_sector
    ADD CONSTRAINT quorum_sector_pkey PRIMARY KEY (partnership_id, group_id, sector);

--
-- Name: seat seat_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.seat
    ADD CONSTRAINT seat_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: succession succession_partnership_id_predecessor_id_successor_id_key; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.succession
    ADD CONSTRAINT succession_partnership_id_predecessor_id_successor_id_key UNIQUE (partnership_id, predecessor_id, successor_id);

--
-- Name: succession succession_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.succession
    ADD CONSTRAINT succession_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: tenure tenure_pkey; Type: CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.tenure
    ADD CONSTRAINT tenure_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: agreement agreement_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.agreement
    ADD CONSTRAINT agreement_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: answerable answerable_partnership_id_indicator_id_part_group_id_seat_i_key; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.answerable
    ADD CONSTRAINT answerable_partnership_id_indicator_id_part_group_id_seat_i_key UNIQUE NULLS NOT DISTINCT (partnership_id, indicator_id, part, group_id, seat_id, person_id);

--
-- Name: answerable answerable_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.answerable
    ADD CONSTRAINT answerable_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: assurance_text assurance_text_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.assurance_text
    ADD CONSTRAINT assurance_text_pkey PRIMARY KEY (partnership_id, indicator_id, area_id, starts_on, ends_on);

--
-- Name: catalogue_entry catalogue_entry_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.catalogue_entry
    ADD CONSTRAINT catalogue_entry_pkey PRIMARY KEY (partnership_id, catalogue_id, number);

--
-- Name: catalogue catalogue_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.catalogue
    ADD CONSTRAINT catalogue_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: contributor contributor_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.contributor
    ADD CONSTRAINT contributor_pkey PRIMARY KEY (partnership_id, indicator_id, organisation_id);

--
-- Name: data_import_name data_import_name_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.data_import_name
    ADD CONSTRAINT data_import_name_pkey PRIMARY KEY (partnership_id, import_id, kind, number);

--
-- Name: data_import_piece data_import_piece_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.data_import_piece
    ADD CONSTRAINT data_import_piece_pkey PRIMARY KEY (partnership_id, import_id, number);

--
-- Name: data_import data_import_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.data_import
    ADD CONSTRAINT data_import_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: data_import_row data_import_row_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.data_import_row
    ADD CONSTRAINT data_import_row_pkey PRIMARY KEY (partnership_id, import_id, line, part);

--
-- Name: data_return data_return_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.data_return
    ADD CONSTRAINT data_return_pkey PRIMARY KEY (partnership_id, indicator_id, area_id, ends_on, starts_on, revision);

--
-- Name: former_definition former_definition_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.former_definition
    ADD CONSTRAINT former_definition_pkey PRIMARY KEY (partnership_id, indicator_id, replaced_on);

--
-- Name: import_mapping import_mapping_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.import_mapping
    ADD CONSTRAINT import_mapping_pkey PRIMARY KEY (partnership_id, kind, source);

--
-- Name: indicator_outcome indicator_outcome_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.indicator_outcome
    ADD CONSTRAINT indicator_outcome_pkey PRIMARY KEY (partnership_id, indicator_id, outcome_id);

--
-- Name: indicator indicator_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.indicator
    ADD CONSTRAINT indicator_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: locked_indicator locked_indicator_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.locked_indicator
    ADD CONSTRAINT locked_indicator_pkey PRIMARY KEY (partnership_id, locking_id, indicator_id);

--
-- Name: locking locking_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.locking
    ADD CONSTRAINT locking_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: outcome outcome_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.outcome
    ADD CONSTRAINT outcome_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: override override_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.override
    ADD CONSTRAINT override_pkey PRIMARY KEY (partnership_id, indicator_id, area_id, starts_on, ends_on);

--
-- Name: proxy proxy_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.proxy
    ADD CONSTRAINT proxy_pkey PRIMARY KEY (partnership_id, indicator_id);

--
-- Name: rebase rebase_partnership_id_indicator_id_area_id_starts_on_key; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.rebase
    ADD CONSTRAINT rebase_partnership_id_indicator_id_area_id_starts_on_key UNIQUE (partnership_id, indicator_id, area_id, starts_on);

--
-- Name: rebase rebase_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.rebase
    ADD CONSTRAINT rebase_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: reported_figure reported_figure_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.reported_figure
    ADD CONSTRAINT reported_figure_pkey PRIMARY KEY (partnership_id, locking_id, indicator_id, area_id, ends_on, starts_on);

--
-- Name: reported_line reported_line_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.reported_line
    ADD CONSTRAINT reported_line_pkey PRIMARY KEY (partnership_id, locking_id, indicator_id);

--
-- Name: responsibility responsibility_partnership_id_group_id_theme_id_outcome_id_key; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.responsibility
    ADD CONSTRAINT responsibility_partnership_id_group_id_theme_id_outcome_id_key UNIQUE NULLS NOT DISTINCT (partnership_id, group_id, theme_id, outcome_id);

--
-- Name: responsibility responsibility_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.responsibility
    ADD CONSTRAINT responsibility_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: saved_view saved_view_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.saved_view
    ADD CONSTRAINT saved_view_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: series_break series_break_partnership_id_indicator_id_area_id_starts_on_key; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.series_break
    ADD CONSTRAINT series_break_partnership_id_indicator_id_area_id_starts_on_key UNIQUE NULLS NOT DISTINCT (partnership_id, indicator_id, area_id, starts_on);

--
-- Name: series_break series_break_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.series_break
    ADD CONSTRAINT series_break_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: series_name series_name_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.series_name
    ADD CONSTRAINT series_name_pkey PRIMARY KEY (partnership_id, indicator_id, name);

--
-- Name: submission submission_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.submission
    ADD CONSTRAINT submission_pkey PRIMARY KEY (partnership_id, indicator_id, starts_on, ends_on);

--
-- Name: target target_partnership_id_indicator_id_area_id_kind_starts_on_e_key; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.target
    ADD CONSTRAINT target_partnership_id_indicator_id_area_id_kind_starts_on_e_key UNIQUE (partnership_id, indicator_id, area_id, kind, starts_on, ends_on);

--
-- Name: target target_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.target
    ADD CONSTRAINT target_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: theme theme_pkey; Type: CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.theme
    ADD CONSTRAINT theme_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: account account_email_key; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.account
    ADD CONSTRAINT account_email_key UNIQUE (email);

--
-- Name: account account_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

--
-- Name: authenticator authenticator_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.authenticator
    ADD CONSTRAINT authenticator_pkey PRIMARY KEY (account_id);

--
-- Name: change change_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.change
    ADD CONSTRAINT change_pkey PRIMARY KEY (partnership_id, slot);

--
-- Name: daily daily_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.daily
    ADD CONSTRAINT daily_pkey PRIMARY KEY (partnership_id, name);

--
-- Name: district_code district_code_code_digest_key; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.district_code
    ADD CONSTRAINT district_code_code_digest_key UNIQUE (code_digest);

--
-- Name: district_code district_code_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.district_code
    ADD CONSTRAINT district_code_pkey PRIMARY KEY (partnership_id, code_digest);

--
-- Name: district district_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.district
    ADD CONSTRAINT district_pkey PRIMARY KEY (partnership_id);

--
-- Name: factor_role factor_role_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.factor_role
    ADD CONSTRAINT factor_role_pkey PRIMARY KEY (partnership_id, role);

--
-- Name: history_head history_head_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.history_head
    ADD CONSTRAINT history_head_pkey PRIMARY KEY (partnership_id);

--
-- Name: history_link history_link_partnership_id_entry_id_key; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.history_link
    ADD CONSTRAINT history_link_partnership_id_entry_id_key UNIQUE (partnership_id, entry_id);

--
-- Name: history_link history_link_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.history_link
    ADD CONSTRAINT history_link_pkey PRIMARY KEY (partnership_id, number);

--
-- Name: history history_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.history
    ADD CONSTRAINT history_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: job job_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);

--
-- Name: job job_unique_key_key; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.job
    ADD CONSTRAINT job_unique_key_key UNIQUE (unique_key);

--
-- Name: membership membership_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.membership
    ADD CONSTRAINT membership_pkey PRIMARY KEY (partnership_id, account_id);

--
-- Name: one_time_link one_time_link_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.one_time_link
    ADD CONSTRAINT one_time_link_pkey PRIMARY KEY (id);

--
-- Name: one_time_link_secret one_time_link_secret_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.one_time_link_secret
    ADD CONSTRAINT one_time_link_secret_pkey PRIMARY KEY (digest);

--
-- Name: partnership partnership_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.partnership
    ADD CONSTRAINT partnership_pkey PRIMARY KEY (id);

--
-- Name: partnership partnership_slug_key; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.partnership
    ADD CONSTRAINT partnership_slug_key UNIQUE (slug);

--
-- Name: passkey passkey_credential_id_key; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.passkey
    ADD CONSTRAINT passkey_credential_id_key UNIQUE (credential_id);

--
-- Name: passkey passkey_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.passkey
    ADD CONSTRAINT passkey_pkey PRIMARY KEY (id);

--
-- Name: posted posted_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.posted
    ADD CONSTRAINT posted_pkey PRIMARY KEY (partnership_id, key);

--
-- Name: provider_account provider_account_partnership_id_account_id_provider_id_key; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.provider_account
    ADD CONSTRAINT provider_account_partnership_id_account_id_provider_id_key UNIQUE (partnership_id, account_id, provider_id);

--
-- Name: provider_account provider_account_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.provider_account
    ADD CONSTRAINT provider_account_pkey PRIMARY KEY (partnership_id, provider_id, subject);

--
-- Name: provider_domain provider_domain_partnership_id_provider_id_domain_key; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.provider_domain
    ADD CONSTRAINT provider_domain_partnership_id_provider_id_domain_key UNIQUE (partnership_id, provider_id, domain);

--
-- Name: provider_domain provider_domain_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.provider_domain
    ADD CONSTRAINT provider_domain_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: provider provider_key_key; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.provider
    ADD CONSTRAINT provider_key_key UNIQUE (key);

--
-- Name: provider provider_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.provider
    ADD CONSTRAINT provider_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: provider_request provider_request_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.provider_request
    ADD CONSTRAINT provider_request_pkey PRIMARY KEY (secret_digest);

--
-- Name: provider_secret provider_secret_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.provider_secret
    ADD CONSTRAINT provider_secret_pkey PRIMARY KEY (partnership_id, provider_id);

--
-- Name: recovery_code recovery_code_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (account_id, code_digest);

--
-- Name: sealing_key sealing_key_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.sealing_key
    ADD CONSTRAINT sealing_key_pkey PRIMARY KEY (is_only);

--
-- Name: search_entry search_entry_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.search_entry
    ADD CONSTRAINT search_entry_pkey PRIMARY KEY (partnership_id, subject, record);

--
-- Name: second_step second_step_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.second_step
    ADD CONSTRAINT second_step_pkey PRIMARY KEY (token_digest);

--
-- Name: session session_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token_digest);

--
-- Name: setup_code setup_code_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.setup_code
    ADD CONSTRAINT setup_code_pkey PRIMARY KEY (code_digest);

--
-- Name: share share_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.share
    ADD CONSTRAINT share_pkey PRIMARY KEY (partnership_id, what);

--
-- Name: stored_file_piece stored_file_piece_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.stored_file_piece
    ADD CONSTRAINT stored_file_piece_pkey PRIMARY KEY (partnership_id, file_id, number);

--
-- Name: stored_file stored_file_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.stored_file
    ADD CONSTRAINT stored_file_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: stored_file_text stored_file_text_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.stored_file_text
    ADD CONSTRAINT stored_file_text_pkey PRIMARY KEY (partnership_id, file_id);

--
-- Name: used_challenge used_challenge_pkey; Type: CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.used_challenge
    ADD CONSTRAINT used_challenge_pkey PRIMARY KEY (challenge);

--
-- Name: ambition ambition_pkey; Type: CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.ambition
    ADD CONSTRAINT ambition_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: gap_count gap_count_pkey; Type: CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.gap_count
    ADD CONSTRAINT gap_count_pkey PRIMARY KEY (partnership_id, on_day, kind);

--
-- Name: own_link own_link_partnership_id_from_kind_from_id_kind_to_kind_to_i_key; Type: CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.own_link
    ADD CONSTRAINT own_link_partnership_id_from_kind_from_id_kind_to_kind_to_i_key UNIQUE (partnership_id, from_kind, from_id, kind, to_kind, to_id);

--
-- Name: own_link own_link_pkey; Type: CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.own_link
    ADD CONSTRAINT own_link_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: review review_partnership_id_plan_id_indicator_id_theme_id_due_on_key; Type: CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.review
    ADD CONSTRAINT review_partnership_id_plan_id_indicator_id_theme_id_due_on_key UNIQUE NULLS NOT DISTINCT (partnership_id, plan_id, indicator_id, theme_id, due_on);

--
-- Name: review review_pkey; Type: CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.review
    ADD CONSTRAINT review_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: service service_partnership_id_ambition_id_theme_id_outcome_id_key; Type: CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.service
    ADD CONSTRAINT service_partnership_id_ambition_id_theme_id_outcome_id_key UNIQUE NULLS NOT DISTINCT (partnership_id, ambition_id, theme_id, outcome_id);

--
-- Name: service service_pkey; Type: CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.service
    ADD CONSTRAINT service_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: set_aside set_aside_pkey; Type: CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.set_aside
    ADD CONSTRAINT set_aside_pkey PRIMARY KEY (partnership_id, action_id, indicator_id);

--
-- Name: strategy strategy_pkey; Type: CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.strategy
    ADD CONSTRAINT strategy_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: vision vision_pkey; Type: CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.vision
    ADD CONSTRAINT vision_pkey PRIMARY KEY (partnership_id, id);

--
-- Name: action_partnership_id_due_on_idx; Type: INDEX; Schema: actions; Owner: -
--

CREATE INDEX action_partnership_id_due_on_idx ON actions.action USING btree (partnership_id, due_on) WHERE (state = 'open'::text);

--
-- Name: action_partnership_id_group_id_state_idx; Type: INDEX; Schema: actions; Owner: -
--

CREATE INDEX action_partnership_id_group_id_state_idx ON actions.action USING btree (partnership_id, group_id, state);

--
-- Name: action_partnership_id_reference_idx; Type: INDEX; Schema: actions; Owner: -
--

CREATE INDEX action_partnership_id_reference_idx ON actions.action USING btree (partnership_id, reference);

--
-- Name: action_partnership_id_source_source_id_idx; Type: INDEX; Schema: actions; Owner: -
--

CREATE INDEX action_partnership_id_source_source_id_idx ON actions.action USING btree (partnership_id, source, source_id);

--
-- Name: due_change_partnership_id_action_id_idx; Type: INDEX; Schema: actions; Owner: -
--

CREATE INDEX due_change_partnership_id_action_id_idx ON actions.due_change USING btree (partnership_id, action_id);

--
-- Name: due_change_partnership_id_person_id_idx; Type: INDEX; Schema: actions; Owner: -
--

CREATE INDEX due_change_partnership_id_person_id_idx ON actions.due_change USING btree (partnership_id, person_id);

--
-- Name: evidence_partnership_id_action_id_idx; Type: INDEX; Schema: actions; Owner: -
--

CREATE INDEX evidence_partnership_id_action_id_idx ON actions.evidence USING btree (partnership_id, action_id);

--
-- Name: evidence_partnership_id_file_id_idx; Type: INDEX; Schema: actions; Owner: -
--

CREATE INDEX evidence_partnership_id_file_id_idx ON actions.evidence USING btree (partnership_id, file_id);

--
-- Name: evidence_partnership_id_person_id_idx; Type: INDEX; Schema: actions; Owner: -
--

CREATE INDEX evidence_partnership_id_person_id_idx ON actions.evidence USING btree (partnership_id, person_id);

--
-- Name: indicator_partnership_id_indicator_id_idx; Type: INDEX; Schema: actions; Owner: -
--

CREATE INDEX indicator_partnership_id_indicator_id_idx ON actions.indicator USING btree (partnership_id, indicator_id);

--
-- Name: note_partnership_id_action_id_idx; Type: INDEX; Schema: actions; Owner: -
--

CREATE INDEX note_partnership_id_action_id_idx ON actions.note USING btree (partnership_id, action_id);

--
-- Name: note_partnership_id_person_id_idx; Type: INDEX; Schema: actions; Owner: -
--

CREATE INDEX note_partnership_id_person_id_idx ON actions.note USING btree (partnership_id, person_id);

--
-- Name: owner_partnership_id_group_id_idx; Type: INDEX; Schema: actions; Owner: -
--

CREATE INDEX owner_partnership_id_group_id_idx ON actions.owner USING btree (partnership_id, group_id);

--
-- Name: owner_partnership_id_organisation_id_idx; Type: INDEX; Schema: actions; Owner: -
--

CREATE INDEX owner_partnership_id_organisation_id_idx ON actions.owner USING btree (partnership_id, organisation_id);

--
-- Name: owner_partnership_id_person_id_idx; Type: INDEX; Schema: actions; Owner: -
--

CREATE INDEX owner_partnership_id_person_id_idx ON actions.owner USING btree (partnership_id, person_id);

--
-- Name: owner_partnership_id_seat_id_idx; Type: INDEX; Schema: actions; Owner: -
--

CREATE INDEX owner_partnership_id_seat_id_idx ON actions.owner USING btree (partnership_id, seat_id);

--
-- Name: reminder_partnership_id_person_id_idx; Type: INDEX; Schema: actions; Owner: -
--

CREATE INDEX reminder_partnership_id_person_id_idx ON actions.reminder USING btree (partnership_id, person_id);

--
-- Name: action_contributor_partnership_id_organisation_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX action_contributor_partnership_id_organisation_id_idx ON delivery.action_contributor USING btree (partnership_id, organisation_id);

--
-- Name: alignment_partnership_id_plan_id_outcome_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX alignment_partnership_id_plan_id_outcome_id_idx ON delivery.alignment USING btree (partnership_id, plan_id, outcome_id);

--
-- Name: alignment_partnership_id_planned_action_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX alignment_partnership_id_planned_action_id_idx ON delivery.alignment USING btree (partnership_id, planned_action_id);

--
-- Name: chaser_partnership_id_requirement_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX chaser_partnership_id_requirement_id_idx ON delivery.chaser USING btree (partnership_id, requirement_id);

--
-- Name: chaser_partnership_id_requirement_id_idx1; Type: INDEX; Schema: delivery; Owner: -
--

CREATE UNIQUE INDEX chaser_partnership_id_requirement_id_idx1 ON delivery.chaser USING btree (partnership_id, requirement_id) WHERE (sent_on IS NULL);

--
-- Name: commentary_partnership_id_area_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX commentary_partnership_id_area_id_idx ON delivery.commentary USING btree (partnership_id, area_id);

--
-- Name: commentary_partnership_id_indicator_id_area_id_starts_on_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX commentary_partnership_id_indicator_id_area_id_starts_on_id_idx ON delivery.commentary USING btree (partnership_id, indicator_id, area_id, starts_on, id);

--
-- Name: four_rs_partnership_id_decision_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX four_rs_partnership_id_decision_id_idx ON delivery.four_rs USING btree (partnership_id, decision_id);

--
-- Name: four_rs_partnership_id_meeting_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX four_rs_partnership_id_meeting_id_idx ON delivery.four_rs USING btree (partnership_id, meeting_id);

--
-- Name: milestone_partnership_id_planned_action_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX milestone_partnership_id_planned_action_id_idx ON delivery.milestone USING btree (partnership_id, planned_action_id);

--
-- Name: milestone_partnership_id_planned_on_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX milestone_partnership_id_planned_on_idx ON delivery.milestone USING btree (partnership_id, planned_on);

--
-- Name: next_step_partnership_id_action_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX next_step_partnership_id_action_id_idx ON delivery.next_step USING btree (partnership_id, action_id);

--
-- Name: next_step_partnership_id_area_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX next_step_partnership_id_area_id_idx ON delivery.next_step USING btree (partnership_id, area_id);

--
-- Name: next_step_partnership_id_forward_item_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX next_step_partnership_id_forward_item_id_idx ON delivery.next_step USING btree (partnership_id, forward_item_id);

--
-- Name: other_line_partnership_id_other_plan_id_place_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX other_line_partnership_id_other_plan_id_place_idx ON delivery.other_line USING btree (partnership_id, other_plan_id, place);

--
-- Name: plan_indicator_partnership_id_indicator_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX plan_indicator_partnership_id_indicator_id_idx ON delivery.plan_indicator USING btree (partnership_id, indicator_id);

--
-- Name: plan_outcome_partnership_id_outcome_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX plan_outcome_partnership_id_outcome_id_idx ON delivery.plan_outcome USING btree (partnership_id, outcome_id);

--
-- Name: plan_partnership_id_lead_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX plan_partnership_id_lead_id_idx ON delivery.plan USING btree (partnership_id, lead_id);

--
-- Name: plan_version_partnership_id_plan_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX plan_version_partnership_id_plan_id_idx ON delivery.plan_version USING btree (partnership_id, plan_id);

--
-- Name: plan_version_partnership_id_step_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX plan_version_partnership_id_step_id_idx ON delivery.plan_version USING btree (partnership_id, step_id);

--
-- Name: planned_action_partnership_id_outcome_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX planned_action_partnership_id_outcome_id_idx ON delivery.planned_action USING btree (partnership_id, outcome_id);

--
-- Name: planned_action_partnership_id_plan_id_place_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX planned_action_partnership_id_plan_id_place_idx ON delivery.planned_action USING btree (partnership_id, plan_id, place);

--
-- Name: progress_partnership_id_person_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX progress_partnership_id_person_id_idx ON delivery.progress USING btree (partnership_id, person_id);

--
-- Name: progress_partnership_id_planned_action_id_starts_on_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX progress_partnership_id_planned_action_id_starts_on_id_idx ON delivery.progress USING btree (partnership_id, planned_action_id, starts_on, id);

--
-- Name: resource_partnership_id_organisation_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX resource_partnership_id_organisation_id_idx ON delivery.resource USING btree (partnership_id, organisation_id);

--
-- Name: resource_partnership_id_plan_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX resource_partnership_id_plan_id_idx ON delivery.resource USING btree (partnership_id, plan_id);

--
-- Name: resource_partnership_id_planned_action_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX resource_partnership_id_planned_action_id_idx ON delivery.resource USING btree (partnership_id, planned_action_id);

--
-- Name: review_answer_partnership_id_planned_action_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX review_answer_partnership_id_planned_action_id_idx ON delivery.review_answer USING btree (partnership_id, planned_action_id);

--
-- Name: review_partnership_id_person_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX review_partnership_id_person_id_idx ON delivery.review USING btree (partnership_id, person_id);

--
-- Name: reviewer_partnership_id_person_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX reviewer_partnership_id_person_id_idx ON delivery.reviewer USING btree (partnership_id, person_id);

--
-- Name: step_partnership_id_decision_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX step_partnership_id_decision_id_idx ON delivery.step USING btree (partnership_id, decision_id);

--
-- Name: step_partnership_id_person_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX step_partnership_id_person_id_idx ON delivery.step USING btree (partnership_id, person_id);

--
-- Name: step_partnership_id_plan_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX step_partnership_id_plan_id_idx ON delivery.step USING btree (partnership_id, plan_id);

--
-- Name: workplan_partnership_id_group_id_idx; Type: INDEX; Schema: delivery; Owner: -
--

CREATE INDEX workplan_partnership_id_group_id_idx ON delivery.workplan USING btree (partnership_id, group_id);

--
-- Name: agenda_item_partnership_id_about_group_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX agenda_item_partnership_id_about_group_id_idx ON meetings.agenda_item USING btree (partnership_id, about_group_id);

--
-- Name: agenda_item_partnership_id_forward_item_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX agenda_item_partnership_id_forward_item_id_idx ON meetings.agenda_item USING btree (partnership_id, forward_item_id);

--
-- Name: agenda_item_partnership_id_meeting_id_place_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX agenda_item_partnership_id_meeting_id_place_idx ON meetings.agenda_item USING btree (partnership_id, meeting_id, place);

--
-- Name: agenda_item_partnership_id_parent_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX agenda_item_partnership_id_parent_id_idx ON meetings.agenda_item USING btree (partnership_id, parent_id);

--
-- Name: agenda_item_partnership_id_presenter_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX agenda_item_partnership_id_presenter_id_idx ON meetings.agenda_item USING btree (partnership_id, presenter_id);

--
-- Name: answer_part_partnership_id_file_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX answer_part_partnership_id_file_id_idx ON meetings.answer_part USING btree (partnership_id, file_id);

--
-- Name: answer_part_partnership_id_question_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX answer_part_partnership_id_question_id_idx ON meetings.answer_part USING btree (partnership_id, question_id);

--
-- Name: answer_partnership_id_by_person_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX answer_partnership_id_by_person_id_idx ON meetings.answer USING btree (partnership_id, by_person_id);

--
-- Name: asked_partnership_id_person_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX asked_partnership_id_person_id_idx ON meetings.asked USING btree (partnership_id, person_id);

--
-- Name: asked_partnership_id_request_id_place_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX asked_partnership_id_request_id_place_idx ON meetings.asked USING btree (partnership_id, request_id, place);

--
-- Name: asked_partnership_id_seat_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX asked_partnership_id_seat_id_idx ON meetings.asked USING btree (partnership_id, seat_id);

--
-- Name: attendance_partnership_id_ended_tenure_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX attendance_partnership_id_ended_tenure_id_idx ON meetings.attendance USING btree (partnership_id, ended_tenure_id);

--
-- Name: attendance_partnership_id_for_person_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX attendance_partnership_id_for_person_id_idx ON meetings.attendance USING btree (partnership_id, for_person_id);

--
-- Name: attendance_partnership_id_person_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX attendance_partnership_id_person_id_idx ON meetings.attendance USING btree (partnership_id, person_id);

--
-- Name: attendance_partnership_id_seat_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX attendance_partnership_id_seat_id_idx ON meetings.attendance USING btree (partnership_id, seat_id);

--
-- Name: attendance_partnership_id_sends_person_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX attendance_partnership_id_sends_person_id_idx ON meetings.attendance USING btree (partnership_id, sends_person_id);

--
-- Name: correction_partnership_id_agreed_in_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX correction_partnership_id_agreed_in_id_idx ON meetings.correction USING btree (partnership_id, agreed_in_id);

--
-- Name: correction_partnership_id_minute_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX correction_partnership_id_minute_id_idx ON meetings.correction USING btree (partnership_id, minute_id);

--
-- Name: correction_partnership_id_of_meeting_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX correction_partnership_id_of_meeting_id_idx ON meetings.correction USING btree (partnership_id, of_meeting_id);

--
-- Name: correction_partnership_id_of_minute_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX correction_partnership_id_of_minute_id_idx ON meetings.correction USING btree (partnership_id, of_minute_id);

--
-- Name: correction_partnership_id_proposed_by_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX correction_partnership_id_proposed_by_id_idx ON meetings.correction USING btree (partnership_id, proposed_by_id);

--
-- Name: decision_indicator_partnership_id_indicator_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX decision_indicator_partnership_id_indicator_id_idx ON meetings.decision_indicator USING btree (partnership_id, indicator_id);

--
-- Name: decision_partnership_id_item_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX decision_partnership_id_item_id_idx ON meetings.decision USING btree (partnership_id, item_id);

--
-- Name: decision_partnership_id_minute_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX decision_partnership_id_minute_id_idx ON meetings.decision USING btree (partnership_id, minute_id);

--
-- Name: decision_partnership_id_proposer_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX decision_partnership_id_proposer_id_idx ON meetings.decision USING btree (partnership_id, proposer_id);

--
-- Name: decision_partnership_id_seconder_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX decision_partnership_id_seconder_id_idx ON meetings.decision USING btree (partnership_id, seconder_id);

--
-- Name: delegation_partnership_id_from_group_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX delegation_partnership_id_from_group_id_idx ON meetings.delegation USING btree (partnership_id, from_group_id);

--
-- Name: delegation_partnership_id_group_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX delegation_partnership_id_group_id_idx ON meetings.delegation USING btree (partnership_id, group_id);

--
-- Name: feed_of_a_digest; Type: INDEX; Schema: meetings; Owner: -
--

CREATE UNIQUE INDEX feed_of_a_digest ON meetings.feed USING btree (digest);

--
-- Name: forward_item_partnership_id_group_id_meeting_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX forward_item_partnership_id_group_id_meeting_id_idx ON meetings.forward_item USING btree (partnership_id, group_id, meeting_id);

--
-- Name: forward_item_partnership_id_meeting_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX forward_item_partnership_id_meeting_id_idx ON meetings.forward_item USING btree (partnership_id, meeting_id);

--
-- Name: forward_item_partnership_id_person_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX forward_item_partnership_id_person_id_idx ON meetings.forward_item USING btree (partnership_id, person_id);

--
-- Name: forward_item_partnership_id_seat_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX forward_item_partnership_id_seat_id_idx ON meetings.forward_item USING btree (partnership_id, seat_id);

--
-- Name: forward_item_partnership_id_source_item_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX forward_item_partnership_id_source_item_id_idx ON meetings.forward_item USING btree (partnership_id, source_item_id);

--
-- Name: interest_partnership_id_item_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX interest_partnership_id_item_id_idx ON meetings.interest USING btree (partnership_id, item_id);

--
-- Name: interest_partnership_id_meeting_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX interest_partnership_id_meeting_id_idx ON meetings.interest USING btree (partnership_id, meeting_id);

--
-- Name: interest_partnership_id_minute_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX interest_partnership_id_minute_id_idx ON meetings.interest USING btree (partnership_id, minute_id);

--
-- Name: interest_partnership_id_person_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX interest_partnership_id_person_id_idx ON meetings.interest USING btree (partnership_id, person_id);

--
-- Name: invitation_partnership_id_person_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX invitation_partnership_id_person_id_idx ON meetings.invitation USING btree (partnership_id, person_id);

--
-- Name: meeting_partnership_id_group_id_on_day_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX meeting_partnership_id_group_id_on_day_idx ON meetings.meeting USING btree (partnership_id, group_id, on_day);

--
-- Name: meeting_partnership_id_host_organisation_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX meeting_partnership_id_host_organisation_id_idx ON meetings.meeting USING btree (partnership_id, host_organisation_id);

--
-- Name: meeting_partnership_id_on_day_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX meeting_partnership_id_on_day_idx ON meetings.meeting USING btree (partnership_id, on_day);

--
-- Name: minute_action_partnership_id_due_meeting_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX minute_action_partnership_id_due_meeting_id_idx ON meetings.minute_action USING btree (partnership_id, due_meeting_id);

--
-- Name: minute_partnership_id_item_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX minute_partnership_id_item_id_idx ON meetings.minute USING btree (partnership_id, item_id);

--
-- Name: minute_partnership_id_meeting_id_item_id_place_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX minute_partnership_id_meeting_id_item_id_place_idx ON meetings.minute USING btree (partnership_id, meeting_id, item_id, place);

--
-- Name: minutes_partnership_id_approved_in_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX minutes_partnership_id_approved_in_id_idx ON meetings.minutes USING btree (partnership_id, approved_in_id);

--
-- Name: minutes_text_partnership_id_meeting_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX minutes_text_partnership_id_meeting_id_idx ON meetings.minutes_text USING btree (partnership_id, meeting_id);

--
-- Name: move_partnership_id_meeting_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX move_partnership_id_meeting_id_idx ON meetings.move USING btree (partnership_id, meeting_id);

--
-- Name: paper_partnership_id_forward_item_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX paper_partnership_id_forward_item_id_idx ON meetings.paper USING btree (partnership_id, forward_item_id);

--
-- Name: paper_partnership_id_group_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX paper_partnership_id_group_id_idx ON meetings.paper USING btree (partnership_id, group_id);

--
-- Name: paper_partnership_id_item_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX paper_partnership_id_item_id_idx ON meetings.paper USING btree (partnership_id, item_id);

--
-- Name: paper_partnership_id_meeting_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX paper_partnership_id_meeting_id_idx ON meetings.paper USING btree (partnership_id, meeting_id);

--
-- Name: paper_partnership_id_person_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX paper_partnership_id_person_id_idx ON meetings.paper USING btree (partnership_id, person_id);

--
-- Name: paper_version_partnership_id_file_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX paper_version_partnership_id_file_id_idx ON meetings.paper_version USING btree (partnership_id, file_id);

--
-- Name: publication_recipient_partnership_id_person_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX publication_recipient_partnership_id_person_id_idx ON meetings.publication_recipient USING btree (partnership_id, person_id);

--
-- Name: question_partnership_id_request_id_place_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX question_partnership_id_request_id_place_idx ON meetings.question USING btree (partnership_id, request_id, place);

--
-- Name: question_partnership_id_template_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX question_partnership_id_template_id_idx ON meetings.question USING btree (partnership_id, template_id);

--
-- Name: referral_partnership_id_decision_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX referral_partnership_id_decision_id_idx ON meetings.referral USING btree (partnership_id, decision_id);

--
-- Name: referral_partnership_id_forward_item_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX referral_partnership_id_forward_item_id_idx ON meetings.referral USING btree (partnership_id, forward_item_id);

--
-- Name: referral_partnership_id_to_group_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX referral_partnership_id_to_group_id_idx ON meetings.referral USING btree (partnership_id, to_group_id);

--
-- Name: reminded_once; Type: INDEX; Schema: meetings; Owner: -
--

CREATE UNIQUE INDEX reminded_once ON meetings.reminder USING btree (partnership_id, asked_id, kind, due_on) WHERE (kind <> 'by-hand'::text);

--
-- Name: reminder_partnership_id_asked_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX reminder_partnership_id_asked_id_idx ON meetings.reminder USING btree (partnership_id, asked_id);

--
-- Name: representation_letter_partnership_id_about_group_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX representation_letter_partnership_id_about_group_id_idx ON meetings.representation_letter USING btree (partnership_id, about_group_id);

--
-- Name: representation_letter_partnership_id_last_meeting_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX representation_letter_partnership_id_last_meeting_id_idx ON meetings.representation_letter USING btree (partnership_id, last_meeting_id);

--
-- Name: request_extension_partnership_id_request_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX request_extension_partnership_id_request_id_idx ON meetings.request_extension USING btree (partnership_id, request_id);

--
-- Name: request_partnership_id_action_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX request_partnership_id_action_id_idx ON meetings.request USING btree (partnership_id, action_id);

--
-- Name: request_partnership_id_group_id_due_on_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX request_partnership_id_group_id_due_on_idx ON meetings.request USING btree (partnership_id, group_id, due_on);

--
-- Name: request_partnership_id_item_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX request_partnership_id_item_id_idx ON meetings.request USING btree (partnership_id, item_id);

--
-- Name: request_partnership_id_meeting_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX request_partnership_id_meeting_id_idx ON meetings.request USING btree (partnership_id, meeting_id);

--
-- Name: workshop_heading_partnership_id_workshop_id_place_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX workshop_heading_partnership_id_workshop_id_place_idx ON meetings.workshop_heading USING btree (partnership_id, workshop_id, place);

--
-- Name: workshop_partnership_id_group_id_begun_on_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX workshop_partnership_id_group_id_begun_on_idx ON meetings.workshop USING btree (partnership_id, group_id, begun_on);

--
-- Name: workshop_partnership_id_item_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX workshop_partnership_id_item_id_idx ON meetings.workshop USING btree (partnership_id, item_id);

--
-- Name: workshop_partnership_id_meeting_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX workshop_partnership_id_meeting_id_idx ON meetings.workshop USING btree (partnership_id, meeting_id);

--
-- Name: workshop_partnership_id_minute_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX workshop_partnership_id_minute_id_idx ON meetings.workshop USING btree (partnership_id, minute_id);

--
-- Name: workshop_point_partnership_id_action_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX workshop_point_partnership_id_action_id_idx ON meetings.workshop_point USING btree (partnership_id, action_id);

--
-- Name: workshop_point_partnership_id_by_person_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX workshop_point_partnership_id_by_person_id_idx ON meetings.workshop_point USING btree (partnership_id, by_person_id);

--
-- Name: workshop_point_partnership_id_forward_item_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX workshop_point_partnership_id_forward_item_id_idx ON meetings.workshop_point USING btree (partnership_id, forward_item_id);

--
-- Name: workshop_point_partnership_id_heading_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX workshop_point_partnership_id_heading_id_idx ON meetings.workshop_point USING btree (partnership_id, heading_id);

--
-- Name: workshop_point_partnership_id_merged_into_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX workshop_point_partnership_id_merged_into_id_idx ON meetings.workshop_point USING btree (partnership_id, merged_into_id);

--
-- Name: workshop_point_partnership_id_workshop_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX workshop_point_partnership_id_workshop_id_idx ON meetings.workshop_point USING btree (partnership_id, workshop_id);

--
-- Name: workshop_vote_partnership_id_person_id_idx; Type: INDEX; Schema: meetings; Owner: -
--

CREATE INDEX workshop_vote_partnership_id_person_id_idx ON meetings.workshop_vote USING btree (partnership_id, person_id);

--
-- Name: absence_partnership_id_person_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX absence_partnership_id_person_id_idx ON partnership.absence USING btree (partnership_id, person_id);

--
-- Name: answer_link_of_a_digest; Type: INDEX; Schema: partnership; Owner: -
--

CREATE UNIQUE INDEX answer_link_of_a_digest ON partnership.answer_link USING btree (digest);

--
-- Name: answer_link_partnership_id_person_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX answer_link_partnership_id_person_id_idx ON partnership.answer_link USING btree (partnership_id, person_id);

--
-- Name: answer_link_partnership_id_purpose_subject_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX answer_link_partnership_id_purpose_subject_id_idx ON partnership.answer_link USING btree (partnership_id, purpose, subject_id);

--
-- Name: area_partnership_id_parent_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX area_partnership_id_parent_id_idx ON partnership.area USING btree (partnership_id, parent_id);

--
-- Name: coordinator_partnership_id_organisation_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX coordinator_partnership_id_organisation_id_idx ON partnership.coordinator USING btree (partnership_id, organisation_id);

--
-- Name: coordinator_partnership_id_person_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX coordinator_partnership_id_person_id_idx ON partnership.coordinator USING btree (partnership_id, person_id);

--
-- Name: deputy_partnership_id_person_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX deputy_partnership_id_person_id_idx ON partnership.deputy USING btree (partnership_id, person_id);

--
-- Name: deputy_partnership_id_seat_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX deputy_partnership_id_seat_id_idx ON partnership.deputy USING btree (partnership_id, seat_id);

--
-- Name: group_link_partnership_id_to_body_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX group_link_partnership_id_to_body_id_idx ON partnership.group_link USING btree (partnership_id, to_body_id);

--
-- Name: group_link_partnership_id_to_group_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX group_link_partnership_id_to_group_id_idx ON partnership.group_link USING btree (partnership_id, to_group_id);

--
-- Name: group_partnership_id_parent_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX group_partnership_id_parent_id_idx ON partnership."group" USING btree (partnership_id, parent_id);

--
-- Name: merged_person_partnership_id_into_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX merged_person_partnership_id_into_id_idx ON partnership.merged_person USING btree (partnership_id, into_id);

--
-- Name: neighbour_partnership_id_neighbour_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX neighbour_partnership_id_neighbour_id_idx ON partnership.neighbour USING btree (partnership_id, neighbour_id);

--
-- Name: one_group_of_a_name; Type: INDEX; Schema: partnership; Owner: -
--

CREATE UNIQUE INDEX one_group_of_a_name ON partnership."group" USING btree (partnership_id, lower(name));

--
-- Name: one_group_of_a_short_name; Type: INDEX; Schema: partnership; Owner: -
--

CREATE UNIQUE INDEX one_group_of_a_short_name ON partnership."group" USING btree (partnership_id, short_name);

--
-- Name: one_organisation_of_a_name; Type: INDEX; Schema: partnership; Owner: -
--

CREATE UNIQUE INDEX one_organisation_of_a_name ON partnership.organisation USING btree (partnership_id, lower(name));

--
-- Name: one_organisation_of_an_identifier; Type: INDEX; Schema: partnership; Owner: -
--

CREATE UNIQUE INDEX one_organisation_of_an_identifier ON partnership.organisation USING btree (partnership_id, identifier);

--
-- Name: one_outside_body_of_a_name; Type: INDEX; Schema: partnership; Owner: -
--

CREATE UNIQUE INDEX one_outside_body_of_a_name ON partnership.outside_body USING btree (partnership_id, lower(name));

--
-- Name: people_apart_partnership_id_second_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX people_apart_partnership_id_second_id_idx ON partnership.people_apart USING btree (partnership_id, second_id);

--
-- Name: person_partnership_id_email_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX person_partnership_id_email_idx ON partnership.person USING btree (partnership_id, email);

--
-- Name: person_partnership_id_lower_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX person_partnership_id_lower_idx ON partnership.person USING btree (partnership_id, lower(name));

--
-- Name: post_partnership_id_organisation_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX post_partnership_id_organisation_id_idx ON partnership.post USING btree (partnership_id, organisation_id);

--
-- Name: post_partnership_id_person_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX post_partnership_id_person_id_idx ON partnership.post USING btree (partnership_id, person_id);

--
-- Name: seat_partnership_id_group_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX seat_partnership_id_group_id_idx ON partnership.seat USING btree (partnership_id, group_id);

--
-- Name: seat_partnership_id_organisation_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX seat_partnership_id_organisation_id_idx ON partnership.seat USING btree (partnership_id, organisation_id);

--
-- Name: succession_partnership_id_successor_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX succession_partnership_id_successor_id_idx ON partnership.succession USING btree (partnership_id, successor_id);

--
-- Name: tenure_partnership_id_person_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX tenure_partnership_id_person_id_idx ON partnership.tenure USING btree (partnership_id, person_id);

--
-- Name: tenure_partnership_id_seat_id_idx; Type: INDEX; Schema: partnership; Owner: -
--

CREATE INDEX tenure_partnership_id_seat_id_idx ON partnership.tenure USING btree (partnership_id, seat_id);

--
-- Name: answerable_partnership_id_group_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX answerable_partnership_id_group_id_idx ON performance.answerable USING btree (partnership_id, group_id);

--
-- Name: answerable_partnership_id_person_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX answerable_partnership_id_person_id_idx ON performance.answerable USING btree (partnership_id, person_id);

--
-- Name: answerable_partnership_id_seat_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX answerable_partnership_id_seat_id_idx ON performance.answerable USING btree (partnership_id, seat_id);

--
-- Name: assurance_text_partnership_id_area_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX assurance_text_partnership_id_area_id_idx ON performance.assurance_text USING btree (partnership_id, area_id);

--
-- Name: contributor_partnership_id_organisation_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX contributor_partnership_id_organisation_id_idx ON performance.contributor USING btree (partnership_id, organisation_id);

--
-- Name: data_import_row_partnership_id_import_id_outcome_line_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX data_import_row_partnership_id_import_id_outcome_line_idx ON performance.data_import_row USING btree (partnership_id, import_id, outcome, line);

--
-- Name: data_return_partnership_id_import_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX data_return_partnership_id_import_id_idx ON performance.data_return USING btree (partnership_id, import_id) WHERE (import_id IS NOT NULL);

--
-- Name: indicator_outcome_partnership_id_outcome_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX indicator_outcome_partnership_id_outcome_id_idx ON performance.indicator_outcome USING btree (partnership_id, outcome_id);

--
-- Name: indicator_partnership_id_agreement_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX indicator_partnership_id_agreement_id_idx ON performance.indicator USING btree (partnership_id, agreement_id);

--
-- Name: locked_indicator_partnership_id_indicator_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX locked_indicator_partnership_id_indicator_id_idx ON performance.locked_indicator USING btree (partnership_id, indicator_id);

--
-- Name: locking_partnership_id_agreement_id_ends_on_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX locking_partnership_id_agreement_id_ends_on_idx ON performance.locking USING btree (partnership_id, agreement_id, ends_on);

--
-- Name: one_indicator_of_a_reference; Type: INDEX; Schema: performance; Owner: -
--

CREATE UNIQUE INDEX one_indicator_of_a_reference ON performance.indicator USING btree (partnership_id, agreement_id, reference);

--
-- Name: one_lead_group; Type: INDEX; Schema: performance; Owner: -
--

CREATE UNIQUE INDEX one_lead_group ON performance.answerable USING btree (partnership_id, indicator_id) WHERE ((part = 'lead'::text) AND (group_id IS NOT NULL));

--
-- Name: one_lead_person; Type: INDEX; Schema: performance; Owner: -
--

CREATE UNIQUE INDEX one_lead_person ON performance.answerable USING btree (partnership_id, indicator_id) WHERE ((part = 'lead'::text) AND (person_id IS NOT NULL));

--
-- Name: one_lead_seat; Type: INDEX; Schema: performance; Owner: -
--

CREATE UNIQUE INDEX one_lead_seat ON performance.answerable USING btree (partnership_id, indicator_id) WHERE ((part = 'lead'::text) AND (seat_id IS NOT NULL));

--
-- Name: one_view_of_a_name; Type: INDEX; Schema: performance; Owner: -
--

CREATE UNIQUE INDEX one_view_of_a_name ON performance.saved_view USING btree (partnership_id, lower(name));

--
-- Name: outcome_partnership_id_theme_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX outcome_partnership_id_theme_id_idx ON performance.outcome USING btree (partnership_id, theme_id);

--
-- Name: override_partnership_id_area_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX override_partnership_id_area_id_idx ON performance.override USING btree (partnership_id, area_id);

--
-- Name: proxy_partnership_id_proxy_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX proxy_partnership_id_proxy_id_idx ON performance.proxy USING btree (partnership_id, proxy_id);

--
-- Name: rebase_partnership_id_area_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX rebase_partnership_id_area_id_idx ON performance.rebase USING btree (partnership_id, area_id);

--
-- Name: reported_figure_partnership_id_area_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX reported_figure_partnership_id_area_id_idx ON performance.reported_figure USING btree (partnership_id, area_id);

--
-- Name: reported_figure_partnership_id_indicator_id_area_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX reported_figure_partnership_id_indicator_id_area_id_idx ON performance.reported_figure USING btree (partnership_id, indicator_id, area_id);

--
-- Name: reported_line_partnership_id_indicator_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX reported_line_partnership_id_indicator_id_idx ON performance.reported_line USING btree (partnership_id, indicator_id);

--
-- Name: responsibility_partnership_id_outcome_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX responsibility_partnership_id_outcome_id_idx ON performance.responsibility USING btree (partnership_id, outcome_id);

--
-- Name: responsibility_partnership_id_theme_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX responsibility_partnership_id_theme_id_idx ON performance.responsibility USING btree (partnership_id, theme_id);

--
-- Name: series_break_partnership_id_area_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX series_break_partnership_id_area_id_idx ON performance.series_break USING btree (partnership_id, area_id);

--
-- Name: target_by_end; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX target_by_end ON performance.target USING btree (partnership_id, indicator_id, area_id, ends_on);

--
-- Name: the_latest_return; Type: INDEX; Schema: performance; Owner: -
--

CREATE UNIQUE INDEX the_latest_return ON performance.data_return USING btree (partnership_id, indicator_id, area_id, ends_on, starts_on) WHERE is_latest;

--
-- Name: theme_partnership_id_agreement_id_idx; Type: INDEX; Schema: performance; Owner: -
--

CREATE INDEX theme_partnership_id_agreement_id_idx ON performance.theme USING btree (partnership_id, agreement_id);

--
-- Name: attempt_at_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX attempt_at_idx ON platform.attempt USING btree (at);

--
-- Name: attempt_key_digest_at_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX attempt_key_digest_at_idx ON platform.attempt USING btree (key_digest, at);

--
-- Name: district_county_id_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX district_county_id_idx ON platform.district USING btree (county_id);

--
-- Name: history_by_indicator; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX history_by_indicator ON platform.history USING btree (partnership_id, indicator_id, id) WHERE (indicator_id IS NOT NULL);

--
-- Name: history_partnership_id_account_id_id_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX history_partnership_id_account_id_id_idx ON platform.history USING btree (partnership_id, account_id, id);

--
-- Name: history_partnership_id_act_id_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX history_partnership_id_act_id_idx ON platform.history USING btree (partnership_id, act, id);

--
-- Name: history_partnership_id_at_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX history_partnership_id_at_idx ON platform.history USING btree (partnership_id, at);

--
-- Name: history_partnership_id_subject_id_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX history_partnership_id_subject_id_idx ON platform.history USING btree (partnership_id, subject, id);

--
-- Name: history_partnership_id_subject_subject_id_id_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX history_partnership_id_subject_subject_id_id_idx ON platform.history USING btree (partnership_id, subject, subject_id, id);

--
-- Name: job_run_at_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX job_run_at_idx ON platform.job USING btree (run_at) WHERE (failed_at IS NULL);

--
-- Name: membership_account_id_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX membership_account_id_idx ON platform.membership USING btree (account_id);

--
-- Name: one_provider_for_a_domain; Type: INDEX; Schema: platform; Owner: -
--

CREATE UNIQUE INDEX one_provider_for_a_domain ON platform.provider_domain USING btree (domain) WHERE (proved_at IS NOT NULL);

--
-- Name: one_time_link_account_id_purpose_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX one_time_link_account_id_purpose_idx ON platform.one_time_link USING btree (account_id, purpose);

--
-- Name: one_time_link_secret_link_id_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX one_time_link_secret_link_id_idx ON platform.one_time_link_secret USING btree (link_id);

--
-- Name: passkey_account_id_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX passkey_account_id_idx ON platform.passkey USING btree (account_id);

--
-- Name: provider_account_account_id_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX provider_account_account_id_idx ON platform.provider_account USING btree (account_id);

--
-- Name: provider_request_created_at_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX provider_request_created_at_idx ON platform.provider_request USING btree (created_at);

--
-- Name: provider_request_partnership_id_provider_id_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX provider_request_partnership_id_provider_id_idx ON platform.provider_request USING btree (partnership_id, provider_id);

--
-- Name: search_entry_words; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX search_entry_words ON platform.search_entry USING gin (words) WITH (fastupdate=off);

--
-- Name: second_step_account_id_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX second_step_account_id_idx ON platform.second_step USING btree (account_id);

--
-- Name: second_step_only_partnership_id_provider_id_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX second_step_only_partnership_id_provider_id_idx ON platform.second_step USING btree (only_partnership_id, provider_id) WHERE (provider_id IS NOT NULL);

--
-- Name: session_account_id_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX session_account_id_idx ON platform.session USING btree (account_id);

--
-- Name: session_only_partnership_id_provider_id_idx; Type: INDEX; Schema: platform; Owner: -
--

CREATE INDEX session_only_partnership_id_provider_id_idx ON platform.session USING btree (only_partnership_id, provider_id) WHERE (provider_id IS NOT NULL);

--
-- Name: ambition_partnership_id_parent_id_idx; Type: INDEX; Schema: thread; Owner: -
--

CREATE INDEX ambition_partnership_id_parent_id_idx ON thread.ambition USING btree (partnership_id, parent_id);

--
-- Name: ambition_partnership_id_vision_id_place_idx; Type: INDEX; Schema: thread; Owner: -
--

CREATE INDEX ambition_partnership_id_vision_id_place_idx ON thread.ambition USING btree (partnership_id, vision_id, place);

--
-- Name: own_link_partnership_id_to_kind_to_id_idx; Type: INDEX; Schema: thread; Owner: -
--

CREATE INDEX own_link_partnership_id_to_kind_to_id_idx ON thread.own_link USING btree (partnership_id, to_kind, to_id);

--
-- Name: review_partnership_id_decision_id_idx; Type: INDEX; Schema: thread; Owner: -
--

CREATE INDEX review_partnership_id_decision_id_idx ON thread.review USING btree (partnership_id, decision_id);

--
-- Name: review_partnership_id_group_id_idx; Type: INDEX; Schema: thread; Owner: -
--

CREATE INDEX review_partnership_id_group_id_idx ON thread.review USING btree (partnership_id, group_id);

--
-- Name: review_partnership_id_indicator_id_idx; Type: INDEX; Schema: thread; Owner: -
--

CREATE INDEX review_partnership_id_indicator_id_idx ON thread.review USING btree (partnership_id, indicator_id);

--
-- Name: review_partnership_id_meeting_id_idx; Type: INDEX; Schema: thread; Owner: -
--

CREATE INDEX review_partnership_id_meeting_id_idx ON thread.review USING btree (partnership_id, meeting_id);

--
-- Name: review_partnership_id_step_id_idx; Type: INDEX; Schema: thread; Owner: -
--

CREATE INDEX review_partnership_id_step_id_idx ON thread.review USING btree (partnership_id, step_id);

--
-- Name: review_partnership_id_theme_id_idx; Type: INDEX; Schema: thread; Owner: -
--

CREATE INDEX review_partnership_id_theme_id_idx ON thread.review USING btree (partnership_id, theme_id);

--
-- Name: service_partnership_id_outcome_id_idx; Type: INDEX; Schema: thread; Owner: -
--

CREATE INDEX service_partnership_id_outcome_id_idx ON thread.service USING btree (partnership_id, outcome_id);

--
-- Name: service_partnership_id_theme_id_idx; Type: INDEX; Schema: thread; Owner: -
--

CREATE INDEX service_partnership_id_theme_id_idx ON thread.service USING btree (partnership_id, theme_id);

--
-- Name: set_aside_partnership_id_indicator_id_idx; Type: INDEX; Schema: thread; Owner: -
--

CREATE INDEX set_aside_partnership_id_indicator_id_idx ON thread.set_aside USING btree (partnership_id, indicator_id);

--
-- Name: strategy_partnership_id_group_id_idx; Type: INDEX; Schema: thread; Owner: -
--

CREATE INDEX strategy_partnership_id_group_id_idx ON thread.strategy USING btree (partnership_id, group_id);

--
-- Name: strategy_partnership_id_organisation_id_idx; Type: INDEX; Schema: thread; Owner: -
--

CREATE INDEX strategy_partnership_id_organisation_id_idx ON thread.strategy USING btree (partnership_id, organisation_id);

--
-- Name: action enter_in_search; Type: TRIGGER; Schema: actions; Owner: -
--

CREATE TRIGGER enter_in_search AFTER INSERT OR DELETE OR UPDATE ON actions.action FOR EACH ROW EXECUTE FUNCTION actions.enter_action_in_search();

--
-- Name: note enter_in_search; Type: TRIGGER; Schema: actions; Owner: -
--

CREATE TRIGGER enter_in_search AFTER INSERT OR UPDATE ON actions.note FOR EACH ROW EXECUTE FUNCTION actions.enter_note_in_search();

--
-- Name: action keep_history; Type: TRIGGER; Schema: actions; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON actions.action FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: due_change keep_history; Type: TRIGGER; Schema: actions; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON actions.due_change FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: evidence keep_history; Type: TRIGGER; Schema: actions; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON actions.evidence FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: indicator keep_history; Type: TRIGGER; Schema: actions; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON actions.indicator FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: note keep_history; Type: TRIGGER; Schema: actions; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON actions.note FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: owner keep_history; Type: TRIGGER; Schema: actions; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON actions.owner FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: action note_change; Type: TRIGGER; Schema: actions; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON actions.action FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: due_change note_change; Type: TRIGGER; Schema: actions; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON actions.due_change FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: evidence note_change; Type: TRIGGER; Schema: actions; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON actions.evidence FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: indicator note_change; Type: TRIGGER; Schema: actions; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON actions.indicator FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: note note_change; Type: TRIGGER; Schema: actions; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON actions.note FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: owner note_change; Type: TRIGGER; Schema: actions; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON actions.owner FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: reminder note_change; Type: TRIGGER; Schema: actions; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON actions.reminder FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: commentary enter_in_search; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER enter_in_search AFTER INSERT OR DELETE ON delivery.commentary FOR EACH ROW EXECUTE FUNCTION delivery.enter_commentary_in_search();

--
-- Name: plan enter_in_search; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER enter_in_search AFTER INSERT OR DELETE OR UPDATE ON delivery.plan FOR EACH ROW EXECUTE FUNCTION delivery.enter_plan_in_search();

--
-- Name: action_contributor keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.action_contributor FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: alignment keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.alignment FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: chaser keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.chaser FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: commentary keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.commentary FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: four_rs keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.four_rs FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: milestone keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.milestone FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: next_step keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.next_step FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: other_line keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.other_line FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: other_plan keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.other_plan FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: plan keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.plan FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: plan_indicator keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.plan_indicator FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: plan_outcome keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.plan_outcome FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: plan_version keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.plan_version FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: planned_action keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.planned_action FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: progress keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.progress FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: requirement keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.requirement FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: resource keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.resource FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: review keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.review FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: review_answer keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.review_answer FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: reviewer keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.reviewer FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: step keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.step FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: workplan keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.workplan FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: workplan_text keep_history; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON delivery.workplan_text FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: action_contributor note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.action_contributor FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: alignment note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.alignment FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: chaser note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.chaser FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: commentary note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.commentary FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: four_rs note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.four_rs FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: milestone note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.milestone FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: next_step note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.next_step FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: other_line note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.other_line FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: other_plan note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.other_plan FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: plan note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.plan FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: plan_indicator note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.plan_indicator FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: plan_outcome note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.plan_outcome FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: plan_version note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.plan_version FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: planned_action note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.planned_action FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: progress note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.progress FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: requirement note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.requirement FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: resource note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.resource FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: review note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.review FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: review_answer note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.review_answer FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: reviewer note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.reviewer FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: step note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.step FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: workplan note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.workplan FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: workplan_text note_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON delivery.workplan_text FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: plan_version refuse_change; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON delivery.plan_version FOR EACH ROW EXECUTE FUNCTION delivery.refuse_change_of_version();

--
-- Name: plan_indicator refuse_change_in_settled; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER refuse_change_in_settled BEFORE INSERT OR DELETE OR UPDATE ON delivery.plan_indicator FOR EACH ROW EXECUTE FUNCTION delivery.refuse_change_in_settled_plan();

--
-- Name: plan_outcome refuse_change_in_settled; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER refuse_change_in_settled BEFORE INSERT OR DELETE OR UPDATE ON delivery.plan_outcome FOR EACH ROW EXECUTE FUNCTION delivery.refuse_change_in_settled_plan();

--
-- Name: planned_action refuse_change_in_settled; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER refuse_change_in_settled BEFORE INSERT OR DELETE OR UPDATE ON delivery.planned_action FOR EACH ROW EXECUTE FUNCTION delivery.refuse_change_in_settled_plan();

--
-- Name: resource refuse_change_in_settled; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER refuse_change_in_settled BEFORE INSERT OR DELETE OR UPDATE ON delivery.resource FOR EACH ROW EXECUTE FUNCTION delivery.refuse_change_in_settled_plan();

--
-- Name: milestone refuse_change_of_settled; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER refuse_change_of_settled BEFORE INSERT OR DELETE OR UPDATE ON delivery.milestone FOR EACH ROW EXECUTE FUNCTION delivery.refuse_change_of_settled_milestone();

--
-- Name: plan refuse_change_of_settled; Type: TRIGGER; Schema: delivery; Owner: -
--

CREATE TRIGGER refuse_change_of_settled BEFORE DELETE OR UPDATE ON delivery.plan FOR EACH ROW EXECUTE FUNCTION delivery.refuse_change_of_settled_plan();

--
-- Name: agenda_item enter_in_search; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER enter_in_search AFTER INSERT OR DELETE OR UPDATE OF title, detail, presenter, is_confidential, parent_id ON meetings.agenda_item FOR EACH ROW EXECUTE FUNCTION meetings.enter_in_search();

--
-- Name: cover_sheet enter_in_search; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER enter_in_search AFTER INSERT OR UPDATE ON meetings.cover_sheet FOR EACH ROW EXECUTE FUNCTION meetings.enter_part_of_paper_in_search();

--
-- Name: decision enter_in_search; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER enter_in_search AFTER INSERT OR DELETE OR UPDATE ON meetings.decision FOR EACH ROW EXECUTE FUNCTION meetings.enter_in_search();

--
-- Name: forward_item enter_in_search; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER enter_in_search AFTER INSERT OR DELETE OR UPDATE ON meetings.forward_item FOR EACH ROW EXECUTE FUNCTION meetings.enter_forward_item_in_search();

--
-- Name: meeting enter_in_search; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER enter_in_search AFTER UPDATE OF on_day, published_at, group_id ON meetings.meeting FOR EACH ROW EXECUTE FUNCTION meetings.enter_in_search();

--
-- Name: minute enter_in_search; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER enter_in_search AFTER INSERT OR DELETE OR UPDATE ON meetings.minute FOR EACH ROW EXECUTE FUNCTION meetings.enter_in_search();

--
-- Name: minutes enter_in_search; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER enter_in_search AFTER INSERT OR UPDATE OF state ON meetings.minutes FOR EACH ROW EXECUTE FUNCTION meetings.enter_in_search();

--
-- Name: paper enter_in_search; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER enter_in_search AFTER INSERT OR DELETE OR UPDATE ON meetings.paper FOR EACH ROW EXECUTE FUNCTION meetings.enter_paper_in_search();

--
-- Name: paper_version enter_in_search; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER enter_in_search AFTER INSERT OR UPDATE ON meetings.paper_version FOR EACH ROW EXECUTE FUNCTION meetings.enter_part_of_paper_in_search();

--
-- Name: agenda_item keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.agenda_item FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: answer keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.answer FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: answer_part keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.answer_part FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: asked keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.asked FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: attendance keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.attendance FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: correction keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.correction FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: cover_sheet keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.cover_sheet FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: decision keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.decision FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: decision_indicator keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.decision_indicator FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: delegation keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.delegation FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: feed keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.feed FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: forward_item keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.forward_item FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: interest keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.interest FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: invitation keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.invitation FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: meeting keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.meeting FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: minute keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.minute FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: minute_action keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.minute_action FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: minutes keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.minutes FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: minutes_text keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.minutes_text FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: move keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.move FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: paper keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.paper FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: paper_version keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.paper_version FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: practice keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.practice FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: publication keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.publication FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: publication_recipient keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.publication_recipient FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: question keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.question FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: referral keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.referral FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: reminder keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.reminder FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: representation_letter keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.representation_letter FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: request keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.request FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: request_extension keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.request_extension FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: workshop keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.workshop FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: workshop_heading keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.workshop_heading FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: workshop_point keep_history; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON meetings.workshop_point FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: agenda_item note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.agenda_item FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: answer note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.answer FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: answer_part note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.answer_part FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: asked note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.asked FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: attendance note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.attendance FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: correction note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.correction FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: cover_sheet note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.cover_sheet FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: decision note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.decision FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: decision_indicator note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.decision_indicator FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: delegation note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.delegation FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: feed note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.feed FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: forward_item note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.forward_item FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: interest note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.interest FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: invitation note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.invitation FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: meeting note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.meeting FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: minute note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.minute FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: minute_action note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.minute_action FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: minutes note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.minutes FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: minutes_change note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.minutes_change FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: minutes_text note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.minutes_text FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: move note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.move FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: paper note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.paper FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: paper_version note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.paper_version FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: practice note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.practice FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: publication note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.publication FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: publication_recipient note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.publication_recipient FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: question note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.question FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: referral note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.referral FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: reminder note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.reminder FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: representation_letter note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.representation_letter FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: request note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.request FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: request_extension note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.request_extension FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: workshop note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.workshop FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: workshop_heading note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.workshop_heading FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: workshop_point note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.workshop_point FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: workshop_vote note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON meetings.workshop_vote FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: minutes_text refuse_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON meetings.minutes_text FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change_of_text();

--
-- Name: agenda_item refuse_change_of_approved; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER refuse_change_of_approved BEFORE INSERT OR DELETE OR UPDATE ON meetings.agenda_item FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change_of_approved();

--
-- Name: attendance refuse_change_of_approved; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER refuse_change_of_approved BEFORE INSERT OR DELETE OR UPDATE ON meetings.attendance FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change_of_approved();

--
-- Name: correction refuse_change_of_approved; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER refuse_change_of_approved BEFORE INSERT OR DELETE OR UPDATE ON meetings.correction FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change_of_approved_correction();

--
-- Name: decision refuse_change_of_approved; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER refuse_change_of_approved BEFORE INSERT OR DELETE OR UPDATE ON meetings.decision FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change_of_approved();

--
-- Name: interest refuse_change_of_approved; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER refuse_change_of_approved BEFORE INSERT OR DELETE OR UPDATE ON meetings.interest FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change_of_approved();

--
-- Name: minute refuse_change_of_approved; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER refuse_change_of_approved BEFORE INSERT OR DELETE OR UPDATE ON meetings.minute FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change_of_approved_piece();

--
-- Name: minutes refuse_change_of_approved; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER refuse_change_of_approved BEFORE DELETE OR UPDATE ON meetings.minutes FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change_of_approved_minutes();

--
-- Name: agenda_item then_note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER then_note_change AFTER INSERT OR DELETE OR UPDATE ON meetings.agenda_item FOR EACH ROW EXECUTE FUNCTION meetings.note_change_of_agenda();

--
-- Name: minute then_note_change; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER then_note_change BEFORE INSERT OR UPDATE ON meetings.minute FOR EACH ROW EXECUTE FUNCTION meetings.note_change();

--
-- Name: minute then_note_removal; Type: TRIGGER; Schema: meetings; Owner: -
--

CREATE TRIGGER then_note_removal AFTER DELETE ON meetings.minute FOR EACH ROW EXECUTE FUNCTION meetings.note_change();

--
-- Name: person hand_over_account; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER hand_over_account BEFORE INSERT OR UPDATE OF account_id ON partnership.person FOR EACH ROW WHEN ((new.account_id IS NOT NULL)) EXECUTE FUNCTION partnership.hand_over_account();

--
-- Name: absence keep_history; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON partnership.absence FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: area keep_history; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON partnership.area FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: coordinator keep_history; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON partnership.coordinator FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: deputy keep_history; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON partnership.deputy FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: group keep_history; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON partnership."group" FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: group_link keep_history; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON partnership.group_link FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: merged_person keep_history; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON partnership.merged_person FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: neighbour keep_history; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON partnership.neighbour FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: organisation keep_history; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON partnership.organisation FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: outside_body keep_history; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON partnership.outside_body FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: people_apart keep_history; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON partnership.people_apart FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: person keep_history; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON partnership.person FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: post keep_history; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON partnership.post FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: profile keep_history; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON partnership.profile FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: quorum_sector keep_history; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON partnership.quorum_sector FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: seat keep_history; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON partnership.seat FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: succession keep_history; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON partnership.succession FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: tenure keep_history; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON partnership.tenure FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: absence note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership.absence FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: answer_link note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership.answer_link FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: area note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership.area FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: coordinator note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership.coordinator FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: deputy note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership.deputy FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: group note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership."group" FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: group_link note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership.group_link FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: merged_person note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership.merged_person FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: neighbour note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership.neighbour FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: organisation note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership.organisation FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: outside_body note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership.outside_body FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: people_apart note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership.people_apart FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: person note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership.person FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: post note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership.post FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: profile note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership.profile FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: quorum_sector note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership.quorum_sector FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: seat note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership.seat FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: succession note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership.succession FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: tenure note_change; Type: TRIGGER; Schema: partnership; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON partnership.tenure FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: assurance_text enter_in_search; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER enter_in_search AFTER INSERT OR DELETE OR UPDATE ON performance.assurance_text FOR EACH ROW EXECUTE FUNCTION performance.enter_assurance_in_search();

--
-- Name: indicator enter_in_search; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER enter_in_search AFTER INSERT OR DELETE OR UPDATE OF reference, title, definition, note ON performance.indicator FOR EACH ROW EXECUTE FUNCTION performance.enter_indicator_in_search();

--
-- Name: agreement keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.agreement FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: answerable keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.answerable FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: assurance_text keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.assurance_text FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: catalogue keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.catalogue FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: contributor keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.contributor FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: former_definition keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.former_definition FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: import_mapping keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.import_mapping FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: indicator keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.indicator FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: indicator_outcome keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.indicator_outcome FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: locking keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.locking FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: outcome keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.outcome FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: override keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.override FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: proxy keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.proxy FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: rebase keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.rebase FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: responsibility keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.responsibility FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: saved_view keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.saved_view FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: series_break keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.series_break FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: series_name keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.series_name FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: submission keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.submission FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: target keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.target FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: theme keep_history; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON performance.theme FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: agreement note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.agreement FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: answerable note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.answerable FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: assurance_text note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.assurance_text FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: catalogue note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.catalogue FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: catalogue_entry note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.catalogue_entry FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: contributor note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.contributor FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: data_import note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.data_import FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: data_import_name note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.data_import_name FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: data_import_piece note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.data_import_piece FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: data_import_row note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.data_import_row FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: data_return note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.data_return FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: former_definition note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.former_definition FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: import_mapping note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.import_mapping FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: indicator note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.indicator FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: indicator_outcome note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.indicator_outcome FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: locked_indicator note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.locked_indicator FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: locking note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.locking FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: outcome note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.outcome FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: override note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.override FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: proxy note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.proxy FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: rebase note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.rebase FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: reported_figure note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.reported_figure FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: reported_line note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.reported_line FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: responsibility note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.responsibility FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: saved_view note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.saved_view FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: series_break note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.series_break FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: series_name note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.series_name FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: submission note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.submission FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: target note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.target FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: theme note_change; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON performance.theme FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: data_return refuse_locked_delete; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER refuse_locked_delete AFTER DELETE ON performance.data_return REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION performance.refuse_locked();

--
-- Name: override refuse_locked_delete; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER refuse_locked_delete AFTER DELETE ON performance.override REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION performance.refuse_locked();

--
-- Name: target refuse_locked_delete; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER refuse_locked_delete AFTER DELETE ON performance.target REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION performance.refuse_locked();

--
-- Name: data_return refuse_locked_insert; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER refuse_locked_insert AFTER INSERT ON performance.data_return REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION performance.refuse_locked();

--
-- Name: override refuse_locked_insert; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER refuse_locked_insert AFTER INSERT ON performance.override REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION performance.refuse_locked();

--
-- Name: target refuse_locked_insert; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER refuse_locked_insert AFTER INSERT ON performance.target REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION performance.refuse_locked();

--
-- Name: data_return refuse_locked_update; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER refuse_locked_update AFTER UPDATE ON performance.data_return REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION performance.refuse_locked();

--
-- Name: override refuse_locked_update; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER refuse_locked_update AFTER UPDATE ON performance.override REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION performance.refuse_locked();

--
-- Name: target refuse_locked_update; Type: TRIGGER; Schema: performance; Owner: -
--

CREATE TRIGGER refuse_locked_update AFTER UPDATE ON performance.target REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION performance.refuse_locked();

--
-- Name: partnership begin_chain; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER begin_chain AFTER INSERT ON platform.partnership FOR EACH ROW EXECUTE FUNCTION platform.begin_chain();

--
-- Name: history chain_history; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE CONSTRAINT TRIGGER chain_history AFTER INSERT ON platform.history DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION platform.chain_history();

--
-- Name: stored_file_text enter_in_search; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER enter_in_search AFTER INSERT OR UPDATE ON platform.stored_file_text FOR EACH ROW EXECUTE FUNCTION meetings.enter_words_of_file_in_search();

--
-- Name: factor_role keep_history; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON platform.factor_role FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: membership keep_history; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON platform.membership FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: provider keep_history; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON platform.provider FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: provider_domain keep_history; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON platform.provider_domain FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: stored_file keep_history; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON platform.stored_file FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: district keep_history_of_both; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER keep_history_of_both AFTER INSERT OR DELETE ON platform.district FOR EACH ROW EXECUTE FUNCTION platform.keep_history_of_both();

--
-- Name: share keep_history_of_both; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER keep_history_of_both AFTER INSERT OR DELETE ON platform.share FOR EACH ROW EXECUTE FUNCTION platform.keep_history_of_both();

--
-- Name: district note_change; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON platform.district FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: district_code note_change; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON platform.district_code FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: factor_role note_change; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON platform.factor_role FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: history note_change; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON platform.history FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: membership note_change; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON platform.membership FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: provider note_change; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON platform.provider FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: provider_account note_change; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON platform.provider_account FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: provider_domain note_change; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON platform.provider_domain FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: share note_change; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON platform.share FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: stored_file note_change; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON platform.stored_file FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: stored_file_piece note_change; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON platform.stored_file_piece FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: stored_file_text note_change; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON platform.stored_file_text FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: history seal_history; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER seal_history BEFORE INSERT ON platform.history FOR EACH ROW EXECUTE FUNCTION platform.seal_history();

--
-- Name: membership welcome_member; Type: TRIGGER; Schema: platform; Owner: -
--

CREATE TRIGGER welcome_member AFTER INSERT ON platform.membership FOR EACH ROW EXECUTE FUNCTION partnership.welcome_member();

--
-- Name: ambition keep_history; Type: TRIGGER; Schema: thread; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON thread.ambition FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: own_link keep_history; Type: TRIGGER; Schema: thread; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON thread.own_link FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: review keep_history; Type: TRIGGER; Schema: thread; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON thread.review FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: service keep_history; Type: TRIGGER; Schema: thread; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON thread.service FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: set_aside keep_history; Type: TRIGGER; Schema: thread; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON thread.set_aside FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: strategy keep_history; Type: TRIGGER; Schema: thread; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON thread.strategy FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: vision keep_history; Type: TRIGGER; Schema: thread; Owner: -
--

CREATE TRIGGER keep_history AFTER INSERT OR DELETE OR UPDATE ON thread.vision FOR EACH ROW EXECUTE FUNCTION platform.keep_history();

--
-- Name: ambition note_change; Type: TRIGGER; Schema: thread; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON thread.ambition FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: gap_count note_change; Type: TRIGGER; Schema: thread; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON thread.gap_count FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: own_link note_change; Type: TRIGGER; Schema: thread; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON thread.own_link FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: review note_change; Type: TRIGGER; Schema: thread; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON thread.review FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: service note_change; Type: TRIGGER; Schema: thread; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON thread.service FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: set_aside note_change; Type: TRIGGER; Schema: thread; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON thread.set_aside FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: strategy note_change; Type: TRIGGER; Schema: thread; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON thread.strategy FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: vision note_change; Type: TRIGGER; Schema: thread; Owner: -
--

CREATE TRIGGER note_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON thread.vision FOR EACH STATEMENT EXECUTE FUNCTION platform.note_change();

--
-- Name: action action_partnership_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.action
    ADD CONSTRAINT action_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: action action_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.action
    ADD CONSTRAINT action_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id);

--
-- Name: due_change due_change_partnership_id_action_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.due_change
    ADD CONSTRAINT due_change_partnership_id_action_id_fkey FOREIGN KEY (partnership_id, action_id) REFERENCES actions.action(partnership_id, id) ON DELETE CASCADE;

--
-- Name: due_change due_change_partnership_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.due_change
    ADD CONSTRAINT due_change_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: due_change due_change_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.due_change
    ADD CONSTRAINT due_change_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: evidence evidence_partnership_id_action_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.evidence
    ADD CONSTRAINT evidence_partnership_id_action_id_fkey FOREIGN KEY (partnership_id, action_id) REFERENCES actions.action(partnership_id, id) ON DELETE CASCADE;

--
-- Name: evidence evidence_partnership_id_file_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.evidence
    ADD CONSTRAINT evidence_partnership_id_file_id_fkey FOREIGN KEY (partnership_id, file_id) REFERENCES platform.stored_file(partnership_id, id);

--
-- Name: evidence evidence_partnership_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.evidence
    ADD CONSTRAINT evidence_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: evidence evidence_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.evidence
    ADD CONSTRAINT evidence_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: indicator indicator_partnership_id_action_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.indicator
    ADD CONSTRAINT indicator_partnership_id_action_id_fkey FOREIGN KEY (partnership_id, action_id) REFERENCES actions.action(partnership_id, id) ON DELETE CASCADE;

--
-- Name: indicator indicator_partnership_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.indicator
    ADD CONSTRAINT indicator_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: indicator indicator_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.indicator
    ADD CONSTRAINT indicator_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: note note_partnership_id_action_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.note
    ADD CONSTRAINT note_partnership_id_action_id_fkey FOREIGN KEY (partnership_id, action_id) REFERENCES actions.action(partnership_id, id) ON DELETE CASCADE;

--
-- Name: note note_partnership_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.note
    ADD CONSTRAINT note_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: note note_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.note
    ADD CONSTRAINT note_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: owner owner_partnership_id_action_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.owner
    ADD CONSTRAINT owner_partnership_id_action_id_fkey FOREIGN KEY (partnership_id, action_id) REFERENCES actions.action(partnership_id, id) ON DELETE CASCADE;

--
-- Name: owner owner_partnership_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.owner
    ADD CONSTRAINT owner_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: owner owner_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.owner
    ADD CONSTRAINT owner_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id);

--
-- Name: owner owner_partnership_id_organisation_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.owner
    ADD CONSTRAINT owner_partnership_id_organisation_id_fkey FOREIGN KEY (partnership_id, organisation_id) REFERENCES partnership.organisation(partnership_id, id);

--
-- Name: owner owner_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.owner
    ADD CONSTRAINT owner_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: owner owner_partnership_id_seat_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.owner
    ADD CONSTRAINT owner_partnership_id_seat_id_fkey FOREIGN KEY (partnership_id, seat_id) REFERENCES partnership.seat(partnership_id, id);

--
-- Name: reminder reminder_partnership_id_action_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.reminder
    ADD CONSTRAINT reminder_partnership_id_action_id_fkey FOREIGN KEY (partnership_id, action_id) REFERENCES actions.action(partnership_id, id) ON DELETE CASCADE;

--
-- Name: reminder reminder_partnership_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.reminder
    ADD CONSTRAINT reminder_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: reminder reminder_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: actions; Owner: -
--

ALTER TABLE ONLY actions.reminder
    ADD CONSTRAINT reminder_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id) ON DELETE CASCADE;

--
-- Name: action_contributor action_contributor_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.action_contributor
    ADD CONSTRAINT action_contributor_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: action_contributor action_contributor_partnership_id_organisation_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.action_contributor
    ADD CONSTRAINT action_contributor_partnership_id_organisation_id_fkey FOREIGN KEY (partnership_id, organisation_id) REFERENCES partnership.organisation(partnership_id, id);

--
-- Name: action_contributor action_contributor_partnership_id_planned_action_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.action_contributor
    ADD CONSTRAINT action_contributor_partnership_id_planned_action_id_fkey FOREIGN KEY (partnership_id, planned_action_id) REFERENCES delivery.planned_action(partnership_id, id) ON DELETE CASCADE;

--
-- Name: alignment alignment_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.alignment
    ADD CONSTRAINT alignment_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: alignment alignment_partnership_id_other_line_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.alignment
    ADD CONSTRAINT alignment_partnership_id_other_line_id_fkey FOREIGN KEY (partnership_id, other_line_id) REFERENCES delivery.other_line(partnership_id, id) ON DELETE CASCADE;

--
-- Name: alignment alignment_partnership_id_plan_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.alignment
    ADD CONSTRAINT alignment_partnership_id_plan_id_fkey FOREIGN KEY (partnership_id, plan_id) REFERENCES delivery.plan(partnership_id, id) ON DELETE CASCADE;

--
-- Name: alignment alignment_partnership_id_plan_id_outcome_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.alignment
    ADD CONSTRAINT alignment_partnership_id_plan_id_outcome_id_fkey FOREIGN KEY (partnership_id, plan_id, outcome_id) REFERENCES delivery.plan_outcome(partnership_id, plan_id, outcome_id) ON DELETE CASCADE;

--
-- Name: alignment alignment_partnership_id_planned_action_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.alignment
    ADD CONSTRAINT alignment_partnership_id_planned_action_id_fkey FOREIGN KEY (partnership_id, planned_action_id) REFERENCES delivery.planned_action(partnership_id, id) ON DELETE CASCADE;

--
-- Name: chaser chaser_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.chaser
    ADD CONSTRAINT chaser_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: chaser chaser_partnership_id_requirement_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.chaser
    ADD CONSTRAINT chaser_partnership_id_requirement_id_fkey FOREIGN KEY (partnership_id, requirement_id) REFERENCES delivery.requirement(partnership_id, id) ON DELETE CASCADE;

--
-- Name: commentary commentary_partnership_id_area_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.commentary
    ADD CONSTRAINT commentary_partnership_id_area_id_fkey FOREIGN KEY (partnership_id, area_id) REFERENCES partnership.area(partnership_id, id);

--
-- Name: commentary commentary_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.commentary
    ADD CONSTRAINT commentary_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: commentary commentary_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.commentary
    ADD CONSTRAINT commentary_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: four_rs four_rs_partnership_id_decision_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.four_rs
    ADD CONSTRAINT four_rs_partnership_id_decision_id_fkey FOREIGN KEY (partnership_id, decision_id) REFERENCES meetings.decision(partnership_id, id) ON DELETE SET NULL (decision_id);

--
-- Name: four_rs four_rs_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.four_rs
    ADD CONSTRAINT four_rs_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: four_rs four_rs_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.four_rs
    ADD CONSTRAINT four_rs_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: four_rs four_rs_partnership_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.four_rs
    ADD CONSTRAINT four_rs_partnership_id_meeting_id_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings.meeting(partnership_id, id) ON DELETE SET NULL (meeting_id);

--
-- Name: milestone milestone_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.milestone
    ADD CONSTRAINT milestone_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: milestone milestone_partnership_id_planned_action_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.milestone
    ADD CONSTRAINT milestone_partnership_id_planned_action_id_fkey FOREIGN KEY (partnership_id, planned_action_id) REFERENCES delivery.planned_action(partnership_id, id) ON DELETE CASCADE;

--
-- Name: next_step next_step_partnership_id_action_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.next_step
    ADD CONSTRAINT next_step_partnership_id_action_id_fkey FOREIGN KEY (partnership_id, action_id) REFERENCES actions.action(partnership_id, id) ON DELETE SET NULL (action_id);

--
-- Name: next_step next_step_partnership_id_area_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.next_step
    ADD CONSTRAINT next_step_partnership_id_area_id_fkey FOREIGN KEY (partnership_id, area_id) REFERENCES partnership.area(partnership_id, id);

--
-- Name: next_step next_step_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.next_step
    ADD CONSTRAINT next_step_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: next_step next_step_partnership_id_forward_item_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.next_step
    ADD CONSTRAINT next_step_partnership_id_forward_item_id_fkey FOREIGN KEY (partnership_id, forward_item_id) REFERENCES meetings.forward_item(partnership_id, id) ON DELETE SET NULL (forward_item_id);

--
-- Name: next_step next_step_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.next_step
    ADD CONSTRAINT next_step_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: other_line other_line_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.other_line
    ADD CONSTRAINT other_line_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: other_line other_line_partnership_id_other_plan_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.other_line
    ADD CONSTRAINT other_line_partnership_id_other_plan_id_fkey FOREIGN KEY (partnership_id, other_plan_id) REFERENCES delivery.other_plan(partnership_id, id) ON DELETE CASCADE;

--
-- Name: other_plan other_plan_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.other_plan
    ADD CONSTRAINT other_plan_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: plan_indicator plan_indicator_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.plan_indicator
    ADD CONSTRAINT plan_indicator_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: plan_indicator plan_indicator_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.plan_indicator
    ADD CONSTRAINT plan_indicator_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: plan_indicator plan_indicator_partnership_id_plan_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.plan_indicator
    ADD CONSTRAINT plan_indicator_partnership_id_plan_id_fkey FOREIGN KEY (partnership_id, plan_id) REFERENCES delivery.plan(partnership_id, id) ON DELETE CASCADE;

--
-- Name: plan_outcome plan_outcome_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.plan_outcome
    ADD CONSTRAINT plan_outcome_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: plan_outcome plan_outcome_partnership_id_outcome_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.plan_outcome
    ADD CONSTRAINT plan_outcome_partnership_id_outcome_id_fkey FOREIGN KEY (partnership_id, outcome_id) REFERENCES performance.outcome(partnership_id, id) ON DELETE CASCADE;

--
-- Name: plan_outcome plan_outcome_partnership_id_plan_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.plan_outcome
    ADD CONSTRAINT plan_outcome_partnership_id_plan_id_fkey FOREIGN KEY (partnership_id, plan_id) REFERENCES delivery.plan(partnership_id, id) ON DELETE CASCADE;

--
-- Name: plan plan_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.plan
    ADD CONSTRAINT plan_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: plan plan_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.plan
    ADD CONSTRAINT plan_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id);

--
-- Name: plan plan_partnership_id_lead_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.plan
    ADD CONSTRAINT plan_partnership_id_lead_id_fkey FOREIGN KEY (partnership_id, lead_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: plan_version plan_version_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.plan_version
    ADD CONSTRAINT plan_version_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: plan_version plan_version_partnership_id_plan_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.plan_version
    ADD CONSTRAINT plan_version_partnership_id_plan_id_fkey FOREIGN KEY (partnership_id, plan_id) REFERENCES delivery.plan(partnership_id, id) ON DELETE CASCADE;

--
-- Name: plan_version plan_version_partnership_id_step_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.plan_version
    ADD CONSTRAINT plan_version_partnership_id_step_id_fkey FOREIGN KEY (partnership_id, step_id) REFERENCES delivery.step(partnership_id, id) ON DELETE CASCADE;

--
-- Name: planned_action planned_action_partnership_id_action_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.planned_action
    ADD CONSTRAINT planned_action_partnership_id_action_id_fkey FOREIGN KEY (partnership_id, action_id) REFERENCES actions.action(partnership_id, id) ON DELETE CASCADE;

--
-- Name: planned_action planned_action_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.planned_action
    ADD CONSTRAINT planned_action_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: planned_action planned_action_partnership_id_outcome_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.planned_action
    ADD CONSTRAINT planned_action_partnership_id_outcome_id_fkey FOREIGN KEY (partnership_id, outcome_id) REFERENCES performance.outcome(partnership_id, id) ON DELETE SET NULL (outcome_id);

--
-- Name: planned_action planned_action_partnership_id_plan_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.planned_action
    ADD CONSTRAINT planned_action_partnership_id_plan_id_fkey FOREIGN KEY (partnership_id, plan_id) REFERENCES delivery.plan(partnership_id, id) ON DELETE CASCADE;

--
-- Name: progress progress_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.progress
    ADD CONSTRAINT progress_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: progress progress_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.progress
    ADD CONSTRAINT progress_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: progress progress_partnership_id_planned_action_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.progress
    ADD CONSTRAINT progress_partnership_id_planned_action_id_fkey FOREIGN KEY (partnership_id, planned_action_id) REFERENCES delivery.planned_action(partnership_id, id) ON DELETE CASCADE;

--
-- Name: requirement requirement_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.requirement
    ADD CONSTRAINT requirement_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: requirement requirement_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.requirement
    ADD CONSTRAINT requirement_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id);

--
-- Name: resource resource_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.resource
    ADD CONSTRAINT resource_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: resource resource_partnership_id_organisation_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.resource
    ADD CONSTRAINT resource_partnership_id_organisation_id_fkey FOREIGN KEY (partnership_id, organisation_id) REFERENCES partnership.organisation(partnership_id, id);

--
-- Name: resource resource_partnership_id_plan_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.resource
    ADD CONSTRAINT resource_partnership_id_plan_id_fkey FOREIGN KEY (partnership_id, plan_id) REFERENCES delivery.plan(partnership_id, id) ON DELETE CASCADE;

--
-- Name: resource resource_partnership_id_planned_action_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.resource
    ADD CONSTRAINT resource_partnership_id_planned_action_id_fkey FOREIGN KEY (partnership_id, planned_action_id) REFERENCES delivery.planned_action(partnership_id, id) ON DELETE CASCADE;

--
-- Name: review_answer review_answer_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.review_answer
    ADD CONSTRAINT review_answer_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: review_answer review_answer_partnership_id_planned_action_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.review_answer
    ADD CONSTRAINT review_answer_partnership_id_planned_action_id_fkey FOREIGN KEY (partnership_id, planned_action_id) REFERENCES delivery.planned_action(partnership_id, id) ON DELETE CASCADE;

--
-- Name: review_answer review_answer_partnership_id_review_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.review_answer
    ADD CONSTRAINT review_answer_partnership_id_review_id_fkey FOREIGN KEY (partnership_id, review_id) REFERENCES delivery.review(partnership_id, id) ON DELETE CASCADE;

--
-- Name: review review_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.review
    ADD CONSTRAINT review_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: review review_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.review
    ADD CONSTRAINT review_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: review review_partnership_id_plan_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.review
    ADD CONSTRAINT review_partnership_id_plan_id_fkey FOREIGN KEY (partnership_id, plan_id) REFERENCES delivery.plan(partnership_id, id) ON DELETE CASCADE;

--
-- Name: reviewer reviewer_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.reviewer
    ADD CONSTRAINT reviewer_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: reviewer reviewer_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.reviewer
    ADD CONSTRAINT reviewer_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: reviewer reviewer_partnership_id_plan_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.reviewer
    ADD CONSTRAINT reviewer_partnership_id_plan_id_fkey FOREIGN KEY (partnership_id, plan_id) REFERENCES delivery.plan(partnership_id, id) ON DELETE CASCADE;

--
-- Name: step step_partnership_id_decision_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.step
    ADD CONSTRAINT step_partnership_id_decision_id_fkey FOREIGN KEY (partnership_id, decision_id) REFERENCES meetings.decision(partnership_id, id) ON DELETE SET NULL (decision_id);

--
-- Name: step step_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.step
    ADD CONSTRAINT step_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: step step_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.step
    ADD CONSTRAINT step_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: step step_partnership_id_plan_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.step
    ADD CONSTRAINT step_partnership_id_plan_id_fkey FOREIGN KEY (partnership_id, plan_id) REFERENCES delivery.plan(partnership_id, id) ON DELETE CASCADE;

--
-- Name: workplan workplan_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.workplan
    ADD CONSTRAINT workplan_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: workplan workplan_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.workplan
    ADD CONSTRAINT workplan_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id);

--
-- Name: workplan workplan_partnership_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.workplan
    ADD CONSTRAINT workplan_partnership_id_meeting_id_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings.meeting(partnership_id, id) ON DELETE CASCADE;

--
-- Name: workplan_text workplan_text_partnership_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.workplan_text
    ADD CONSTRAINT workplan_text_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: workplan_text workplan_text_partnership_id_workplan_id_fkey; Type: FK CONSTRAINT; Schema: delivery; Owner: -
--

ALTER TABLE ONLY delivery.workplan_text
    ADD CONSTRAINT workplan_text_partnership_id_workplan_id_fkey FOREIGN KEY (partnership_id, workplan_id) REFERENCES delivery.workplan(partnership_id, id) ON DELETE CASCADE;

--
-- Name: agenda_item agenda_item_partnership_id_about_group_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.agenda_item
    ADD CONSTRAINT agenda_item_partnership_id_about_group_id_fkey FOREIGN KEY (partnership_id, about_group_id) REFERENCES partnership."group"(partnership_id, id);

--
-- Name: agenda_item agenda_item_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.agenda_item
    ADD CONSTRAINT agenda_item_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: agenda_item agenda_item_partnership_id_forward_item_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.agenda_item
    ADD CONSTRAINT agenda_item_partnership_id_forward_item_id_fkey FOREIGN KEY (partnership_id, forward_item_id) REFERENCES meetings.forward_item(partnership_id, id) ON DELETE SET NULL (forward_item_id);

--
-- Name: agenda_item agenda_item_partnership_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.agenda_item
    ADD CONSTRAINT agenda_item_partnership_id_meeting_id_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings.meeting(partnership_id, id) ON DELETE CASCADE;

--
-- Name: agenda_item agenda_item_partnership_id_parent_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.agenda_item
    ADD CONSTRAINT agenda_item_partnership_id_parent_id_fkey FOREIGN KEY (partnership_id, parent_id) REFERENCES meetings.agenda_item(partnership_id, id) ON DELETE CASCADE;

--
-- Name: agenda_item agenda_item_partnership_id_presenter_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.agenda_item
    ADD CONSTRAINT agenda_item_partnership_id_presenter_id_fkey FOREIGN KEY (partnership_id, presenter_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: answer_part answer_part_partnership_id_asked_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.answer_part
    ADD CONSTRAINT answer_part_partnership_id_asked_id_fkey FOREIGN KEY (partnership_id, asked_id) REFERENCES meetings.answer(partnership_id, asked_id) ON DELETE CASCADE;

--
-- Name: answer_part answer_part_partnership_id_file_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.answer_part
    ADD CONSTRAINT answer_part_partnership_id_file_id_fkey FOREIGN KEY (partnership_id, file_id) REFERENCES platform.stored_file(partnership_id, id);

--
-- Name: answer_part answer_part_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.answer_part
    ADD CONSTRAINT answer_part_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: answer_part answer_part_partnership_id_question_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.answer_part
    ADD CONSTRAINT answer_part_partnership_id_question_id_fkey FOREIGN KEY (partnership_id, question_id) REFERENCES meetings.question(partnership_id, id) ON DELETE CASCADE;

--
-- Name: answer answer_partnership_id_asked_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.answer
    ADD CONSTRAINT answer_partnership_id_asked_id_fkey FOREIGN KEY (partnership_id, asked_id) REFERENCES meetings.asked(partnership_id, id) ON DELETE CASCADE;

--
-- Name: answer answer_partnership_id_by_person_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.answer
    ADD CONSTRAINT answer_partnership_id_by_person_id_fkey FOREIGN KEY (partnership_id, by_person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: answer answer_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.answer
    ADD CONSTRAINT answer_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: asked asked_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.asked
    ADD CONSTRAINT asked_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: asked asked_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.asked
    ADD CONSTRAINT asked_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: asked asked_partnership_id_request_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.asked
    ADD CONSTRAINT asked_partnership_id_request_id_fkey FOREIGN KEY (partnership_id, request_id) REFERENCES meetings.request(partnership_id, id) ON DELETE CASCADE;

--
-- Name: asked asked_partnership_id_seat_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.asked
    ADD CONSTRAINT asked_partnership_id_seat_id_fkey FOREIGN KEY (partnership_id, seat_id) REFERENCES partnership.seat(partnership_id, id) ON DELETE CASCADE;

--
-- Name: attendance attendance_partnership_id_ended_tenure_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.attendance
    ADD CONSTRAINT attendance_partnership_id_ended_tenure_id_fkey FOREIGN KEY (partnership_id, ended_tenure_id) REFERENCES partnership.tenure(partnership_id, id) ON DELETE SET NULL (ended_tenure_id);

--
-- Name: attendance attendance_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.attendance
    ADD CONSTRAINT attendance_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: attendance attendance_partnership_id_for_person_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.attendance
    ADD CONSTRAINT attendance_partnership_id_for_person_id_fkey FOREIGN KEY (partnership_id, for_person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: attendance attendance_partnership_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.attendance
    ADD CONSTRAINT attendance_partnership_id_meeting_id_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings.meeting(partnership_id, id) ON DELETE CASCADE;

--
-- Name: attendance attendance_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.attendance
    ADD CONSTRAINT attendance_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: attendance attendance_partnership_id_seat_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.attendance
    ADD CONSTRAINT attendance_partnership_id_seat_id_fkey FOREIGN KEY (partnership_id, seat_id) REFERENCES partnership.seat(partnership_id, id);

--
-- Name: attendance attendance_partnership_id_sends_person_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.attendance
    ADD CONSTRAINT attendance_partnership_id_sends_person_id_fkey FOREIGN KEY (partnership_id, sends_person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: correction correction_partnership_id_agreed_in_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.correction
    ADD CONSTRAINT correction_partnership_id_agreed_in_id_fkey FOREIGN KEY (partnership_id, agreed_in_id) REFERENCES meetings.meeting(partnership_id, id);

--
-- Name: correction correction_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.correction
    ADD CONSTRAINT correction_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: correction correction_partnership_id_minute_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.correction
    ADD CONSTRAINT correction_partnership_id_minute_id_fkey FOREIGN KEY (partnership_id, minute_id) REFERENCES meetings.minute(partnership_id, id) ON DELETE SET NULL (minute_id);

--
-- Name: correction correction_partnership_id_of_meeting_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.correction
    ADD CONSTRAINT correction_partnership_id_of_meeting_id_fkey FOREIGN KEY (partnership_id, of_meeting_id) REFERENCES meetings.meeting(partnership_id, id) ON DELETE CASCADE;

--
-- Name: correction correction_partnership_id_of_minute_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.correction
    ADD CONSTRAINT correction_partnership_id_of_minute_id_fkey FOREIGN KEY (partnership_id, of_minute_id) REFERENCES meetings.minute(partnership_id, id) ON DELETE SET NULL (of_minute_id);

--
-- Name: correction correction_partnership_id_proposed_by_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.correction
    ADD CONSTRAINT correction_partnership_id_proposed_by_id_fkey FOREIGN KEY (partnership_id, proposed_by_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: cover_sheet cover_sheet_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.cover_sheet
    ADD CONSTRAINT cover_sheet_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: cover_sheet cover_sheet_partnership_id_paper_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.cover_sheet
    ADD CONSTRAINT cover_sheet_partnership_id_paper_id_fkey FOREIGN KEY (partnership_id, paper_id) REFERENCES meetings.paper(partnership_id, id) ON DELETE CASCADE;

--
-- Name: decision_indicator decision_indicator_partnership_id_decision_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.decision_indicator
    ADD CONSTRAINT decision_indicator_partnership_id_decision_id_fkey FOREIGN KEY (partnership_id, decision_id) REFERENCES meetings.decision(partnership_id, id) ON DELETE CASCADE;

--
-- Name: decision_indicator decision_indicator_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.decision_indicator
    ADD CONSTRAINT decision_indicator_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: decision_indicator decision_indicator_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.decision_indicator
    ADD CONSTRAINT decision_indicator_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: decision decision_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.decision
    ADD CONSTRAINT decision_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: decision decision_partnership_id_item_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.decision
    ADD CONSTRAINT decision_partnership_id_item_id_fkey FOREIGN KEY (partnership_id, item_id) REFERENCES meetings.agenda_item(partnership_id, id) ON DELETE SET NULL (item_id);

--
-- Name: decision decision_partnership_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.decision
    ADD CONSTRAINT decision_partnership_id_meeting_id_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings.meeting(partnership_id, id);

--
-- Name: decision decision_partnership_id_minute_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.decision
    ADD CONSTRAINT decision_partnership_id_minute_id_fkey FOREIGN KEY (partnership_id, minute_id) REFERENCES meetings.minute(partnership_id, id) ON DELETE SET NULL (minute_id);

--
-- Name: decision decision_partnership_id_proposer_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.decision
    ADD CONSTRAINT decision_partnership_id_proposer_id_fkey FOREIGN KEY (partnership_id, proposer_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: decision decision_partnership_id_seconder_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.decision
    ADD CONSTRAINT decision_partnership_id_seconder_id_fkey FOREIGN KEY (partnership_id, seconder_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: delegation delegation_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.delegation
    ADD CONSTRAINT delegation_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: delegation delegation_partnership_id_from_group_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.delegation
    ADD CONSTRAINT delegation_partnership_id_from_group_id_fkey FOREIGN KEY (partnership_id, from_group_id) REFERENCES partnership."group"(partnership_id, id) ON DELETE SET NULL (from_group_id);

--
-- Name: delegation delegation_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.delegation
    ADD CONSTRAINT delegation_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id) ON DELETE CASCADE;

--
-- Name: feed feed_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.feed
    ADD CONSTRAINT feed_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: feed feed_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.feed
    ADD CONSTRAINT feed_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id) ON DELETE CASCADE;

--
-- Name: feed feed_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.feed
    ADD CONSTRAINT feed_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id) ON DELETE CASCADE;

--
-- Name: forward_item forward_item_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.forward_item
    ADD CONSTRAINT forward_item_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: forward_item forward_item_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.forward_item
    ADD CONSTRAINT forward_item_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id);

--
-- Name: forward_item forward_item_partnership_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.forward_item
    ADD CONSTRAINT forward_item_partnership_id_meeting_id_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings.meeting(partnership_id, id) ON DELETE SET NULL (meeting_id);

--
-- Name: forward_item forward_item_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.forward_item
    ADD CONSTRAINT forward_item_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: forward_item forward_item_partnership_id_seat_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.forward_item
    ADD CONSTRAINT forward_item_partnership_id_seat_id_fkey FOREIGN KEY (partnership_id, seat_id) REFERENCES partnership.seat(partnership_id, id);

--
-- Name: forward_item forward_item_partnership_id_source_item_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.forward_item
    ADD CONSTRAINT forward_item_partnership_id_source_item_id_fkey FOREIGN KEY (partnership_id, source_item_id) REFERENCES meetings.agenda_item(partnership_id, id) ON DELETE SET NULL (source_item_id);

--
-- Name: interest interest_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.interest
    ADD CONSTRAINT interest_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: interest interest_partnership_id_item_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.interest
    ADD CONSTRAINT interest_partnership_id_item_id_fkey FOREIGN KEY (partnership_id, item_id) REFERENCES meetings.agenda_item(partnership_id, id) ON DELETE CASCADE;

--
-- Name: interest interest_partnership_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.interest
    ADD CONSTRAINT interest_partnership_id_meeting_id_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings.meeting(partnership_id, id) ON DELETE CASCADE;

--
-- Name: interest interest_partnership_id_minute_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.interest
    ADD CONSTRAINT interest_partnership_id_minute_id_fkey FOREIGN KEY (partnership_id, minute_id) REFERENCES meetings.minute(partnership_id, id) ON DELETE SET NULL (minute_id);

--
-- Name: interest interest_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.interest
    ADD CONSTRAINT interest_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: invitation invitation_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.invitation
    ADD CONSTRAINT invitation_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: invitation invitation_partnership_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.invitation
    ADD CONSTRAINT invitation_partnership_id_meeting_id_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings.meeting(partnership_id, id) ON DELETE CASCADE;

--
-- Name: invitation invitation_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.invitation
    ADD CONSTRAINT invitation_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id) ON DELETE CASCADE;

--
-- Name: meeting meeting_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.meeting
    ADD CONSTRAINT meeting_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: meeting meeting_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.meeting
    ADD CONSTRAINT meeting_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id);

--
-- Name: meeting meeting_partnership_id_host_organisation_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.meeting
    ADD CONSTRAINT meeting_partnership_id_host_organisation_id_fkey FOREIGN KEY (partnership_id, host_organisation_id) REFERENCES partnership.organisation(partnership_id, id);

--
-- Name: minute_action minute_action_partnership_id_action_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minute_action
    ADD CONSTRAINT minute_action_partnership_id_action_id_fkey FOREIGN KEY (partnership_id, action_id) REFERENCES actions.action(partnership_id, id);

--
-- Name: minute_action minute_action_partnership_id_due_meeting_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minute_action
    ADD CONSTRAINT minute_action_partnership_id_due_meeting_id_fkey FOREIGN KEY (partnership_id, due_meeting_id) REFERENCES meetings.meeting(partnership_id, id);

--
-- Name: minute_action minute_action_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minute_action
    ADD CONSTRAINT minute_action_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: minute_action minute_action_partnership_id_minute_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minute_action
    ADD CONSTRAINT minute_action_partnership_id_minute_id_fkey FOREIGN KEY (partnership_id, minute_id) REFERENCES meetings.minute(partnership_id, id);

--
-- Name: minute minute_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minute
    ADD CONSTRAINT minute_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: minute minute_partnership_id_item_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minute
    ADD CONSTRAINT minute_partnership_id_item_id_fkey FOREIGN KEY (partnership_id, item_id) REFERENCES meetings.agenda_item(partnership_id, id) ON DELETE CASCADE;

--
-- Name: minute minute_partnership_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minute
    ADD CONSTRAINT minute_partnership_id_meeting_id_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings.meeting(partnership_id, id) ON DELETE CASCADE;

--
-- Name: minutes_change minutes_change_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minutes_change
    ADD CONSTRAINT minutes_change_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: minutes_change minutes_change_partnership_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minutes_change
    ADD CONSTRAINT minutes_change_partnership_id_meeting_id_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings.meeting(partnership_id, id) ON DELETE CASCADE;

--
-- Name: minutes minutes_partnership_id_approved_in_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minutes
    ADD CONSTRAINT minutes_partnership_id_approved_in_id_fkey FOREIGN KEY (partnership_id, approved_in_id) REFERENCES meetings.meeting(partnership_id, id);

--
-- Name: minutes minutes_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minutes
    ADD CONSTRAINT minutes_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: minutes minutes_partnership_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minutes
    ADD CONSTRAINT minutes_partnership_id_meeting_id_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings.meeting(partnership_id, id) ON DELETE CASCADE;

--
-- Name: minutes_text minutes_text_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minutes_text
    ADD CONSTRAINT minutes_text_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: minutes_text minutes_text_partnership_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.minutes_text
    ADD CONSTRAINT minutes_text_partnership_id_meeting_id_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings.minutes(partnership_id, meeting_id) ON DELETE CASCADE;

--
-- Name: move move_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.move
    ADD CONSTRAINT move_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: move move_partnership_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.move
    ADD CONSTRAINT move_partnership_id_meeting_id_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings.meeting(partnership_id, id) ON DELETE CASCADE;

--
-- Name: paper paper_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.paper
    ADD CONSTRAINT paper_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: paper paper_partnership_id_forward_item_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.paper
    ADD CONSTRAINT paper_partnership_id_forward_item_id_fkey FOREIGN KEY (partnership_id, forward_item_id) REFERENCES meetings.forward_item(partnership_id, id) ON DELETE SET NULL (forward_item_id);

--
-- Name: paper paper_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.paper
    ADD CONSTRAINT paper_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id);

--
-- Name: paper paper_partnership_id_item_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.paper
    ADD CONSTRAINT paper_partnership_id_item_id_fkey FOREIGN KEY (partnership_id, item_id) REFERENCES meetings.agenda_item(partnership_id, id) ON DELETE SET NULL (item_id);

--
-- Name: paper paper_partnership_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.paper
    ADD CONSTRAINT paper_partnership_id_meeting_id_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings.meeting(partnership_id, id) ON DELETE CASCADE;

--
-- Name: paper paper_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.paper
    ADD CONSTRAINT paper_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: paper_version paper_version_partnership_id_file_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.paper_version
    ADD CONSTRAINT paper_version_partnership_id_file_id_fkey FOREIGN KEY (partnership_id, file_id) REFERENCES platform.stored_file(partnership_id, id);

--
-- Name: paper_version paper_version_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.paper_version
    ADD CONSTRAINT paper_version_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: paper_version paper_version_partnership_id_paper_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.paper_version
    ADD CONSTRAINT paper_version_partnership_id_paper_id_fkey FOREIGN KEY (partnership_id, paper_id) REFERENCES meetings.paper(partnership_id, id) ON DELETE CASCADE;

--
-- Name: practice practice_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.practice
    ADD CONSTRAINT practice_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: practice practice_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.practice
    ADD CONSTRAINT practice_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id) ON DELETE CASCADE;

--
-- Name: publication publication_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.publication
    ADD CONSTRAINT publication_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: publication publication_partnership_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.publication
    ADD CONSTRAINT publication_partnership_id_meeting_id_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings.meeting(partnership_id, id) ON DELETE CASCADE;

--
-- Name: publication_recipient publication_recipient_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.publication_recipient
    ADD CONSTRAINT publication_recipient_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: publication_recipient publication_recipient_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.publication_recipient
    ADD CONSTRAINT publication_recipient_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: publication_recipient publication_recipient_partnership_id_publication_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.publication_recipient
    ADD CONSTRAINT publication_recipient_partnership_id_publication_id_fkey FOREIGN KEY (partnership_id, publication_id) REFERENCES meetings.publication(partnership_id, id) ON DELETE CASCADE;

--
-- Name: question question_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.question
    ADD CONSTRAINT question_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: question question_partnership_id_request_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.question
    ADD CONSTRAINT question_partnership_id_request_id_fkey FOREIGN KEY (partnership_id, request_id) REFERENCES meetings.request(partnership_id, id) ON DELETE CASCADE;

--
-- Name: question question_partnership_id_template_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.question
    ADD CONSTRAINT question_partnership_id_template_id_fkey FOREIGN KEY (partnership_id, template_id) REFERENCES platform.stored_file(partnership_id, id);

--
-- Name: referral referral_partnership_id_decision_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.referral
    ADD CONSTRAINT referral_partnership_id_decision_id_fkey FOREIGN KEY (partnership_id, decision_id) REFERENCES meetings.decision(partnership_id, id) ON DELETE CASCADE;

--
-- Name: referral referral_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.referral
    ADD CONSTRAINT referral_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: referral referral_partnership_id_forward_item_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.referral
    ADD CONSTRAINT referral_partnership_id_forward_item_id_fkey FOREIGN KEY (partnership_id, forward_item_id) REFERENCES meetings.forward_item(partnership_id, id) ON DELETE SET NULL (forward_item_id);

--
-- Name: referral referral_partnership_id_to_group_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.referral
    ADD CONSTRAINT referral_partnership_id_to_group_id_fkey FOREIGN KEY (partnership_id, to_group_id) REFERENCES partnership."group"(partnership_id, id);

--
-- Name: reminder reminder_partnership_id_asked_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.reminder
    ADD CONSTRAINT reminder_partnership_id_asked_id_fkey FOREIGN KEY (partnership_id, asked_id) REFERENCES meetings.asked(partnership_id, id) ON DELETE CASCADE;

--
-- Name: reminder reminder_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.reminder
    ADD CONSTRAINT reminder_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: representation_letter representation_letter_partnership_id_about_group_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.representation_letter
    ADD CONSTRAINT representation_letter_partnership_id_about_group_id_fkey FOREIGN KEY (partnership_id, about_group_id) REFERENCES partnership."group"(partnership_id, id) ON DELETE CASCADE;

--
-- Name: representation_letter representation_letter_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.representation_letter
    ADD CONSTRAINT representation_letter_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: representation_letter representation_letter_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.representation_letter
    ADD CONSTRAINT representation_letter_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id) ON DELETE CASCADE;

--
-- Name: representation_letter representation_letter_partnership_id_last_meeting_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.representation_letter
    ADD CONSTRAINT representation_letter_partnership_id_last_meeting_id_fkey FOREIGN KEY (partnership_id, last_meeting_id) REFERENCES meetings.meeting(partnership_id, id) ON DELETE CASCADE;

--
-- Name: request_extension request_extension_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.request_extension
    ADD CONSTRAINT request_extension_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: request_extension request_extension_partnership_id_request_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.request_extension
    ADD CONSTRAINT request_extension_partnership_id_request_id_fkey FOREIGN KEY (partnership_id, request_id) REFERENCES meetings.request(partnership_id, id) ON DELETE CASCADE;

--
-- Name: request request_partnership_id_action_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.request
    ADD CONSTRAINT request_partnership_id_action_id_fkey FOREIGN KEY (partnership_id, action_id) REFERENCES actions.action(partnership_id, id) ON DELETE SET NULL (action_id);

--
-- Name: request request_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.request
    ADD CONSTRAINT request_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: request request_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.request
    ADD CONSTRAINT request_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id);

--
-- Name: request request_partnership_id_item_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.request
    ADD CONSTRAINT request_partnership_id_item_id_fkey FOREIGN KEY (partnership_id, item_id) REFERENCES meetings.agenda_item(partnership_id, id) ON DELETE SET NULL (item_id);

--
-- Name: request request_partnership_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.request
    ADD CONSTRAINT request_partnership_id_meeting_id_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings.meeting(partnership_id, id) ON DELETE SET NULL (meeting_id);

--
-- Name: workshop_heading workshop_heading_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop_heading
    ADD CONSTRAINT workshop_heading_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: workshop_heading workshop_heading_partnership_id_workshop_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop_heading
    ADD CONSTRAINT workshop_heading_partnership_id_workshop_id_fkey FOREIGN KEY (partnership_id, workshop_id) REFERENCES meetings.workshop(partnership_id, id) ON DELETE CASCADE;

--
-- Name: workshop workshop_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop
    ADD CONSTRAINT workshop_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: workshop workshop_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop
    ADD CONSTRAINT workshop_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id);

--
-- Name: workshop workshop_partnership_id_item_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop
    ADD CONSTRAINT workshop_partnership_id_item_id_fkey FOREIGN KEY (partnership_id, item_id) REFERENCES meetings.agenda_item(partnership_id, id) ON DELETE SET NULL (item_id);

--
-- Name: workshop workshop_partnership_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop
    ADD CONSTRAINT workshop_partnership_id_meeting_id_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings.meeting(partnership_id, id) ON DELETE SET NULL (meeting_id);

--
-- Name: workshop workshop_partnership_id_minute_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop
    ADD CONSTRAINT workshop_partnership_id_minute_id_fkey FOREIGN KEY (partnership_id, minute_id) REFERENCES meetings.minute(partnership_id, id) ON DELETE SET NULL (minute_id);

--
-- Name: workshop_point workshop_point_partnership_id_action_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop_point
    ADD CONSTRAINT workshop_point_partnership_id_action_id_fkey FOREIGN KEY (partnership_id, action_id) REFERENCES actions.action(partnership_id, id) ON DELETE SET NULL (action_id);

--
-- Name: workshop_point workshop_point_partnership_id_by_person_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop_point
    ADD CONSTRAINT workshop_point_partnership_id_by_person_id_fkey FOREIGN KEY (partnership_id, by_person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: workshop_point workshop_point_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop_point
    ADD CONSTRAINT workshop_point_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: workshop_point workshop_point_partnership_id_forward_item_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop_point
    ADD CONSTRAINT workshop_point_partnership_id_forward_item_id_fkey FOREIGN KEY (partnership_id, forward_item_id) REFERENCES meetings.forward_item(partnership_id, id) ON DELETE SET NULL (forward_item_id);

--
-- Name: workshop_point workshop_point_partnership_id_heading_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop_point
    ADD CONSTRAINT workshop_point_partnership_id_heading_id_fkey FOREIGN KEY (partnership_id, heading_id) REFERENCES meetings.workshop_heading(partnership_id, id) ON DELETE SET NULL (heading_id);

--
-- Name: workshop_point workshop_point_partnership_id_merged_into_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop_point
    ADD CONSTRAINT workshop_point_partnership_id_merged_into_id_fkey FOREIGN KEY (partnership_id, merged_into_id) REFERENCES meetings.workshop_point(partnership_id, id) ON DELETE SET NULL (merged_into_id);

--
-- Name: workshop_point workshop_point_partnership_id_workshop_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop_point
    ADD CONSTRAINT workshop_point_partnership_id_workshop_id_fkey FOREIGN KEY (partnership_id, workshop_id) REFERENCES meetings.workshop(partnership_id, id) ON DELETE CASCADE;

--
-- Name: workshop_vote workshop_vote_partnership_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop_vote
    ADD CONSTRAINT workshop_vote_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: workshop_vote workshop_vote_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop_vote
    ADD CONSTRAINT workshop_vote_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: workshop_vote workshop_vote_partnership_id_point_id_fkey; Type: FK CONSTRAINT; Schema: meetings; Owner: -
--

ALTER TABLE ONLY meetings.workshop_vote
    ADD CONSTRAINT workshop_vote_partnership_id_point_id_fkey FOREIGN KEY (partnership_id, point_id) REFERENCES meetings.workshop_point(partnership_id, id) ON DELETE CASCADE;

--
-- Name: absence absence_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.absence
    ADD CONSTRAINT absence_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: absence absence_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.absence
    ADD CONSTRAINT absence_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: answer_link answer_link_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.answer_link
    ADD CONSTRAINT answer_link_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: answer_link answer_link_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.answer_link
    ADD CONSTRAINT answer_link_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id) ON DELETE CASCADE;

--
-- Name: area area_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.area
    ADD CONSTRAINT area_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: area area_partnership_id_parent_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.area
    ADD CONSTRAINT area_partnership_id_parent_id_fkey FOREIGN KEY (partnership_id, parent_id) REFERENCES partnership.area(partnership_id, id);

--
-- Name: coordinator coordinator_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.coordinator
    ADD CONSTRAINT coordinator_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: coordinator coordinator_partnership_id_organisation_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.coordinator
    ADD CONSTRAINT coordinator_partnership_id_organisation_id_fkey FOREIGN KEY (partnership_id, organisation_id) REFERENCES partnership.organisation(partnership_id, id);

--
-- Name: coordinator coordinator_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.coordinator
    ADD CONSTRAINT coordinator_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: deputy deputy_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.deputy
    ADD CONSTRAINT deputy_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: deputy deputy_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.deputy
    ADD CONSTRAINT deputy_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: deputy deputy_partnership_id_seat_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.deputy
    ADD CONSTRAINT deputy_partnership_id_seat_id_fkey FOREIGN KEY (partnership_id, seat_id) REFERENCES partnership.seat(partnership_id, id);

--
-- Name: group_link group_link_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.group_link
    ADD CONSTRAINT group_link_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: group_link group_link_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.group_link
    ADD CONSTRAINT group_link_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id) ON DELETE CASCADE;

--
-- Name: group_link group_link_partnership_id_to_body_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.group_link
    ADD CONSTRAINT group_link_partnership_id_to_body_id_fkey FOREIGN KEY (partnership_id, to_body_id) REFERENCES partnership.outside_body(partnership_id, id);

--
-- Name: group_link group_link_partnership_id_to_group_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.group_link
    ADD CONSTRAINT group_link_partnership_id_to_group_id_fkey FOREIGN KEY (partnership_id, to_group_id) REFERENCES partnership."group"(partnership_id, id) ON DELETE CASCADE;

--
-- Name: group group_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership."group"
    ADD CONSTRAINT group_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: group group_partnership_id_parent_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership."group"
    ADD CONSTRAINT group_partnership_id_parent_id_fkey FOREIGN KEY (partnership_id, parent_id) REFERENCES partnership."group"(partnership_id, id);

--
-- Name: merged_person merged_person_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.merged_person
    ADD CONSTRAINT merged_person_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: merged_person merged_person_partnership_id_into_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.merged_person
    ADD CONSTRAINT merged_person_partnership_id_into_id_fkey FOREIGN KEY (partnership_id, into_id) REFERENCES partnership.person(partnership_id, id) ON DELETE CASCADE;

--
-- Name: neighbour neighbour_partnership_id_area_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.neighbour
    ADD CONSTRAINT neighbour_partnership_id_area_id_fkey FOREIGN KEY (partnership_id, area_id) REFERENCES partnership.area(partnership_id, id) ON DELETE CASCADE;

--
-- Name: neighbour neighbour_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.neighbour
    ADD CONSTRAINT neighbour_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: neighbour neighbour_partnership_id_neighbour_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.neighbour
    ADD CONSTRAINT neighbour_partnership_id_neighbour_id_fkey FOREIGN KEY (partnership_id, neighbour_id) REFERENCES partnership.area(partnership_id, id) ON DELETE CASCADE;

--
-- Name: organisation organisation_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.organisation
    ADD CONSTRAINT organisation_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: outside_body outside_body_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.outside_body
    ADD CONSTRAINT outside_body_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: people_apart people_apart_partnership_id_first_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.people_apart
    ADD CONSTRAINT people_apart_partnership_id_first_id_fkey FOREIGN KEY (partnership_id, first_id) REFERENCES partnership.person(partnership_id, id) ON DELETE CASCADE;

--
-- Name: people_apart people_apart_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.people_apart
    ADD CONSTRAINT people_apart_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: people_apart people_apart_partnership_id_second_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.people_apart
    ADD CONSTRAINT people_apart_partnership_id_second_id_fkey FOREIGN KEY (partnership_id, second_id) REFERENCES partnership.person(partnership_id, id) ON DELETE CASCADE;

--
-- Name: person person_partnership_id_account_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.person
    ADD CONSTRAINT person_partnership_id_account_id_fkey FOREIGN KEY (partnership_id, account_id) REFERENCES platform.membership(partnership_id, account_id) ON DELETE SET NULL (account_id);

--
-- Name: person person_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.person
    ADD CONSTRAINT person_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: post post_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.post
    ADD CONSTRAINT post_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: post post_partnership_id_organisation_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.post
    ADD CONSTRAINT post_partnership_id_organisation_id_fkey FOREIGN KEY (partnership_id, organisation_id) REFERENCES partnership.organisation(partnership_id, id);

--
-- Name: post post_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.post
    ADD CONSTRAINT post_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: profile profile_partnership_id_area_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.profile
    ADD CONSTRAINT profile_partnership_id_area_id_fkey FOREIGN KEY (partnership_id, area_id) REFERENCES partnership.area(partnership_id, id);

--
-- Name: profile profile_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.profile
    ADD CONSTRAINT profile_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: quorum_sector quorum_sector_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.quorum_sector
    ADD CONSTRAINT quorum_sector_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: quorum_sector quorum_sector_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.quorum_sector
    ADD CONSTRAINT quorum_sector_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id) ON DELETE CASCADE;

--
-- Name: seat seat_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.seat
    ADD CONSTRAINT seat_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: seat seat_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.seat
    ADD CONSTRAINT seat_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id);

--
-- Name: seat seat_partnership_id_organisation_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.seat
    ADD CONSTRAINT seat_partnership_id_organisation_id_fkey FOREIGN KEY (partnership_id, organisation_id) REFERENCES partnership.organisation(partnership_id, id);

--
-- Name: succession succession_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.succession
    ADD CONSTRAINT succession_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: succession succession_partnership_id_predecessor_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.succession
    ADD CONSTRAINT succession_partnership_id_predecessor_id_fkey FOREIGN KEY (partnership_id, predecessor_id) REFERENCES partnership.organisation(partnership_id, id);

--
-- Name: succession succession_partnership_id_successor_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.succession
    ADD CONSTRAINT succession_partnership_id_successor_id_fkey FOREIGN KEY (partnership_id, successor_id) REFERENCES partnership.organisation(partnership_id, id);

--
-- Name: tenure tenure_partnership_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.tenure
    ADD CONSTRAINT tenure_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: tenure tenure_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.tenure
    ADD CONSTRAINT tenure_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: tenure tenure_partnership_id_seat_id_fkey; Type: FK CONSTRAINT; Schema: partnership; Owner: -
--

ALTER TABLE ONLY partnership.tenure
    ADD CONSTRAINT tenure_partnership_id_seat_id_fkey FOREIGN KEY (partnership_id, seat_id) REFERENCES partnership.seat(partnership_id, id);

--
-- Name: agreement agreement_partnership_id_area_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.agreement
    ADD CONSTRAINT agreement_partnership_id_area_id_fkey FOREIGN KEY (partnership_id, area_id) REFERENCES partnership.area(partnership_id, id);

--
-- Name: agreement agreement_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.agreement
    ADD CONSTRAINT agreement_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: answerable answerable_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.answerable
    ADD CONSTRAINT answerable_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: answerable answerable_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.answerable
    ADD CONSTRAINT answerable_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id);

--
-- Name: answerable answerable_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.answerable
    ADD CONSTRAINT answerable_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: answerable answerable_partnership_id_person_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.answerable
    ADD CONSTRAINT answerable_partnership_id_person_id_fkey FOREIGN KEY (partnership_id, person_id) REFERENCES partnership.person(partnership_id, id);

--
-- Name: answerable answerable_partnership_id_seat_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.answerable
    ADD CONSTRAINT answerable_partnership_id_seat_id_fkey FOREIGN KEY (partnership_id, seat_id) REFERENCES partnership.seat(partnership_id, id);

--
-- Name: assurance_text assurance_text_partnership_id_area_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.assurance_text
    ADD CONSTRAINT assurance_text_partnership_id_area_id_fkey FOREIGN KEY (partnership_id, area_id) REFERENCES partnership.area(partnership_id, id);

--
-- Name: assurance_text assurance_text_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.assurance_text
    ADD CONSTRAINT assurance_text_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: assurance_text assurance_text_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.assurance_text
    ADD CONSTRAINT assurance_text_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: catalogue_entry catalogue_entry_partnership_id_catalogue_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.catalogue_entry
    ADD CONSTRAINT catalogue_entry_partnership_id_catalogue_id_fkey FOREIGN KEY (partnership_id, catalogue_id) REFERENCES performance.catalogue(partnership_id, id) ON DELETE CASCADE;

--
-- Name: catalogue_entry catalogue_entry_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.catalogue_entry
    ADD CONSTRAINT catalogue_entry_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: catalogue catalogue_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.catalogue
    ADD CONSTRAINT catalogue_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: contributor contributor_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.contributor
    ADD CONSTRAINT contributor_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: contributor contributor_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.contributor
    ADD CONSTRAINT contributor_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: contributor contributor_partnership_id_organisation_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.contributor
    ADD CONSTRAINT contributor_partnership_id_organisation_id_fkey FOREIGN KEY (partnership_id, organisation_id) REFERENCES partnership.organisation(partnership_id, id);

--
-- Name: data_import_name data_import_name_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.data_import_name
    ADD CONSTRAINT data_import_name_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: data_import_name data_import_name_partnership_id_import_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.data_import_name
    ADD CONSTRAINT data_import_name_partnership_id_import_id_fkey FOREIGN KEY (partnership_id, import_id) REFERENCES performance.data_import(partnership_id, id) ON DELETE CASCADE;

--
-- Name: data_import data_import_partnership_id_agreement_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.data_import
    ADD CONSTRAINT data_import_partnership_id_agreement_id_fkey FOREIGN KEY (partnership_id, agreement_id) REFERENCES performance.agreement(partnership_id, id);

--
-- Name: data_import data_import_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.data_import
    ADD CONSTRAINT data_import_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: data_import_piece data_import_piece_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.data_import_piece
    ADD CONSTRAINT data_import_piece_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: data_import_piece data_import_piece_partnership_id_import_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.data_import_piece
    ADD CONSTRAINT data_import_piece_partnership_id_import_id_fkey FOREIGN KEY (partnership_id, import_id) REFERENCES performance.data_import(partnership_id, id) ON DELETE CASCADE;

--
-- Name: data_import_row data_import_row_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.data_import_row
    ADD CONSTRAINT data_import_row_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: data_import_row data_import_row_partnership_id_import_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.data_import_row
    ADD CONSTRAINT data_import_row_partnership_id_import_id_fkey FOREIGN KEY (partnership_id, import_id) REFERENCES performance.data_import(partnership_id, id) ON DELETE CASCADE;

--
-- Name: data_return data_return_partnership_id_area_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.data_return
    ADD CONSTRAINT data_return_partnership_id_area_id_fkey FOREIGN KEY (partnership_id, area_id) REFERENCES partnership.area(partnership_id, id);

--
-- Name: data_return data_return_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.data_return
    ADD CONSTRAINT data_return_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: data_return data_return_partnership_id_import_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.data_return
    ADD CONSTRAINT data_return_partnership_id_import_id_fkey FOREIGN KEY (partnership_id, import_id) REFERENCES performance.data_import(partnership_id, id);

--
-- Name: data_return data_return_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.data_return
    ADD CONSTRAINT data_return_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id);

--
-- Name: former_definition former_definition_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.former_definition
    ADD CONSTRAINT former_definition_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: former_definition former_definition_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.former_definition
    ADD CONSTRAINT former_definition_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: import_mapping import_mapping_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.import_mapping
    ADD CONSTRAINT import_mapping_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: indicator_outcome indicator_outcome_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.indicator_outcome
    ADD CONSTRAINT indicator_outcome_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: indicator_outcome indicator_outcome_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.indicator_outcome
    ADD CONSTRAINT indicator_outcome_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: indicator_outcome indicator_outcome_partnership_id_outcome_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.indicator_outcome
    ADD CONSTRAINT indicator_outcome_partnership_id_outcome_id_fkey FOREIGN KEY (partnership_id, outcome_id) REFERENCES performance.outcome(partnership_id, id);

--
-- Name: indicator indicator_partnership_id_agreement_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.indicator
    ADD CONSTRAINT indicator_partnership_id_agreement_id_fkey FOREIGN KEY (partnership_id, agreement_id) REFERENCES performance.agreement(partnership_id, id);

--
-- Name: indicator indicator_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.indicator
    ADD CONSTRAINT indicator_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: indicator indicator_partnership_id_lead_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.indicator
    ADD CONSTRAINT indicator_partnership_id_lead_id_fkey FOREIGN KEY (partnership_id, lead_id) REFERENCES partnership.organisation(partnership_id, id);

--
-- Name: locked_indicator locked_indicator_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.locked_indicator
    ADD CONSTRAINT locked_indicator_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: locked_indicator locked_indicator_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.locked_indicator
    ADD CONSTRAINT locked_indicator_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id);

--
-- Name: locked_indicator locked_indicator_partnership_id_locking_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.locked_indicator
    ADD CONSTRAINT locked_indicator_partnership_id_locking_id_fkey FOREIGN KEY (partnership_id, locking_id) REFERENCES performance.locking(partnership_id, id) ON DELETE CASCADE;

--
-- Name: locking locking_partnership_id_agreement_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.locking
    ADD CONSTRAINT locking_partnership_id_agreement_id_fkey FOREIGN KEY (partnership_id, agreement_id) REFERENCES performance.agreement(partnership_id, id);

--
-- Name: locking locking_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.locking
    ADD CONSTRAINT locking_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: outcome outcome_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.outcome
    ADD CONSTRAINT outcome_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: outcome outcome_partnership_id_theme_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.outcome
    ADD CONSTRAINT outcome_partnership_id_theme_id_fkey FOREIGN KEY (partnership_id, theme_id) REFERENCES performance.theme(partnership_id, id);

--
-- Name: override override_partnership_id_area_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.override
    ADD CONSTRAINT override_partnership_id_area_id_fkey FOREIGN KEY (partnership_id, area_id) REFERENCES partnership.area(partnership_id, id);

--
-- Name: override override_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.override
    ADD CONSTRAINT override_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: override override_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.override
    ADD CONSTRAINT override_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: proxy proxy_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.proxy
    ADD CONSTRAINT proxy_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: proxy proxy_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.proxy
    ADD CONSTRAINT proxy_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: proxy proxy_partnership_id_proxy_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.proxy
    ADD CONSTRAINT proxy_partnership_id_proxy_id_fkey FOREIGN KEY (partnership_id, proxy_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: rebase rebase_partnership_id_area_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.rebase
    ADD CONSTRAINT rebase_partnership_id_area_id_fkey FOREIGN KEY (partnership_id, area_id) REFERENCES partnership.area(partnership_id, id);

--
-- Name: rebase rebase_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.rebase
    ADD CONSTRAINT rebase_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: rebase rebase_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.rebase
    ADD CONSTRAINT rebase_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: reported_figure reported_figure_partnership_id_area_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.reported_figure
    ADD CONSTRAINT reported_figure_partnership_id_area_id_fkey FOREIGN KEY (partnership_id, area_id) REFERENCES partnership.area(partnership_id, id);

--
-- Name: reported_figure reported_figure_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.reported_figure
    ADD CONSTRAINT reported_figure_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: reported_figure reported_figure_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.reported_figure
    ADD CONSTRAINT reported_figure_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id);

--
-- Name: reported_figure reported_figure_partnership_id_locking_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.reported_figure
    ADD CONSTRAINT reported_figure_partnership_id_locking_id_fkey FOREIGN KEY (partnership_id, locking_id) REFERENCES performance.locking(partnership_id, id);

--
-- Name: reported_line reported_line_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.reported_line
    ADD CONSTRAINT reported_line_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: reported_line reported_line_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.reported_line
    ADD CONSTRAINT reported_line_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id);

--
-- Name: reported_line reported_line_partnership_id_locking_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.reported_line
    ADD CONSTRAINT reported_line_partnership_id_locking_id_fkey FOREIGN KEY (partnership_id, locking_id) REFERENCES performance.locking(partnership_id, id);

--
-- Name: responsibility responsibility_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.responsibility
    ADD CONSTRAINT responsibility_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: responsibility responsibility_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.responsibility
    ADD CONSTRAINT responsibility_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id) ON DELETE CASCADE;

--
-- Name: responsibility responsibility_partnership_id_outcome_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.responsibility
    ADD CONSTRAINT responsibility_partnership_id_outcome_id_fkey FOREIGN KEY (partnership_id, outcome_id) REFERENCES performance.outcome(partnership_id, id) ON DELETE CASCADE;

--
-- Name: responsibility responsibility_partnership_id_theme_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.responsibility
    ADD CONSTRAINT responsibility_partnership_id_theme_id_fkey FOREIGN KEY (partnership_id, theme_id) REFERENCES performance.theme(partnership_id, id) ON DELETE CASCADE;

--
-- Name: saved_view saved_view_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.saved_view
    ADD CONSTRAINT saved_view_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: series_break series_break_partnership_id_area_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.series_break
    ADD CONSTRAINT series_break_partnership_id_area_id_fkey FOREIGN KEY (partnership_id, area_id) REFERENCES partnership.area(partnership_id, id);

--
-- Name: series_break series_break_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.series_break
    ADD CONSTRAINT series_break_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: series_break series_break_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.series_break
    ADD CONSTRAINT series_break_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: series_name series_name_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.series_name
    ADD CONSTRAINT series_name_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: series_name series_name_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.series_name
    ADD CONSTRAINT series_name_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: submission submission_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.submission
    ADD CONSTRAINT submission_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: submission submission_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.submission
    ADD CONSTRAINT submission_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: target target_partnership_id_area_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.target
    ADD CONSTRAINT target_partnership_id_area_id_fkey FOREIGN KEY (partnership_id, area_id) REFERENCES partnership.area(partnership_id, id);

--
-- Name: target target_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.target
    ADD CONSTRAINT target_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: target target_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.target
    ADD CONSTRAINT target_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id);

--
-- Name: theme theme_partnership_id_agreement_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.theme
    ADD CONSTRAINT theme_partnership_id_agreement_id_fkey FOREIGN KEY (partnership_id, agreement_id) REFERENCES performance.agreement(partnership_id, id);

--
-- Name: theme theme_partnership_id_fkey; Type: FK CONSTRAINT; Schema: performance; Owner: -
--

ALTER TABLE ONLY performance.theme
    ADD CONSTRAINT theme_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: authenticator authenticator_account_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.authenticator
    ADD CONSTRAINT authenticator_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE CASCADE;

--
-- Name: change change_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.change
    ADD CONSTRAINT change_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: daily daily_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.daily
    ADD CONSTRAINT daily_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: district_code district_code_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.district_code
    ADD CONSTRAINT district_code_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: district district_county_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.district
    ADD CONSTRAINT district_county_id_fkey FOREIGN KEY (county_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: district district_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.district
    ADD CONSTRAINT district_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: factor_role factor_role_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.factor_role
    ADD CONSTRAINT factor_role_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: history_head history_head_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.history_head
    ADD CONSTRAINT history_head_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: history_link history_link_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.history_link
    ADD CONSTRAINT history_link_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: history history_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.history
    ADD CONSTRAINT history_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: job job_account_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.job
    ADD CONSTRAINT job_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE SET NULL;

--
-- Name: job job_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.job
    ADD CONSTRAINT job_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: membership membership_account_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.membership
    ADD CONSTRAINT membership_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE CASCADE;

--
-- Name: membership membership_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.membership
    ADD CONSTRAINT membership_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: one_time_link one_time_link_account_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.one_time_link
    ADD CONSTRAINT one_time_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE CASCADE;

--
-- Name: one_time_link_secret one_time_link_secret_link_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.one_time_link_secret
    ADD CONSTRAINT one_time_link_secret_link_id_fkey FOREIGN KEY (link_id) REFERENCES platform.one_time_link(id) ON DELETE CASCADE;

--
-- Name: passkey passkey_account_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.passkey
    ADD CONSTRAINT passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE CASCADE;

--
-- Name: posted posted_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.posted
    ADD CONSTRAINT posted_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: provider_account provider_account_partnership_id_account_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.provider_account
    ADD CONSTRAINT provider_account_partnership_id_account_id_fkey FOREIGN KEY (partnership_id, account_id) REFERENCES platform.membership(partnership_id, account_id) ON DELETE CASCADE;

--
-- Name: provider_account provider_account_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.provider_account
    ADD CONSTRAINT provider_account_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: provider_account provider_account_partnership_id_provider_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.provider_account
    ADD CONSTRAINT provider_account_partnership_id_provider_id_fkey FOREIGN KEY (partnership_id, provider_id) REFERENCES platform.provider(partnership_id, id) ON DELETE CASCADE;

--
-- Name: provider_domain provider_domain_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.provider_domain
    ADD CONSTRAINT provider_domain_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: provider_domain provider_domain_partnership_id_provider_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.provider_domain
    ADD CONSTRAINT provider_domain_partnership_id_provider_id_fkey FOREIGN KEY (partnership_id, provider_id) REFERENCES platform.provider(partnership_id, id) ON DELETE CASCADE;

--
-- Name: provider provider_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.provider
    ADD CONSTRAINT provider_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: provider_request provider_request_account_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.provider_request
    ADD CONSTRAINT provider_request_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE CASCADE;

--
-- Name: provider_request provider_request_invitation_digest_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.provider_request
    ADD CONSTRAINT provider_request_invitation_digest_fkey FOREIGN KEY (invitation_digest) REFERENCES platform.one_time_link_secret(digest) ON DELETE CASCADE;

--
-- Name: provider_request provider_request_partnership_id_provider_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.provider_request
    ADD CONSTRAINT provider_request_partnership_id_provider_id_fkey FOREIGN KEY (partnership_id, provider_id) REFERENCES platform.provider(partnership_id, id) ON DELETE CASCADE;

--
-- Name: provider_secret provider_secret_partnership_id_provider_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.provider_secret
    ADD CONSTRAINT provider_secret_partnership_id_provider_id_fkey FOREIGN KEY (partnership_id, provider_id) REFERENCES platform.provider(partnership_id, id) ON DELETE CASCADE;

--
-- Name: recovery_code recovery_code_account_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.recovery_code
    ADD CONSTRAINT recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE CASCADE;

--
-- Name: search_entry search_entry_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.search_entry
    ADD CONSTRAINT search_entry_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: second_step second_step_account_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.second_step
    ADD CONSTRAINT second_step_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE CASCADE;

--
-- Name: second_step second_step_only_partnership_id_provider_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.second_step
    ADD CONSTRAINT second_step_only_partnership_id_provider_id_fkey FOREIGN KEY (only_partnership_id, provider_id) REFERENCES platform.provider(partnership_id, id) ON DELETE CASCADE;

--
-- Name: session session_account_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.session
    ADD CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE CASCADE;

--
-- Name: session session_only_partnership_id_provider_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.session
    ADD CONSTRAINT session_only_partnership_id_provider_id_fkey FOREIGN KEY (only_partnership_id, provider_id) REFERENCES platform.provider(partnership_id, id) ON DELETE CASCADE;

--
-- Name: share share_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.share
    ADD CONSTRAINT share_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.district(partnership_id) ON DELETE CASCADE;

--
-- Name: share share_partnership_id_fkey1; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.share
    ADD CONSTRAINT share_partnership_id_fkey1 FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: stored_file stored_file_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.stored_file
    ADD CONSTRAINT stored_file_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: stored_file_piece stored_file_piece_partnership_id_file_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.stored_file_piece
    ADD CONSTRAINT stored_file_piece_partnership_id_file_id_fkey FOREIGN KEY (partnership_id, file_id) REFERENCES platform.stored_file(partnership_id, id) ON DELETE CASCADE;

--
-- Name: stored_file_piece stored_file_piece_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.stored_file_piece
    ADD CONSTRAINT stored_file_piece_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: stored_file_text stored_file_text_partnership_id_file_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.stored_file_text
    ADD CONSTRAINT stored_file_text_partnership_id_file_id_fkey FOREIGN KEY (partnership_id, file_id) REFERENCES platform.stored_file(partnership_id, id) ON DELETE CASCADE;

--
-- Name: stored_file_text stored_file_text_partnership_id_fkey; Type: FK CONSTRAINT; Schema: platform; Owner: -
--

ALTER TABLE ONLY platform.stored_file_text
    ADD CONSTRAINT stored_file_text_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: ambition ambition_partnership_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.ambition
    ADD CONSTRAINT ambition_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: ambition ambition_partnership_id_parent_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.ambition
    ADD CONSTRAINT ambition_partnership_id_parent_id_fkey FOREIGN KEY (partnership_id, parent_id) REFERENCES thread.ambition(partnership_id, id) ON DELETE CASCADE;

--
-- Name: ambition ambition_partnership_id_vision_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.ambition
    ADD CONSTRAINT ambition_partnership_id_vision_id_fkey FOREIGN KEY (partnership_id, vision_id) REFERENCES thread.vision(partnership_id, id) ON DELETE CASCADE;

--
-- Name: gap_count gap_count_partnership_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.gap_count
    ADD CONSTRAINT gap_count_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: own_link own_link_partnership_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.own_link
    ADD CONSTRAINT own_link_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: review review_partnership_id_decision_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.review
    ADD CONSTRAINT review_partnership_id_decision_id_fkey FOREIGN KEY (partnership_id, decision_id) REFERENCES meetings.decision(partnership_id, id) ON DELETE SET NULL (decision_id);

--
-- Name: review review_partnership_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.review
    ADD CONSTRAINT review_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: review review_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.review
    ADD CONSTRAINT review_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id);

--
-- Name: review review_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.review
    ADD CONSTRAINT review_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: review review_partnership_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.review
    ADD CONSTRAINT review_partnership_id_meeting_id_fkey FOREIGN KEY (partnership_id, meeting_id) REFERENCES meetings.meeting(partnership_id, id) ON DELETE SET NULL (meeting_id);

--
-- Name: review review_partnership_id_plan_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.review
    ADD CONSTRAINT review_partnership_id_plan_id_fkey FOREIGN KEY (partnership_id, plan_id) REFERENCES delivery.plan(partnership_id, id) ON DELETE CASCADE;

--
-- Name: review review_partnership_id_step_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.review
    ADD CONSTRAINT review_partnership_id_step_id_fkey FOREIGN KEY (partnership_id, step_id) REFERENCES delivery.step(partnership_id, id) ON DELETE SET NULL (step_id);

--
-- Name: review review_partnership_id_theme_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.review
    ADD CONSTRAINT review_partnership_id_theme_id_fkey FOREIGN KEY (partnership_id, theme_id) REFERENCES performance.theme(partnership_id, id) ON DELETE CASCADE;

--
-- Name: service service_partnership_id_ambition_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.service
    ADD CONSTRAINT service_partnership_id_ambition_id_fkey FOREIGN KEY (partnership_id, ambition_id) REFERENCES thread.ambition(partnership_id, id) ON DELETE CASCADE;

--
-- Name: service service_partnership_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.service
    ADD CONSTRAINT service_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: service service_partnership_id_outcome_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.service
    ADD CONSTRAINT service_partnership_id_outcome_id_fkey FOREIGN KEY (partnership_id, outcome_id) REFERENCES performance.outcome(partnership_id, id) ON DELETE CASCADE;

--
-- Name: service service_partnership_id_theme_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.service
    ADD CONSTRAINT service_partnership_id_theme_id_fkey FOREIGN KEY (partnership_id, theme_id) REFERENCES performance.theme(partnership_id, id) ON DELETE CASCADE;

--
-- Name: set_aside set_aside_partnership_id_action_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.set_aside
    ADD CONSTRAINT set_aside_partnership_id_action_id_fkey FOREIGN KEY (partnership_id, action_id) REFERENCES actions.action(partnership_id, id) ON DELETE CASCADE;

--
-- Name: set_aside set_aside_partnership_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.set_aside
    ADD CONSTRAINT set_aside_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: set_aside set_aside_partnership_id_indicator_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.set_aside
    ADD CONSTRAINT set_aside_partnership_id_indicator_id_fkey FOREIGN KEY (partnership_id, indicator_id) REFERENCES performance.indicator(partnership_id, id) ON DELETE CASCADE;

--
-- Name: strategy strategy_partnership_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.strategy
    ADD CONSTRAINT strategy_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: strategy strategy_partnership_id_group_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.strategy
    ADD CONSTRAINT strategy_partnership_id_group_id_fkey FOREIGN KEY (partnership_id, group_id) REFERENCES partnership."group"(partnership_id, id);

--
-- Name: strategy strategy_partnership_id_organisation_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.strategy
    ADD CONSTRAINT strategy_partnership_id_organisation_id_fkey FOREIGN KEY (partnership_id, organisation_id) REFERENCES partnership.organisation(partnership_id, id);

--
-- Name: vision vision_partnership_id_fkey; Type: FK CONSTRAINT; Schema: thread; Owner: -
--

ALTER TABLE ONLY thread.vision
    ADD CONSTRAINT vision_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES platform.partnership(id) ON DELETE CASCADE;

--
-- Name: action; Type: ROW SECURITY; Schema: actions; Owner: -
--

ALTER TABLE actions.action ENABLE ROW LEVEL SECURITY;

--
-- Name: due_change; Type: ROW SECURITY; Schema: actions; Owner: -
--

ALTER TABLE actions.due_change ENABLE ROW LEVEL SECURITY;

--
-- Name: evidence; Type: ROW SECURITY; Schema: actions; Owner: -
--

ALTER TABLE actions.evidence ENABLE ROW LEVEL SECURITY;

--
-- Name: indicator; Type: ROW SECURITY; Schema: actions; Owner: -
--

ALTER TABLE actions.indicator ENABLE ROW LEVEL SECURITY;

--
-- Name: note; Type: ROW SECURITY; Schema: actions; Owner: -
--

ALTER TABLE actions.note ENABLE ROW LEVEL SECURITY;

--
-- Name: action own_partnership; Type: POLICY; Schema: actions; Owner: -
--

CREATE POLICY own_partnership ON actions.action TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: due_change own_partnership; Type: POLICY; Schema: actions; Owner: -
--

CREATE POLICY own_partnership ON actions.due_change TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: evidence own_partnership; Type: POLICY; Schema: actions; Owner: -
--

CREATE POLICY own_partnership ON actions.evidence TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: indicator own_partnership; Type: POLICY; Schema: actions; Owner: -
--

CREATE POLICY own_partnership ON actions.indicator TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: note own_partnership; Type: POLICY; Schema: actions; Owner: -
--

CREATE POLICY own_partnership ON actions.note TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: owner own_partnership; Type: POLICY; Schema: actions; Owner: -
--

CREATE POLICY own_partnership ON actions.owner TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: reminder own_partnership; Type: POLICY; Schema: actions; Owner: -
--

CREATE POLICY own_partnership ON actions.reminder TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: owner; Type: ROW SECURITY; Schema: actions; Owner: -
--

ALTER TABLE actions.owner ENABLE ROW LEVEL SECURITY;

--
-- Name: reminder; Type: ROW SECURITY; Schema: actions; Owner: -
--

ALTER TABLE actions.reminder ENABLE ROW LEVEL SECURITY;

--
-- Name: action_contributor; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.action_contributor ENABLE ROW LEVEL SECURITY;

--
-- Name: alignment; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.alignment ENABLE ROW LEVEL SECURITY;

--
-- Name: chaser; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.chaser ENABLE ROW LEVEL SECURITY;

--
-- Name: commentary; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.commentary ENABLE ROW LEVEL SECURITY;

--
-- Name: four_rs; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.four_rs ENABLE ROW LEVEL SECURITY;

--
-- Name: milestone; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.milestone ENABLE ROW LEVEL SECURITY;

--
-- Name: next_step; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.next_step ENABLE ROW LEVEL SECURITY;

--
-- Name: other_line; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.other_line ENABLE ROW LEVEL SECURITY;

--
-- Name: other_plan; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.other_plan ENABLE ROW LEVEL SECURITY;

--
-- Name: action_contributor own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.action_contributor TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: alignment own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.alignment TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: chaser own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.chaser TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: commentary own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.commentary TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: four_rs own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.four_rs TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: milestone own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.milestone TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: next_step own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.next_step TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: other_line own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.other_line TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: other_plan own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.other_plan TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: plan own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.plan TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: plan_indicator own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.plan_indicator TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: plan_outcome own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.plan_outcome TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: plan_version own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.plan_version TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: planned_action own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.planned_action TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: progress own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.progress TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: requirement own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.requirement TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: resource own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.resource TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: review own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.review TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: review_answer own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.review_answer TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: reviewer own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.reviewer TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: step own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.step TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: workplan own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.workplan TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: workplan_text own_partnership; Type: POLICY; Schema: delivery; Owner: -
--

CREATE POLICY own_partnership ON delivery.workplan_text TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: plan; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.plan ENABLE ROW LEVEL SECURITY;

--
-- Name: plan_indicator; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.plan_indicator ENABLE ROW LEVEL SECURITY;

--
-- Name: plan_outcome; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.plan_outcome ENABLE ROW LEVEL SECURITY;

--
-- Name: plan_version; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.plan_version ENABLE ROW LEVEL SECURITY;

--
-- Name: planned_action; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.planned_action ENABLE ROW LEVEL SECURITY;

--
-- Name: progress; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.progress ENABLE ROW LEVEL SECURITY;

--
-- Name: requirement; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.requirement ENABLE ROW LEVEL SECURITY;

--
-- Name: resource; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.resource ENABLE ROW LEVEL SECURITY;

--
-- Name: review; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.review ENABLE ROW LEVEL SECURITY;

--
-- Name: review_answer; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.review_answer ENABLE ROW LEVEL SECURITY;

--
-- Name: reviewer; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.reviewer ENABLE ROW LEVEL SECURITY;

--
-- Name: step; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.step ENABLE ROW LEVEL SECURITY;

--
-- Name: workplan; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.workplan ENABLE ROW LEVEL SECURITY;

--
-- Name: workplan_text; Type: ROW SECURITY; Schema: delivery; Owner: -
--

ALTER TABLE delivery.workplan_text ENABLE ROW LEVEL SECURITY;

--
-- Name: agenda_item; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.agenda_item ENABLE ROW LEVEL SECURITY;

--
-- Name: answer; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.answer ENABLE ROW LEVEL SECURITY;

--
-- Name: answer_part; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.answer_part ENABLE ROW LEVEL SECURITY;

--
-- Name: asked; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.asked ENABLE ROW LEVEL SECURITY;

--
-- Name: attendance; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.attendance ENABLE ROW LEVEL SECURITY;

--
-- Name: correction; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.correction ENABLE ROW LEVEL SECURITY;

--
-- Name: cover_sheet; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.cover_sheet ENABLE ROW LEVEL SECURITY;

--
-- Name: decision; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.decision ENABLE ROW LEVEL SECURITY;

--
-- Name: decision_indicator; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.decision_indicator ENABLE ROW LEVEL SECURITY;

--
-- Name: delegation; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.delegation ENABLE ROW LEVEL SECURITY;

--
-- Name: feed; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.feed ENABLE ROW LEVEL SECURITY;

--
-- Name: forward_item; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.forward_item ENABLE ROW LEVEL SECURITY;

--
-- Name: interest; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.interest ENABLE ROW LEVEL SECURITY;

--
-- Name: invitation; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.invitation ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.meeting ENABLE ROW LEVEL SECURITY;

--
-- Name: minute; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.minute ENABLE ROW LEVEL SECURITY;

--
-- Name: minute_action; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.minute_action ENABLE ROW LEVEL SECURITY;

--
-- Name: minutes; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.minutes ENABLE ROW LEVEL SECURITY;

--
-- Name: minutes_change; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.minutes_change ENABLE ROW LEVEL SECURITY;

--
-- Name: minutes_text; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.minutes_text ENABLE ROW LEVEL SECURITY;

--
-- Name: move; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.move ENABLE ROW LEVEL SECURITY;

--
-- Name: agenda_item own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.agenda_item TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: answer own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.answer TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: answer_part own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.answer_part TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: asked own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.asked TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: attendance own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.attendance TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: correction own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.correction TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: cover_sheet own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.cover_sheet TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: decision own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.decision TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: decision_indicator own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.decision_indicator TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: delegation own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.delegation TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: feed own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.feed TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: forward_item own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.forward_item TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: interest own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.interest TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: invitation own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.invitation TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: meeting own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.meeting TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: minute own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.minute TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: minute_action own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.minute_action TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: minutes own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.minutes TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: minutes_change own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.minutes_change TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: minutes_text own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.minutes_text TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: move own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.move TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: paper own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.paper TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: paper_version own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.paper_version TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: practice own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.practice TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: publication own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.publication TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: publication_recipient own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.publication_recipient TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: question own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.question TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: referral own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.referral TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: reminder own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.reminder TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: representation_letter own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.representation_letter TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: request own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.request TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: request_extension own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.request_extension TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: workshop own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.workshop TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: workshop_heading own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.workshop_heading TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: workshop_point own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.workshop_point TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: workshop_vote own_partnership; Type: POLICY; Schema: meetings; Owner: -
--

CREATE POLICY own_partnership ON meetings.workshop_vote TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: paper; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.paper ENABLE ROW LEVEL SECURITY;

--
-- Name: paper_version; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.paper_version ENABLE ROW LEVEL SECURITY;

--
-- Name: practice; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.practice ENABLE ROW LEVEL SECURITY;

--
-- Name: publication; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.publication ENABLE ROW LEVEL SECURITY;

--
-- Name: publication_recipient; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.publication_recipient ENABLE ROW LEVEL SECURITY;

--
-- Name: question; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.question ENABLE ROW LEVEL SECURITY;

--
-- Name: referral; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.referral ENABLE ROW LEVEL SECURITY;

--
-- Name: reminder; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.reminder ENABLE ROW LEVEL SECURITY;

--
-- Name: representation_letter; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.representation_letter ENABLE ROW LEVEL SECURITY;

--
-- Name: request; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.request ENABLE ROW LEVEL SECURITY;

--
-- Name: request_extension; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.request_extension ENABLE ROW LEVEL SECURITY;

--
-- Name: workshop; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.workshop ENABLE ROW LEVEL SECURITY;

--
-- Name: workshop_heading; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.workshop_heading ENABLE ROW LEVEL SECURITY;

--
-- Name: workshop_point; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.workshop_point ENABLE ROW LEVEL SECURITY;

--
-- Name: workshop_vote; Type: ROW SECURITY; Schema: meetings; Owner: -
--

ALTER TABLE meetings.workshop_vote ENABLE ROW LEVEL SECURITY;

--
-- Name: absence; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership.absence ENABLE ROW LEVEL SECURITY;

--
-- Name: answer_link; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership.answer_link ENABLE ROW LEVEL SECURITY;

--
-- Name: area; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership.area ENABLE ROW LEVEL SECURITY;

--
-- Name: coordinator; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership.coordinator ENABLE ROW LEVEL SECURITY;

--
-- Name: deputy; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership.deputy ENABLE ROW LEVEL SECURITY;

--
-- Name: group; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership."group" ENABLE ROW LEVEL SECURITY;

--
-- Name: group_link; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership.group_link ENABLE ROW LEVEL SECURITY;

--
-- Name: merged_person; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership.merged_person ENABLE ROW LEVEL SECURITY;

--
-- Name: neighbour; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership.neighbour ENABLE ROW LEVEL SECURITY;

--
-- Name: organisation; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership.organisation ENABLE ROW LEVEL SECURITY;

--
-- Name: outside_body; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership.outside_body ENABLE ROW LEVEL SECURITY;

--
-- Name: absence own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership.absence TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: answer_link own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership.answer_link TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: area own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership.area TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: coordinator own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership.coordinator TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: deputy own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership.deputy TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: group own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership."group" TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: group_link own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership.group_link TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: merged_person own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership.merged_person TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: neighbour own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership.neighbour TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: organisation own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership.organisation TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: outside_body own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership.outside_body TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: people_apart own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership.people_apart TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: person own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership.person TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: post own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership.post TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: profile own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership.profile TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: quorum_sector own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership.quorum_sector TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: seat own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership.seat TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: succession own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership.succession TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: tenure own_partnership; Type: POLICY; Schema: partnership; Owner: -
--

CREATE POLICY own_partnership ON partnership.tenure TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: people_apart; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership.people_apart ENABLE ROW LEVEL SECURITY;

--
-- Name: person; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership.person ENABLE ROW LEVEL SECURITY;

--
-- Name: post; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership.post ENABLE ROW LEVEL SECURITY;

--
-- Name: profile; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership.profile ENABLE ROW LEVEL SECURITY;

--
-- Name: quorum_sector; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership.quorum_sector ENABLE ROW LEVEL SECURITY;

--
-- Name: seat; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership.seat ENABLE ROW LEVEL SECURITY;

--
-- Name: succession; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership.succession ENABLE ROW LEVEL SECURITY;

--
-- Name: tenure; Type: ROW SECURITY; Schema: partnership; Owner: -
--

ALTER TABLE partnership.tenure ENABLE ROW LEVEL SECURITY;

--
-- Name: agreement; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.agreement ENABLE ROW LEVEL SECURITY;

--
-- Name: answerable; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.answerable ENABLE ROW LEVEL SECURITY;

--
-- Name: assurance_text; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.assurance_text ENABLE ROW LEVEL SECURITY;

--
-- Name: catalogue; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.catalogue ENABLE ROW LEVEL SECURITY;

--
-- Name: catalogue_entry; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.catalogue_entry ENABLE ROW LEVEL SECURITY;

--
-- Name: contributor; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.contributor ENABLE ROW LEVEL SECURITY;

--
-- Name: data_import; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.data_import ENABLE ROW LEVEL SECURITY;

--
-- Name: data_import_name; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.data_import_name ENABLE ROW LEVEL SECURITY;

--
-- Name: data_import_piece; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.data_import_piece ENABLE ROW LEVEL SECURITY;

--
-- Name: data_import_row; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.data_import_row ENABLE ROW LEVEL SECURITY;

--
-- Name: data_return; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.data_return ENABLE ROW LEVEL SECURITY;

--
-- Name: former_definition; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.former_definition ENABLE ROW LEVEL SECURITY;

--
-- Name: import_mapping; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.import_mapping ENABLE ROW LEVEL SECURITY;

--
-- Name: indicator; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.indicator ENABLE ROW LEVEL SECURITY;

--
-- Name: indicator_outcome; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.indicator_outcome ENABLE ROW LEVEL SECURITY;

--
-- Name: locked_indicator; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.locked_indicator ENABLE ROW LEVEL SECURITY;

--
-- Name: locking; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.locking ENABLE ROW LEVEL SECURITY;

--
-- Name: outcome; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.outcome ENABLE ROW LEVEL SECURITY;

--
-- Name: override; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.override ENABLE ROW LEVEL SECURITY;

--
-- Name: agreement own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.agreement TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: answerable own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.answerable TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: assurance_text own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.assurance_text TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: catalogue own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.catalogue TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: catalogue_entry own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.catalogue_entry TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: contributor own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.contributor TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: data_import own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.data_import TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: data_import_name own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.data_import_name TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: data_import_piece own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.data_import_piece TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: data_import_row own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.data_import_row TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: data_return own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.data_return TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: former_definition own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.former_definition TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: import_mapping own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.import_mapping TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: indicator own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.indicator TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: indicator_outcome own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.indicator_outcome TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: locked_indicator own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.locked_indicator TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: locking own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.locking TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: outcome own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.outcome TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: override own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.override TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: proxy own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.proxy TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: rebase own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.rebase TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: reported_figure own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.reported_figure TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: reported_line own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.reported_line TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: responsibility own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.responsibility TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: saved_view own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.saved_view TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: series_break own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.series_break TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: series_name own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.series_name TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: submission own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.submission TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: target own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.target TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: theme own_partnership; Type: POLICY; Schema: performance; Owner: -
--

CREATE POLICY own_partnership ON performance.theme TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: proxy; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.proxy ENABLE ROW LEVEL SECURITY;

--
-- Name: rebase; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.rebase ENABLE ROW LEVEL SECURITY;

--
-- Name: reported_figure; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.reported_figure ENABLE ROW LEVEL SECURITY;

--
-- Name: reported_line; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.reported_line ENABLE ROW LEVEL SECURITY;

--
-- Name: responsibility; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.responsibility ENABLE ROW LEVEL SECURITY;

--
-- Name: saved_view; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.saved_view ENABLE ROW LEVEL SECURITY;

--
-- Name: series_break; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.series_break ENABLE ROW LEVEL SECURITY;

--
-- Name: series_name; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.series_name ENABLE ROW LEVEL SECURITY;

--
-- Name: submission; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.submission ENABLE ROW LEVEL SECURITY;

--
-- Name: target; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.target ENABLE ROW LEVEL SECURITY;

--
-- Name: theme; Type: ROW SECURITY; Schema: performance; Owner: -
--

ALTER TABLE performance.theme ENABLE ROW LEVEL SECURITY;

--
-- Name: district across_partnerships; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY across_partnerships ON platform.district TO goldthread_platform USING (true);

--
-- Name: district_code across_partnerships; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY across_partnerships ON platform.district_code TO goldthread_platform USING (true);

--
-- Name: factor_role across_partnerships; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY across_partnerships ON platform.factor_role TO goldthread_platform USING (true);

--
-- Name: membership across_partnerships; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY across_partnerships ON platform.membership TO goldthread_platform USING (true);

--
-- Name: provider across_partnerships; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY across_partnerships ON platform.provider TO goldthread_platform USING (true);

--
-- Name: provider_account across_partnerships; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY across_partnerships ON platform.provider_account TO goldthread_platform USING (true);

--
-- Name: provider_domain across_partnerships; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY across_partnerships ON platform.provider_domain TO goldthread_platform USING (true);

--
-- Name: share across_partnerships; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY across_partnerships ON platform.share TO goldthread_platform USING (true);

--
-- Name: district; Type: ROW SECURITY; Schema: platform; Owner: -
--

ALTER TABLE platform.district ENABLE ROW LEVEL SECURITY;

--
-- Name: district_code; Type: ROW SECURITY; Schema: platform; Owner: -
--

ALTER TABLE platform.district_code ENABLE ROW LEVEL SECURITY;

--
-- Name: factor_role; Type: ROW SECURITY; Schema: platform; Owner: -
--

ALTER TABLE platform.factor_role ENABLE ROW LEVEL SECURITY;

--
-- Name: history; Type: ROW SECURITY; Schema: platform; Owner: -
--

ALTER TABLE platform.history ENABLE ROW LEVEL SECURITY;

--
-- Name: membership; Type: ROW SECURITY; Schema: platform; Owner: -
--

ALTER TABLE platform.membership ENABLE ROW LEVEL SECURITY;

--
-- Name: district own_partnership; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY own_partnership ON platform.district TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: district_code own_partnership; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY own_partnership ON platform.district_code TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: factor_role own_partnership; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY own_partnership ON platform.factor_role TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: history own_partnership; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY own_partnership ON platform.history TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: membership own_partnership; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY own_partnership ON platform.membership TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: provider own_partnership; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY own_partnership ON platform.provider TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: provider_account own_partnership; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY own_partnership ON platform.provider_account TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: provider_domain own_partnership; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY own_partnership ON platform.provider_domain TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: search_entry own_partnership; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY own_partnership ON platform.search_entry TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: share own_partnership; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY own_partnership ON platform.share TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: stored_file own_partnership; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY own_partnership ON platform.stored_file TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: stored_file_piece own_partnership; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY own_partnership ON platform.stored_file_piece TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: stored_file_text own_partnership; Type: POLICY; Schema: platform; Owner: -
--

CREATE POLICY own_partnership ON platform.stored_file_text TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: provider; Type: ROW SECURITY; Schema: platform; Owner: -
--

ALTER TABLE platform.provider ENABLE ROW LEVEL SECURITY;

--
-- Name: provider_account; Type: ROW SECURITY; Schema: platform; Owner: -
--

ALTER TABLE platform.provider_account ENABLE ROW LEVEL SECURITY;

--
-- Name: provider_domain; Type: ROW SECURITY; Schema: platform; Owner: -
--

ALTER TABLE platform.provider_domain ENABLE ROW LEVEL SECURITY;

--
-- Name: search_entry; Type: ROW SECURITY; Schema: platform; Owner: -
--

ALTER TABLE platform.search_entry ENABLE ROW LEVEL SECURITY;

--
-- Name: share; Type: ROW SECURITY; Schema: platform; Owner: -
--

ALTER TABLE platform.share ENABLE ROW LEVEL SECURITY;

--
-- Name: stored_file; Type: ROW SECURITY; Schema: platform; Owner: -
--

ALTER TABLE platform.stored_file ENABLE ROW LEVEL SECURITY;

--
-- Name: stored_file_piece; Type: ROW SECURITY; Schema: platform; Owner: -
--

ALTER TABLE platform.stored_file_piece ENABLE ROW LEVEL SECURITY;

--
-- Name: stored_file_text; Type: ROW SECURITY; Schema: platform; Owner: -
--

ALTER TABLE platform.stored_file_text ENABLE ROW LEVEL SECURITY;

--
-- Name: ambition; Type: ROW SECURITY; Schema: thread; Owner: -
--

ALTER TABLE thread.ambition ENABLE ROW LEVEL SECURITY;

--
-- Name: gap_count; Type: ROW SECURITY; Schema: thread; Owner: -
--

ALTER TABLE thread.gap_count ENABLE ROW LEVEL SECURITY;

--
-- Name: own_link; Type: ROW SECURITY; Schema: thread; Owner: -
--

ALTER TABLE thread.own_link ENABLE ROW LEVEL SECURITY;

--
-- Name: ambition own_partnership; Type: POLICY; Schema: thread; Owner: -
--

CREATE POLICY own_partnership ON thread.ambition TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: gap_count own_partnership; Type: POLICY; Schema: thread; Owner: -
--

CREATE POLICY own_partnership ON thread.gap_count TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: own_link own_partnership; Type: POLICY; Schema: thread; Owner: -
--

CREATE POLICY own_partnership ON thread.own_link TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: review own_partnership; Type: POLICY; Schema: thread; Owner: -
--

CREATE POLICY own_partnership ON thread.review TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: service own_partnership; Type: POLICY; Schema: thread; Owner: -
--

CREATE POLICY own_partnership ON thread.service TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: set_aside own_partnership; Type: POLICY; Schema: thread; Owner: -
--

CREATE POLICY own_partnership ON thread.set_aside TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: strategy own_partnership; Type: POLICY; Schema: thread; Owner: -
--

CREATE POLICY own_partnership ON thread.strategy TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: vision own_partnership; Type: POLICY; Schema: thread; Owner: -
--

CREATE POLICY own_partnership ON thread.vision TO goldthread_visit USING ((partnership_id = ( SELECT (NULLIF(current_setting('app.partnership'::text, true), ''::text))::bigint AS "nullif")));

--
-- Name: review; Type: ROW SECURITY; Schema: thread; Owner: -
--

ALTER TABLE thread.review ENABLE ROW LEVEL SECURITY;

--
-- Name: service; Type: ROW SECURITY; Schema: thread; Owner: -
--

ALTER TABLE thread.service ENABLE ROW LEVEL SECURITY;

--
-- Name: set_aside; Type: ROW SECURITY; Schema: thread; Owner: -
--

ALTER TABLE thread.set_aside ENABLE ROW LEVEL SECURITY;

--
-- Name: strategy; Type: ROW SECURITY; Schema: thread; Owner: -
--

ALTER TABLE thread.strategy ENABLE ROW LEVEL SECURITY;

--
-- Name: vision; Type: ROW SECURITY; Schema: thread; Owner: -
--

ALTER TABLE thread.vision ENABLE ROW LEVEL SECURITY;

--
-- Name: SCHEMA actions; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA actions TO goldthread_visit;
GRANT USAGE ON SCHEMA actions TO goldthread_platform;

--
-- Name: SCHEMA delivery; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA delivery TO goldthread_visit;
GRANT USAGE ON SCHEMA delivery TO goldthread_platform;

--
-- Name: SCHEMA meetings; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA meetings TO goldthread_visit;
GRANT USAGE ON SCHEMA meetings TO goldthread_platform;

--
-- Name: SCHEMA partnership; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA partnership TO goldthread_visit;
GRANT USAGE ON SCHEMA partnership TO goldthread_platform;

--
-- Name: SCHEMA performance; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA performance TO goldthread_visit;
GRANT USAGE ON SCHEMA performance TO goldthread_platform;

--
-- Name: SCHEMA platform; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA platform TO goldthread_visit;
GRANT USAGE ON SCHEMA platform TO goldthread_platform;

--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: -
--

REVOKE USAGE ON SCHEMA public FROM PUBLIC;

--
-- Name: SCHEMA thread; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA thread TO goldthread_visit;
GRANT USAGE ON SCHEMA thread TO goldthread_platform;

--
-- Name: FUNCTION current_partnership(); Type: ACL; Schema: platform; Owner: -
--

GRANT ALL ON FUNCTION platform.current_partnership() TO goldthread_visit;

--
-- Name: TABLE action; Type: ACL; Schema: actions; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE actions.action TO goldthread_visit;

--
-- Name: FUNCTION enter_in_search(it actions.action); Type: ACL; Schema: actions; Owner: -
--

REVOKE ALL ON FUNCTION actions.enter_in_search(it actions.action) FROM PUBLIC;

--
-- Name: FUNCTION next_number(of_name text, of_day date); Type: ACL; Schema: actions; Owner: -
--

REVOKE ALL ON FUNCTION actions.next_number(of_name text, of_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION actions.next_number(of_name text, of_day date) TO goldthread_visit;

--
-- Name: TABLE plan; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.plan TO goldthread_visit;

--
-- Name: FUNCTION count_change(of_partnership bigint, of_meeting bigint); Type: ACL; Schema: meetings; Owner: -
--

REVOKE ALL ON FUNCTION meetings.count_change(of_partnership bigint, of_meeting bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION meetings.count_change(of_partnership bigint, of_meeting bigint) TO goldthread_visit;

--
-- Name: TABLE decision; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.decision TO goldthread_visit;

--
-- Name: FUNCTION enter_decision_in_search(it meetings.decision); Type: ACL; Schema: meetings; Owner: -
--

REVOKE ALL ON FUNCTION meetings.enter_decision_in_search(it meetings.decision) FROM PUBLIC;

--
-- Name: TABLE agenda_item; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.agenda_item TO goldthread_visit;

--
-- Name: FUNCTION enter_item_in_search(it meetings.agenda_item); Type: ACL; Schema: meetings; Owner: -
--

REVOKE ALL ON FUNCTION meetings.enter_item_in_search(it meetings.agenda_item) FROM PUBLIC;

--
-- Name: FUNCTION enter_meeting_in_search(of_partnership bigint, of_meeting bigint); Type: ACL; Schema: meetings; Owner: -
--

REVOKE ALL ON FUNCTION meetings.enter_meeting_in_search(of_partnership bigint, of_meeting bigint) FROM PUBLIC;

--
-- Name: TABLE paper; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.paper TO goldthread_visit;

--
-- Name: FUNCTION enter_paper_in_search(it meetings.paper); Type: ACL; Schema: meetings; Owner: -
--

REVOKE ALL ON FUNCTION meetings.enter_paper_in_search(it meetings.paper) FROM PUBLIC;

--
-- Name: TABLE minute; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.minute TO goldthread_visit;

--
-- Name: FUNCTION enter_piece_in_search(it meetings.minute); Type: ACL; Schema: meetings; Owner: -
--

REVOKE ALL ON FUNCTION meetings.enter_piece_in_search(it meetings.minute) FROM PUBLIC;

--
-- Name: TABLE feed; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.feed TO goldthread_visit;

--
-- Name: TABLE partnership; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.partnership TO goldthread_platform;

--
-- Name: FUNCTION feed_at(of_digest bytea); Type: ACL; Schema: meetings; Owner: -
--

REVOKE ALL ON FUNCTION meetings.feed_at(of_digest bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION meetings.feed_at(of_digest bytea) TO goldthread_platform;

--
-- Name: FUNCTION is_confidential(of_partnership bigint, item bigint); Type: ACL; Schema: meetings; Owner: -
--

REVOKE ALL ON FUNCTION meetings.is_confidential(of_partnership bigint, item bigint) FROM PUBLIC;

--
-- Name: TABLE answer_link; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership.answer_link TO goldthread_visit;

--
-- Name: FUNCTION answer_link_at(of_digest bytea); Type: ACL; Schema: partnership; Owner: -
--

REVOKE ALL ON FUNCTION partnership.answer_link_at(of_digest bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION partnership.answer_link_at(of_digest bytea) TO goldthread_platform;

--
-- Name: FUNCTION holds_on(begins_on date, ends_on date, today date); Type: ACL; Schema: partnership; Owner: -
--

GRANT ALL ON FUNCTION partnership.holds_on(begins_on date, ends_on date, today date) TO goldthread_visit;
GRANT ALL ON FUNCTION partnership.holds_on(begins_on date, ends_on date, today date) TO goldthread_platform;

--
-- Name: TABLE absence; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership.absence TO goldthread_visit;

--
-- Name: FUNCTION is_away(partnership bigint, person bigint, today date); Type: ACL; Schema: partnership; Owner: -
--

REVOKE ALL ON FUNCTION partnership.is_away(partnership bigint, person bigint, today date) FROM PUBLIC;
GRANT ALL ON FUNCTION partnership.is_away(partnership bigint, person bigint, today date) TO goldthread_visit;

--
-- Name: TABLE coordinator; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership.coordinator TO goldthread_visit;

--
-- Name: TABLE deputy; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership.deputy TO goldthread_visit;

--
-- Name: TABLE "group"; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership."group" TO goldthread_visit;

--
-- Name: TABLE person; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership.person TO goldthread_visit;

--
-- Name: TABLE post; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership.post TO goldthread_visit;

--
-- Name: TABLE seat; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership.seat TO goldthread_visit;

--
-- Name: TABLE tenure; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership.tenure TO goldthread_visit;

--
-- Name: FUNCTION capacity_of(partnership bigint, account bigint, today date); Type: ACL; Schema: partnership; Owner: -
--

REVOKE ALL ON FUNCTION partnership.capacity_of(partnership bigint, account bigint, today date) FROM PUBLIC;
GRANT ALL ON FUNCTION partnership.capacity_of(partnership bigint, account bigint, today date) TO goldthread_platform;

--
-- Name: FUNCTION merge_people(kept bigint, other bigint); Type: ACL; Schema: partnership; Owner: -
--

REVOKE ALL ON FUNCTION partnership.merge_people(kept bigint, other bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION partnership.merge_people(kept bigint, other bigint) TO goldthread_visit;

--
-- Name: FUNCTION welcome_member(); Type: ACL; Schema: partnership; Owner: -
--

REVOKE ALL ON FUNCTION partnership.welcome_member() FROM PUBLIC;

--
-- Name: FUNCTION analyze_imports(); Type: ACL; Schema: performance; Owner: -
--

REVOKE ALL ON FUNCTION performance.analyze_imports() FROM PUBLIC;
GRANT ALL ON FUNCTION performance.analyze_imports() TO goldthread_visit;

--
-- Name: FUNCTION imports_by_state(); Type: ACL; Schema: performance; Owner: -
--

REVOKE ALL ON FUNCTION performance.imports_by_state() FROM PUBLIC;
GRANT ALL ON FUNCTION performance.imports_by_state() TO goldthread_platform;

--
-- Name: FUNCTION current_account(); Type: ACL; Schema: platform; Owner: -
--

GRANT ALL ON FUNCTION platform.current_account() TO goldthread_visit;

--
-- Name: FUNCTION enqueue(kind text, payload jsonb, unique_key text); Type: ACL; Schema: platform; Owner: -
--

REVOKE ALL ON FUNCTION platform.enqueue(kind text, payload jsonb, unique_key text) FROM PUBLIC;
GRANT ALL ON FUNCTION platform.enqueue(kind text, payload jsonb, unique_key text) TO goldthread_visit;

--
-- Name: FUNCTION enter_search(of_partnership bigint, of_subject text, of_record text, of_title text, of_body text, of_whom text, at_address text, at_day date, for_circle bigint, for_public boolean); Type: ACL; Schema: platform; Owner: -
--

REVOKE ALL ON FUNCTION platform.enter_search(of_partnership bigint, of_subject text, of_record text, of_title text, of_body text, of_whom text, at_address text, at_day date, for_circle bigint, for_public boolean) FROM PUBLIC;

--
-- Name: FUNCTION erase_from_history(subjects text[], ids text[], account bigint, is_now jsonb); Type: ACL; Schema: platform; Owner: -
--

REVOKE ALL ON FUNCTION platform.erase_from_history(subjects text[], ids text[], account bigint, is_now jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION platform.erase_from_history(subjects text[], ids text[], account bigint, is_now jsonb) TO goldthread_visit;

--
-- Name: FUNCTION forget_account(whose bigint); Type: ACL; Schema: platform; Owner: -
--

REVOKE ALL ON FUNCTION platform.forget_account(whose bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION platform.forget_account(whose bigint) TO goldthread_visit;

--
-- Name: TABLE account; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.account TO goldthread_platform;

--
-- Name: TABLE membership; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.membership TO goldthread_visit;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.membership TO goldthread_platform;

--
-- Name: TABLE session; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.session TO goldthread_platform;

--
-- Name: FUNCTION held_of_account(account bigint); Type: ACL; Schema: platform; Owner: -
--

REVOKE ALL ON FUNCTION platform.held_of_account(account bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION platform.held_of_account(account bigint) TO goldthread_visit;

--
-- Name: FUNCTION keep_history_of_both(); Type: ACL; Schema: platform; Owner: -
--

REVOKE ALL ON FUNCTION platform.keep_history_of_both() FROM PUBLIC;

--
-- Name: TABLE history; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT ON TABLE platform.history TO goldthread_visit;

--
-- Name: FUNCTION keep_import(subject text, subject_id bigint, after jsonb); Type: ACL; Schema: platform; Owner: -
--

REVOKE ALL ON FUNCTION platform.keep_import(subject text, subject_id bigint, after jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION platform.keep_import(subject text, subject_id bigint, after jsonb) TO goldthread_visit;

--
-- Name: FUNCTION leave_search(of_partnership bigint, of_subject text, of_record text); Type: ACL; Schema: platform; Owner: -
--

REVOKE ALL ON FUNCTION platform.leave_search(of_partnership bigint, of_subject text, of_record text) FROM PUBLIC;

--
-- Name: FUNCTION link_history(of_partnership bigint, from_id bigint); Type: ACL; Schema: platform; Owner: -
--

REVOKE ALL ON FUNCTION platform.link_history(of_partnership bigint, from_id bigint) FROM PUBLIC;

--
-- Name: FUNCTION members(); Type: ACL; Schema: platform; Owner: -
--

REVOKE ALL ON FUNCTION platform.members() FROM PUBLIC;
GRANT ALL ON FUNCTION platform.members() TO goldthread_visit;

--
-- Name: FUNCTION migrations_applied(); Type: ACL; Schema: platform; Owner: -
--

REVOKE ALL ON FUNCTION platform.migrations_applied() FROM PUBLIC;
GRANT ALL ON FUNCTION platform.migrations_applied() TO goldthread_platform;

--
-- Name: FUNCTION names_of_people(); Type: ACL; Schema: platform; Owner: -
--

REVOKE ALL ON FUNCTION platform.names_of_people() FROM PUBLIC;
GRANT ALL ON FUNCTION platform.names_of_people() TO goldthread_visit;

--
-- Name: FUNCTION note_security_event(whose bigint, event text, came_from text, request text, detail jsonb, is_known boolean); Type: ACL; Schema: platform; Owner: -
--

REVOKE ALL ON FUNCTION platform.note_security_event(whose bigint, event text, came_from text, request text, detail jsonb, is_known boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION platform.note_security_event(whose bigint, event text, came_from text, request text, detail jsonb, is_known boolean) TO goldthread_platform;

--
-- Name: FUNCTION post(letter text, about jsonb, key text, partnership_id bigint); Type: ACL; Schema: platform; Owner: -
--

REVOKE ALL ON FUNCTION platform.post(letter text, about jsonb, key text, partnership_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION platform.post(letter text, about jsonb, key text, partnership_id bigint) TO goldthread_visit;
GRANT ALL ON FUNCTION platform.post(letter text, about jsonb, key text, partnership_id bigint) TO goldthread_platform;

--
-- Name: FUNCTION search(query tsquery, circles bigint[], only_public boolean, subjects text[], at_most integer, page_size integer, page_start integer); Type: ACL; Schema: platform; Owner: -
--

REVOKE ALL ON FUNCTION platform.search(query tsquery, circles bigint[], only_public boolean, subjects text[], at_most integer, page_size integer, page_start integer) FROM PUBLIC;
GRANT ALL ON FUNCTION platform.search(query tsquery, circles bigint[], only_public boolean, subjects text[], at_most integer, page_size integer, page_start integer) TO goldthread_visit;

--
-- Name: FUNCTION search_query(words text[], are_beginnings boolean[], are_left_out boolean[]); Type: ACL; Schema: platform; Owner: -
--

REVOKE ALL ON FUNCTION platform.search_query(words text[], are_beginnings boolean[], are_left_out boolean[]) FROM PUBLIC;
GRANT ALL ON FUNCTION platform.search_query(words text[], are_beginnings boolean[], are_left_out boolean[]) TO goldthread_visit;

--
-- Name: TABLE due_change; Type: ACL; Schema: actions; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE actions.due_change TO goldthread_visit;

--
-- Name: TABLE evidence; Type: ACL; Schema: actions; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE actions.evidence TO goldthread_visit;

--
-- Name: TABLE indicator; Type: ACL; Schema: actions; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE actions.indicator TO goldthread_visit;

--
-- Name: TABLE note; Type: ACL; Schema: actions; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE actions.note TO goldthread_visit;

--
-- Name: TABLE owner; Type: ACL; Schema: actions; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE actions.owner TO goldthread_visit;

--
-- Name: TABLE reminder; Type: ACL; Schema: actions; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE actions.reminder TO goldthread_visit;

--
-- Name: TABLE shared_action; Type: ACL; Schema: actions; Owner: -
--

GRANT SELECT ON TABLE actions.shared_action TO goldthread_visit;

--
-- Name: TABLE shared_seat; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT ON TABLE partnership.shared_seat TO goldthread_visit;

--
-- Name: TABLE shared_tenure; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT ON TABLE partnership.shared_tenure TO goldthread_visit;

--
-- Name: TABLE shared_link; Type: ACL; Schema: actions; Owner: -
--

GRANT SELECT ON TABLE actions.shared_link TO goldthread_visit;

--
-- Name: TABLE shared_node; Type: ACL; Schema: actions; Owner: -
--

GRANT SELECT ON TABLE actions.shared_node TO goldthread_visit;

--
-- Name: TABLE shared_owner; Type: ACL; Schema: actions; Owner: -
--

GRANT SELECT ON TABLE actions.shared_owner TO goldthread_visit;

--
-- Name: TABLE action_contributor; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.action_contributor TO goldthread_visit;

--
-- Name: TABLE alignment; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.alignment TO goldthread_visit;

--
-- Name: TABLE chaser; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.chaser TO goldthread_visit;

--
-- Name: TABLE commentary; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.commentary TO goldthread_visit;

--
-- Name: TABLE four_rs; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.four_rs TO goldthread_visit;

--
-- Name: TABLE milestone; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.milestone TO goldthread_visit;

--
-- Name: TABLE next_step; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.next_step TO goldthread_visit;

--
-- Name: TABLE other_line; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.other_line TO goldthread_visit;

--
-- Name: TABLE other_plan; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.other_plan TO goldthread_visit;

--
-- Name: TABLE plan_indicator; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.plan_indicator TO goldthread_visit;

--
-- Name: TABLE plan_outcome; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.plan_outcome TO goldthread_visit;

--
-- Name: TABLE plan_version; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.plan_version TO goldthread_visit;

--
-- Name: TABLE planned_action; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.planned_action TO goldthread_visit;

--
-- Name: TABLE progress; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.progress TO goldthread_visit;

--
-- Name: TABLE requirement; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.requirement TO goldthread_visit;

--
-- Name: TABLE resource; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.resource TO goldthread_visit;

--
-- Name: TABLE review; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.review TO goldthread_visit;

--
-- Name: TABLE review_answer; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.review_answer TO goldthread_visit;

--
-- Name: TABLE reviewer; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.reviewer TO goldthread_visit;

--
-- Name: TABLE shared_giver; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT ON TABLE delivery.shared_giver TO goldthread_visit;

--
-- Name: TABLE shared_link; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT ON TABLE delivery.shared_link TO goldthread_visit;

--
-- Name: TABLE shared_milestone; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT ON TABLE delivery.shared_milestone TO goldthread_visit;

--
-- Name: TABLE shared_node; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT ON TABLE delivery.shared_node TO goldthread_visit;

--
-- Name: TABLE shared_plan; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT ON TABLE delivery.shared_plan TO goldthread_visit;

--
-- Name: TABLE shared_planned_action; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT ON TABLE delivery.shared_planned_action TO goldthread_visit;

--
-- Name: TABLE shared_planned_words; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT ON TABLE delivery.shared_planned_words TO goldthread_visit;

--
-- Name: TABLE shared_rating; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT ON TABLE delivery.shared_rating TO goldthread_visit;

--
-- Name: TABLE shared_requirement; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT ON TABLE delivery.shared_requirement TO goldthread_visit;

--
-- Name: TABLE shared_resource; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT ON TABLE delivery.shared_resource TO goldthread_visit;

--
-- Name: TABLE step; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.step TO goldthread_visit;

--
-- Name: TABLE shared_step; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT ON TABLE delivery.shared_step TO goldthread_visit;

--
-- Name: TABLE workplan; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.workplan TO goldthread_visit;

--
-- Name: TABLE workplan_text; Type: ACL; Schema: delivery; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE delivery.workplan_text TO goldthread_visit;

--
-- Name: TABLE answer; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.answer TO goldthread_visit;

--
-- Name: TABLE answer_part; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.answer_part TO goldthread_visit;

--
-- Name: TABLE asked; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.asked TO goldthread_visit;

--
-- Name: TABLE attendance; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.attendance TO goldthread_visit;

--
-- Name: TABLE correction; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.correction TO goldthread_visit;

--
-- Name: TABLE cover_sheet; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.cover_sheet TO goldthread_visit;

--
-- Name: TABLE decision_indicator; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.decision_indicator TO goldthread_visit;

--
-- Name: TABLE delegation; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.delegation TO goldthread_visit;

--
-- Name: TABLE forward_item; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.forward_item TO goldthread_visit;

--
-- Name: TABLE interest; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.interest TO goldthread_visit;

--
-- Name: TABLE invitation; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.invitation TO goldthread_visit;

--
-- Name: TABLE meeting; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.meeting TO goldthread_visit;

--
-- Name: TABLE minute_action; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.minute_action TO goldthread_visit;

--
-- Name: TABLE minutes; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.minutes TO goldthread_visit;

--
-- Name: TABLE minutes_change; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.minutes_change TO goldthread_visit;

--
-- Name: TABLE minutes_text; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.minutes_text TO goldthread_visit;

--
-- Name: TABLE move; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.move TO goldthread_visit;

--
-- Name: TABLE paper_version; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.paper_version TO goldthread_visit;

--
-- Name: TABLE practice; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.practice TO goldthread_visit;

--
-- Name: TABLE publication; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.publication TO goldthread_visit;

--
-- Name: TABLE publication_recipient; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.publication_recipient TO goldthread_visit;

--
-- Name: TABLE question; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.question TO goldthread_visit;

--
-- Name: TABLE referral; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.referral TO goldthread_visit;

--
-- Name: TABLE reminder; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.reminder TO goldthread_visit;

--
-- Name: TABLE representation_letter; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.representation_letter TO goldthread_visit;

--
-- Name: TABLE request; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.request TO goldthread_visit;

--
-- Name: TABLE request_extension; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.request_extension TO goldthread_visit;

--
-- Name: TABLE shared_decision; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT ON TABLE meetings.shared_decision TO goldthread_visit;

--
-- Name: TABLE shared_forward_item; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT ON TABLE meetings.shared_forward_item TO goldthread_visit;

--
-- Name: TABLE shared_letter; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT ON TABLE meetings.shared_letter TO goldthread_visit;

--
-- Name: TABLE shared_link; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT ON TABLE meetings.shared_link TO goldthread_visit;

--
-- Name: TABLE shared_meeting; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT ON TABLE meetings.shared_meeting TO goldthread_visit;

--
-- Name: TABLE shared_group; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT ON TABLE partnership.shared_group TO goldthread_visit;

--
-- Name: TABLE shared_node; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT ON TABLE meetings.shared_node TO goldthread_visit;

--
-- Name: TABLE workshop; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.workshop TO goldthread_visit;

--
-- Name: TABLE workshop_heading; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.workshop_heading TO goldthread_visit;

--
-- Name: TABLE workshop_point; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.workshop_point TO goldthread_visit;

--
-- Name: TABLE workshop_vote; Type: ACL; Schema: meetings; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.workshop_vote TO goldthread_visit;

--
-- Name: TABLE area; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership.area TO goldthread_visit;

--
-- Name: TABLE group_link; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership.group_link TO goldthread_visit;

--
-- Name: TABLE merged_person; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership.merged_person TO goldthread_visit;

--
-- Name: TABLE neighbour; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership.neighbour TO goldthread_visit;

--
-- Name: TABLE organisation; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership.organisation TO goldthread_visit;

--
-- Name: TABLE outside_body; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership.outside_body TO goldthread_visit;

--
-- Name: TABLE people_apart; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership.people_apart TO goldthread_visit;

--
-- Name: TABLE profile; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership.profile TO goldthread_visit;

--
-- Name: TABLE quorum_sector; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership.quorum_sector TO goldthread_visit;

--
-- Name: TABLE shared_account_post; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT ON TABLE partnership.shared_account_post TO goldthread_visit;

--
-- Name: TABLE shared_area; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT ON TABLE partnership.shared_area TO goldthread_visit;

--
-- Name: TABLE shared_link; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT ON TABLE partnership.shared_link TO goldthread_visit;

--
-- Name: TABLE shared_node; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT ON TABLE partnership.shared_node TO goldthread_visit;

--
-- Name: TABLE shared_organisation; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT ON TABLE partnership.shared_organisation TO goldthread_visit;

--
-- Name: TABLE shared_person; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT ON TABLE partnership.shared_person TO goldthread_visit;

--
-- Name: TABLE succession; Type: ACL; Schema: partnership; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE partnership.succession TO goldthread_visit;

--
-- Name: TABLE agreement; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.agreement TO goldthread_visit;

--
-- Name: TABLE answerable; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.answerable TO goldthread_visit;

--
-- Name: TABLE assurance_text; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.assurance_text TO goldthread_visit;

--
-- Name: TABLE catalogue; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.catalogue TO goldthread_visit;

--
-- Name: TABLE catalogue_entry; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.catalogue_entry TO goldthread_visit;

--
-- Name: TABLE contributor; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.contributor TO goldthread_visit;

--
-- Name: TABLE data_import; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.data_import TO goldthread_visit;

--
-- Name: TABLE data_import_name; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.data_import_name TO goldthread_visit;

--
-- Name: TABLE data_import_piece; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.data_import_piece TO goldthread_visit;

--
-- Name: TABLE data_import_row; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.data_import_row TO goldthread_visit;

--
-- Name: TABLE data_return; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.data_return TO goldthread_visit;

--
-- Name: TABLE former_definition; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.former_definition TO goldthread_visit;

--
-- Name: TABLE import_mapping; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.import_mapping TO goldthread_visit;

--
-- Name: TABLE indicator; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.indicator TO goldthread_visit;

--
-- Name: TABLE indicator_outcome; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.indicator_outcome TO goldthread_visit;

--
-- Name: TABLE lead_beside; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT ON TABLE performance.lead_beside TO goldthread_visit;

--
-- Name: TABLE locked_indicator; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.locked_indicator TO goldthread_visit;

--
-- Name: TABLE locking; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.locking TO goldthread_visit;

--
-- Name: TABLE outcome; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.outcome TO goldthread_visit;

--
-- Name: TABLE override; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.override TO goldthread_visit;

--
-- Name: TABLE proxy; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.proxy TO goldthread_visit;

--
-- Name: TABLE rebase; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.rebase TO goldthread_visit;

--
-- Name: TABLE reported_figure; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.reported_figure TO goldthread_visit;

--
-- Name: TABLE reported_line; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.reported_line TO goldthread_visit;

--
-- Name: TABLE responsibility; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.responsibility TO goldthread_visit;

--
-- Name: TABLE saved_view; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.saved_view TO goldthread_visit;

--
-- Name: TABLE series_break; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.series_break TO goldthread_visit;

--
-- Name: TABLE series_name; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.series_name TO goldthread_visit;

--
-- Name: TABLE shared_indicator; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT ON TABLE performance.shared_indicator TO goldthread_visit;

--
-- Name: TABLE target; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.target TO goldthread_visit;

--
-- Name: TABLE shared_link; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT ON TABLE performance.shared_link TO goldthread_visit;

--
-- Name: TABLE shared_locking; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT ON TABLE performance.shared_locking TO goldthread_visit;

--
-- Name: TABLE shared_measure; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT ON TABLE performance.shared_measure TO goldthread_visit;

--
-- Name: TABLE theme; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.theme TO goldthread_visit;

--
-- Name: TABLE shared_node; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT ON TABLE performance.shared_node TO goldthread_visit;

--
-- Name: TABLE shared_outcome; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT ON TABLE performance.shared_outcome TO goldthread_visit;

--
-- Name: TABLE shared_reporter; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT ON TABLE performance.shared_reporter TO goldthread_visit;

--
-- Name: TABLE shared_target; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT ON TABLE performance.shared_target TO goldthread_visit;

--
-- Name: TABLE submission; Type: ACL; Schema: performance; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE performance.submission TO goldthread_visit;

--
-- Name: SEQUENCE account_id_seq; Type: ACL; Schema: platform; Owner: -
--

GRANT USAGE ON SEQUENCE platform.account_id_seq TO goldthread_platform;

--
-- Name: TABLE attempt; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.attempt TO goldthread_platform;

--
-- Name: TABLE authenticator; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.authenticator TO goldthread_platform;

--
-- Name: TABLE change; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT ON TABLE platform.change TO goldthread_platform;

--
-- Name: SEQUENCE change_slot_seq; Type: ACL; Schema: platform; Owner: -
--

GRANT USAGE ON SEQUENCE platform.change_slot_seq TO goldthread_platform;

--
-- Name: TABLE daily; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE platform.daily TO goldthread_platform;

--
-- Name: TABLE district; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.district TO goldthread_platform;

--
-- Name: TABLE district_code; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.district_code TO goldthread_platform;

--
-- Name: TABLE factor_role; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.factor_role TO goldthread_platform;

--
-- Name: TABLE history_head; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT ON TABLE platform.history_head TO goldthread_platform;

--
-- Name: SEQUENCE history_id_seq; Type: ACL; Schema: platform; Owner: -
--

GRANT USAGE ON SEQUENCE platform.history_id_seq TO goldthread_platform;

--
-- Name: TABLE job; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.job TO goldthread_platform;

--
-- Name: SEQUENCE job_id_seq; Type: ACL; Schema: platform; Owner: -
--

GRANT USAGE ON SEQUENCE platform.job_id_seq TO goldthread_platform;

--
-- Name: TABLE one_time_link; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.one_time_link TO goldthread_platform;

--
-- Name: SEQUENCE one_time_link_id_seq; Type: ACL; Schema: platform; Owner: -
--

GRANT USAGE ON SEQUENCE platform.one_time_link_id_seq TO goldthread_platform;

--
-- Name: TABLE one_time_link_secret; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.one_time_link_secret TO goldthread_platform;

--
-- Name: SEQUENCE partnership_id_seq; Type: ACL; Schema: platform; Owner: -
--

GRANT USAGE ON SEQUENCE platform.partnership_id_seq TO goldthread_platform;

--
-- Name: TABLE passkey; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.passkey TO goldthread_platform;

--
-- Name: SEQUENCE passkey_id_seq; Type: ACL; Schema: platform; Owner: -
--

GRANT USAGE ON SEQUENCE platform.passkey_id_seq TO goldthread_platform;

--
-- Name: TABLE provider; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.provider TO goldthread_platform;

--
-- Name: TABLE provider_account; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.provider_account TO goldthread_platform;

--
-- Name: TABLE provider_domain; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.provider_domain TO goldthread_platform;

--
-- Name: SEQUENCE provider_domain_id_seq; Type: ACL; Schema: platform; Owner: -
--

GRANT USAGE ON SEQUENCE platform.provider_domain_id_seq TO goldthread_platform;

--
-- Name: SEQUENCE provider_id_seq; Type: ACL; Schema: platform; Owner: -
--

GRANT USAGE ON SEQUENCE platform.provider_id_seq TO goldthread_platform;

--
-- Name: TABLE provider_request; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.provider_request TO goldthread_platform;

--
-- Name: TABLE provider_secret; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.provider_secret TO goldthread_platform;

--
-- Name: TABLE recovery_code; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.recovery_code TO goldthread_platform;

--
-- Name: TABLE sealing_key; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.sealing_key TO goldthread_platform;

--
-- Name: TABLE second_step; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.second_step TO goldthread_platform;

--
-- Name: TABLE setup_code; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.setup_code TO goldthread_platform;

--
-- Name: TABLE share; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.share TO goldthread_platform;

--
-- Name: TABLE stored_file; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.stored_file TO goldthread_visit;

--
-- Name: TABLE shared_stored_file; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT ON TABLE platform.shared_stored_file TO goldthread_visit;

--
-- Name: TABLE stored_file_text; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.stored_file_text TO goldthread_visit;

--
-- Name: TABLE shared_stored_file_text; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT ON TABLE platform.shared_stored_file_text TO goldthread_visit;

--
-- Name: TABLE stored_file_piece; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.stored_file_piece TO goldthread_visit;

--
-- Name: TABLE used_challenge; Type: ACL; Schema: platform; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE platform.used_challenge TO goldthread_platform;

--
-- Name: TABLE ambition; Type: ACL; Schema: thread; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE thread.ambition TO goldthread_visit;

--
-- Name: TABLE gap_count; Type: ACL; Schema: thread; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE thread.gap_count TO goldthread_visit;

--
-- Name: TABLE service; Type: ACL; Schema: thread; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE thread.service TO goldthread_visit;

--
-- Name: TABLE shared_link; Type: ACL; Schema: thread; Owner: -
--

GRANT SELECT ON TABLE thread.shared_link TO goldthread_visit;

--
-- Name: TABLE link; Type: ACL; Schema: thread; Owner: -
--

GRANT SELECT ON TABLE thread.link TO goldthread_visit;

--
-- Name: TABLE strategy; Type: ACL; Schema: thread; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE thread.strategy TO goldthread_visit;

--
-- Name: TABLE vision; Type: ACL; Schema: thread; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE thread.vision TO goldthread_visit;

--
-- Name: TABLE shared_node; Type: ACL; Schema: thread; Owner: -
--

GRANT SELECT ON TABLE thread.shared_node TO goldthread_visit;

--
-- Name: TABLE node; Type: ACL; Schema: thread; Owner: -
--

GRANT SELECT ON TABLE thread.node TO goldthread_visit;

--
-- Name: TABLE own_link; Type: ACL; Schema: thread; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE thread.own_link TO goldthread_visit;

--
-- Name: TABLE review; Type: ACL; Schema: thread; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE thread.review TO goldthread_visit;

--
-- Name: TABLE set_aside; Type: ACL; Schema: thread; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE thread.set_aside TO goldthread_visit;

--
-- PostgreSQL database dump complete
--

