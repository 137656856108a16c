CREATE TABLE `claim_conflicts` (
	`claim_id` text NOT NULL,
	`other_id` text NOT NULL,
	PRIMARY KEY(`claim_id`, `other_id`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`other_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `claim_conflicts_other` ON `claim_conflicts` (`other_id`);--> statement-breakpoint
CREATE TABLE `merges` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`into_id` text NOT NULL,
	`note` text,
	`actor_id` text,
	`at` integer NOT NULL,
	`undone_by` text,
	`undone_at` integer,
	FOREIGN KEY (`from_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `merges_from` ON `merges` (`from_id`);--> statement-breakpoint
CREATE INDEX `merges_into` ON `merges` (`into_id`);--> statement-breakpoint
CREATE TABLE `record_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`version` integer NOT NULL,
	`snapshot` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `record_versions_version` ON `record_versions` (`subject`,`version`);--> statement-breakpoint
ALTER TABLE `entities` ADD `merged_into` text REFERENCES entities(id);--> statement-breakpoint
ALTER TABLE `entities` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `entities_merged` ON `entities` (`merged_into`);--> statement-breakpoint
ALTER TABLE `name_forms` ADD `first_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `name_forms` ADD `fold_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `name_forms` ADD `note` text;--> statement-breakpoint
CREATE INDEX `name_forms_first_key` ON `name_forms` (`first_key`);--> statement-breakpoint
ALTER TABLE `schemes` ADD `scholars` text;--> statement-breakpoint
ALTER TABLE `stages` ADD `to_calendar` text;--> statement-breakpoint
ALTER TABLE `stages` ADD `retired_at` integer;--> statement-breakpoint
ALTER TABLE `issues` ADD `other_dates` text;--> statement-breakpoint
ALTER TABLE `pages` ADD `suggested_revision_id` text;--> statement-breakpoint
ALTER TABLE `pages` ADD `suggested_rules` integer;--> statement-breakpoint
CREATE INDEX `pages_counts` ON `pages` (`issue_id`,`layer`);--> statement-breakpoint
ALTER TABLE `tags` ADD `rule` text;--> statement-breakpoint
ALTER TABLE `tags` ADD `confidence` real;--> statement-breakpoint
ALTER TABLE `tags` ADD `alternatives` text;--> statement-breakpoint
ALTER TABLE `tags` ADD `placed_by` text REFERENCES users(id);--> statement-breakpoint
CREATE INDEX `tags_rule` ON `tags` (`rule`,`state`);