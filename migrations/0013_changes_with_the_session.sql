-- Whether a partnership has changed since a page was made is asked together with whose session it is, by the platform: a page that is kept needs no visit.
grant select on platform.change to goldthread_platform;
drop function platform.changes;
