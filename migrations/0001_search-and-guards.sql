-- Full-text index of search_pages: same rowid, nothing stored twice (contentless). `word` holds the
-- words as written (lower case), `key` their folded search keys, word by word in the same order.
CREATE VIRTUAL TABLE `search_words` USING fts5(
  word, key,
  content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
--> statement-breakpoint
-- A batch is one transaction; `INSERT INTO guards(ok) SELECT <condition>` as its first statement
-- makes all of it fail ("guard failed") where the condition no longer holds.
CREATE VIEW `guards` AS SELECT 1 AS ok WHERE 0;
--> statement-breakpoint
CREATE TRIGGER `guards_hold` INSTEAD OF INSERT ON `guards` WHEN NEW.ok IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'guard failed');
END;
