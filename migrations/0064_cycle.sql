-- What the year's cycle is drawn from, beside what other modules have said already: when targets are to be reached, and which periods are closed.
create view performance.shared_target with (security_invoker = true) as
  select target.partnership_id, target.id, target.indicator_id, target.kind, target.starts_on, target.ends_on
    from performance.target
    join performance.indicator on indicator.partnership_id = target.partnership_id and indicator.id = target.indicator_id
    join performance.agreement on agreement.partnership_id = indicator.partnership_id and agreement.id = indicator.agreement_id
   where target.area_id = agreement.area_id and indicator.closed_on is null;
create view performance.shared_locking with (security_invoker = true) as
  select partnership_id, agreement_id, starts_on, ends_on from performance.locking where unlocked_at is null;
grant select on performance.shared_target, performance.shared_locking to goldthread_visit;
