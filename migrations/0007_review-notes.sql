ALTER TABLE `pages` ADD `changed_words` integer;--> statement-breakpoint
ALTER TABLE `pages` ADD `text_words` integer;--> statement-breakpoint
ALTER TABLE `pages` ADD `compared_with` text;--> statement-breakpoint
ALTER TABLE `revision_reviews` ADD `line_notes` text;