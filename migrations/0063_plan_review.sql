-- What somebody who looks over a plan says of it: whether it is SMART, as a whole and action by action, and what of the four Rs. Several look over it, and stand
-- side by side; each has one review of a plan, which they may change while it is looked over. Where there is no answer, nothing was answered: that is not a no.
create table delivery.review (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  plan_id        bigint not null,
  person_id      bigint,
  by_name        text   not null check (length(by_name) between 1 and 200),
  on_day         date   not null,                                            -- of its last change
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_id) references delivery.plan on delete cascade,
  foreign key (partnership_id, person_id) references partnership.person,
  unique nulls not distinct (partnership_id, plan_id, person_id, by_name)
);
create index on delivery.review (partnership_id, person_id);
select platform.belongs_to_partnership('delivery.review');

create table delivery.review_answer (
  partnership_id    bigint not null,
  id                bigint generated always as identity,
  review_id         bigint not null,
  planned_action_id bigint,                                                  -- none: of the plan as a whole
  question          text   not null check (question in ('specific', 'measurable', 'achievable', 'relevant', 'timed', 'realistic', 'rationale', 'value', 'reports')),
  answer            text   not null check (answer in ('yes', 'partly', 'no')),
  sentence          text   not null default '' check (length(sentence) <= 1000),
  primary key (partnership_id, id),
  foreign key (partnership_id, review_id) references delivery.review on delete cascade,
  foreign key (partnership_id, planned_action_id) references delivery.planned_action on delete cascade,
  check (answer = 'yes' or sentence <> ''),
  unique nulls not distinct (partnership_id, review_id, planned_action_id, question)
);
create index on delivery.review_answer (partnership_id, planned_action_id);
select platform.belongs_to_partnership('delivery.review_answer');

-- Whom officers asked to look over it, besides those who may sign it off.
create table delivery.reviewer (
  partnership_id bigint not null,
  plan_id        bigint not null,
  person_id      bigint not null,
  asked_on       date   not null,
  asked_by       text   not null check (length(asked_by) between 1 and 200),
  primary key (partnership_id, plan_id, person_id),
  foreign key (partnership_id, plan_id) references delivery.plan on delete cascade,
  foreign key (partnership_id, person_id) references partnership.person
);
create index on delivery.reviewer (partnership_id, person_id);
select platform.belongs_to_partnership('delivery.reviewer');
