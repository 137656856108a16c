CREATE TABLE `reading_errors` (
	`ocr_run_id` text PRIMARY KEY NOT NULL,
	`page_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`script` text,
	`characters` integer NOT NULL,
	`errors` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`ocr_run_id`) REFERENCES `ocr_runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reading_errors_script` ON `reading_errors` (`script`);--> statement-breakpoint
CREATE TABLE `saved_searches` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `saved_searches_user` ON `saved_searches` (`user_id`,`id`);--> statement-breakpoint
CREATE TABLE `search_vocabulary` (
	`key` text PRIMARY KEY NOT NULL,
	`mirrored` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `search_vocabulary_mirrored` ON `search_vocabulary` (`mirrored`);--> statement-breakpoint
ALTER TABLE `search_pages` ADD `issue_id` text REFERENCES issues(id);--> statement-breakpoint
ALTER TABLE `search_pages` ADD `publication_id` text REFERENCES publications(id);--> statement-breakpoint
ALTER TABLE `search_pages` ADD `earliest` text;--> statement-breakpoint
ALTER TABLE `search_pages` ADD `latest` text;--> statement-breakpoint
ALTER TABLE `search_pages` ADD `script` text;--> statement-breakpoint
ALTER TABLE `search_pages` ADD `words` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `search_pages_issue` ON `search_pages` (`issue_id`);--> statement-breakpoint
CREATE INDEX `search_pages_version` ON `search_pages` (`fold_version`);--> statement-breakpoint
CREATE INDEX `search_pages_months` ON `search_pages` (`earliest`,`latest`,`words`);--> statement-breakpoint
-- The words of the full-text index with the number of pages that have them; made by FTS5 from the index itself.
CREATE VIRTUAL TABLE `search_terms` USING fts5vocab('search_words', 'col');
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_instances` USING fts5vocab('search_words', 'instance');
--> statement-breakpoint
-- What searches are narrowed by, of an issue. The script is what the issue names, else what its language implies.
CREATE VIEW `search_issues` AS SELECT id, publication_id, earliest, latest, coalesce(script, CASE
  WHEN language LIKE '%-Arab%' THEN 'Arab'
  WHEN language LIKE '%-Cyrl%' THEN 'Cyrl'
  WHEN language LIKE '%-Latn%' THEN 'Latn'
  WHEN language = 'ar' OR language LIKE 'ar-%' THEN 'Arab'
  WHEN language = 'ru' OR language LIKE 'ru-%' OR language = 'kk' THEN 'Cyrl'
  END) AS script FROM issues;
--> statement-breakpoint
CREATE TRIGGER `search_pages_filled` AFTER INSERT ON `search_pages`
BEGIN
  UPDATE search_pages SET (issue_id, publication_id, earliest, latest, script) =
    (SELECT i.id, i.publication_id, i.earliest, i.latest, i.script
      FROM pages p JOIN search_issues i ON i.id = p.issue_id WHERE p.id = NEW.page_id)
    WHERE rowid = NEW.rowid;
END;
--> statement-breakpoint
CREATE TRIGGER `search_pages_follow` AFTER UPDATE OF `publication_id`, `earliest`, `latest`, `script`, `language` ON `issues`
BEGIN
  UPDATE search_pages SET (publication_id, earliest, latest, script) =
    (SELECT i.publication_id, i.earliest, i.latest, i.script FROM search_issues i WHERE i.id = NEW.id)
    WHERE issue_id = NEW.id;
END;
--> statement-breakpoint
-- What was indexed before is indexed again, by the keys of now and with its words in the vocabulary.
UPDATE `search_pages` SET `fold_version` = 0, (issue_id, publication_id, earliest, latest, script) =
  (SELECT i.id, i.publication_id, i.earliest, i.latest, i.script
    FROM pages p JOIN search_issues i ON i.id = p.issue_id WHERE p.id = search_pages.page_id);
