-- A request with a file to fill in: the question has the file that is filled in, and an answer to it is a file.
alter table meetings.question
  add column template_id bigint,
  add foreign key (partnership_id, template_id) references platform.stored_file,
  add check (template_id is null or kind = 'file');
create index on meetings.question (partnership_id, template_id);

alter table meetings.answer_part
  add column file_id bigint,
  add foreign key (partnership_id, file_id) references platform.stored_file,
  add check (file_id is null or said = '{}');
create index on meetings.answer_part (partnership_id, file_id);
