DROP TABLE `search_vocabulary`;--> statement-breakpoint
CREATE TABLE `search_vocabulary` (
	`key` text PRIMARY KEY NOT NULL,
	`skeleton` text NOT NULL,
	`old` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `search_vocabulary_skeleton` ON `search_vocabulary` (`old`,`skeleton`);--> statement-breakpoint
-- As before, and whether an issue is in Arabic script as spelled before 1912: by the same names for that spelling as
-- `writingOf` knows (worker/domain/text/writings.ts); LIKE ignores the case of Latin letters only.
DROP VIEW `search_issues`;--> statement-breakpoint
CREATE VIEW `search_issues` AS SELECT id, publication_id, earliest, latest, script, coalesce(script = 'Arab' AND language LIKE 'kk%' AND (
    orthography LIKE '%qadim%' OR orthography LIKE '%qadım%' OR orthography LIKE '%kadim%' OR orthography LIKE '%kadım%'
    OR orthography LIKE '%chagata%' OR orthography LIKE '%old%'
    OR orthography LIKE '%before_1912%' OR orthography LIKE '%pre_1912%'
    OR orthography LIKE '%_адим%' OR orthography LIKE '%_адым%' OR orthography LIKE '%_ағатай%' OR orthography LIKE '%_агата%'
    OR orthography LIKE '%до_1912%' OR orthography LIKE '%До_1912%' OR orthography LIKE '%1912%дейін%'
    OR orthography LIKE '%_скі%'), 0) AS old
  FROM (SELECT id, publication_id, earliest, latest, language, orthography, coalesce(script, CASE
    WHEN language LIKE '%-Arab%' THEN 'Arab'
    WHEN language LIKE '%-Cyrl%' THEN 'Cyrl'
    WHEN language LIKE '%-Latn%' THEN 'Latn'
    WHEN language = 'ar' OR language LIKE 'ar-%' THEN 'Arab'
    WHEN language = 'ru' OR language LIKE 'ru-%' OR language = 'kk' THEN 'Cyrl'
    END) AS script FROM issues);
--> statement-breakpoint
-- The words of an issue's pages are known by its orthography: where that changes they are indexed again.
CREATE TRIGGER `search_pages_respelled` AFTER UPDATE OF `orthography` ON `issues`
WHEN OLD.orthography IS NOT NEW.orthography
BEGIN
  UPDATE search_pages SET fold_version = 0 WHERE issue_id = NEW.id;
END;
--> statement-breakpoint
-- The vocabulary is filled again as pages are indexed again.
UPDATE `search_pages` SET `fold_version` = 0;
