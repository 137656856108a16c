CREATE TABLE `ocr_choices` (
	`id` text PRIMARY KEY NOT NULL,
	`page_id` text NOT NULL,
	`ocr_run_id` text NOT NULL,
	`chosen_by` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ocr_run_id`) REFERENCES `ocr_runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chosen_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ocr_choices_page` ON `ocr_choices` (`page_id`,`at`);--> statement-breakpoint
CREATE TABLE `ocr_tiles` (
	`job_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`lease_until` integer,
	`error` text,
	PRIMARY KEY(`job_id`, `number`),
	FOREIGN KEY (`job_id`) REFERENCES `jobs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `jobs` ADD `region` text;--> statement-breakpoint
ALTER TABLE `jobs` ADD `trial` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `jobs` ADD `notices` text;--> statement-breakpoint
ALTER TABLE `ocr_runs` ADD `notices` text;--> statement-breakpoint
ALTER TABLE `ocr_runs` ADD `region` text;--> statement-breakpoint
ALTER TABLE `ocr_runs` ADD `trial` integer DEFAULT false NOT NULL;