CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `accounts_user` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`prefix` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE INDEX `api_keys_user` ON `api_keys` (`user_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`role` text DEFAULT 'volunteer' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`entity_id` text NOT NULL,
	`property` text NOT NULL,
	`date` text,
	`earliest` text,
	`latest` text,
	`value` text,
	`source` text NOT NULL,
	`note` text,
	FOREIGN KEY (`entity_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `claims_entity` ON `claims` (`entity_id`);--> statement-breakpoint
CREATE INDEX `claims_earliest` ON `claims` (`earliest`);--> statement-breakpoint
CREATE TABLE `entities` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`note` text,
	`doubt` text,
	`dates` text,
	`authority_ids` text,
	`citations` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entities_slug_unique` ON `entities` (`slug`);--> statement-breakpoint
CREATE INDEX `entities_kind` ON `entities` (`kind`,`id`);--> statement-breakpoint
CREATE TABLE `name_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`entity_id` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`key` text NOT NULL,
	`language` text NOT NULL,
	`kind` text NOT NULL,
	`source` text,
	FOREIGN KEY (`entity_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `name_forms_entity` ON `name_forms` (`entity_id`,`position`);--> statement-breakpoint
CREATE INDEX `name_forms_key` ON `name_forms` (`key`);--> statement-breakpoint
CREATE TABLE `relations` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_id` text NOT NULL,
	`predicate` text NOT NULL,
	`object_id` text NOT NULL,
	`from_edtf` text,
	`to_edtf` text,
	`source` text,
	FOREIGN KEY (`subject_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`object_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `relations_subject` ON `relations` (`subject_id`);--> statement-breakpoint
CREATE INDEX `relations_object` ON `relations` (`object_id`);--> statement-breakpoint
CREATE TABLE `schemes` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text,
	`title` text NOT NULL,
	`attribution` text NOT NULL,
	`year` text,
	`citations` text,
	`note` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `schemes_slug_unique` ON `schemes` (`slug`);--> statement-breakpoint
CREATE TABLE `stages` (
	`id` text PRIMARY KEY NOT NULL,
	`scheme_id` text NOT NULL,
	`key` text NOT NULL,
	`parent_id` text,
	`position` integer NOT NULL,
	`label` text NOT NULL,
	`characterisation` text,
	`calendar` text NOT NULL,
	`from_edtf` text,
	`to_edtf` text,
	`earliest` text,
	`latest` text,
	`printed` text,
	`citations` text,
	`note` text,
	FOREIGN KEY (`scheme_id`) REFERENCES `schemes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `stages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stages_key` ON `stages` (`scheme_id`,`key`);--> statement-breakpoint
CREATE TABLE `issues` (
	`id` text PRIMARY KEY NOT NULL,
	`publication_id` text NOT NULL,
	`number` text NOT NULL,
	`date` text NOT NULL,
	`earliest` text,
	`latest` text,
	`language` text NOT NULL,
	`script` text,
	`orthography` text,
	`rights` text,
	`provenance` text,
	`note` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`publication_id`) REFERENCES `publications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `issues_publication` ON `issues` (`publication_id`,`earliest`);--> statement-breakpoint
CREATE INDEX `issues_earliest` ON `issues` (`earliest`,`id`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`page_id` text NOT NULL,
	`state` text NOT NULL,
	`progress` real DEFAULT 0 NOT NULL,
	`step` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`parameters` text NOT NULL,
	`error` text,
	`lease_until` integer,
	`ocr_run_id` text,
	`requested_by` text,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer,
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ocr_run_id`) REFERENCES `ocr_runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `jobs_page` ON `jobs` (`page_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `jobs_unfinished` ON `jobs` (`state`) WHERE state in ('queued', 'running');--> statement-breakpoint
CREATE TABLE `ocr_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`page_id` text NOT NULL,
	`job_id` text NOT NULL,
	`engine` text NOT NULL,
	`engine_version` text NOT NULL,
	`models` text NOT NULL,
	`parameters` text NOT NULL,
	`state` text NOT NULL,
	`mean_confidence` real,
	`line_count` integer NOT NULL,
	`warnings` text NOT NULL,
	`error` text,
	`started_at` integer NOT NULL,
	`finished_at` integer NOT NULL,
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ocr_runs_page` ON `ocr_runs` (`page_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `pages` (
	`id` text PRIMARY KEY NOT NULL,
	`issue_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`label` text,
	`scan_sha256` text NOT NULL,
	`scan_bytes` integer NOT NULL,
	`scan_type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`view_type` text,
	`has_thumbnail` integer DEFAULT false NOT NULL,
	`status` text NOT NULL,
	`layer` text DEFAULT 'none' NOT NULL,
	`current_revision_id` text,
	`accepted_revision_id` text,
	`ocr_run_id` text,
	`uploaded_by` text,
	`submitted_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`issue_id`) REFERENCES `issues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`current_revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accepted_revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ocr_run_id`) REFERENCES `ocr_runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`uploaded_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_sequence` ON `pages` (`issue_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `pages_status` ON `pages` (`status`,`submitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `pages_layer` ON `pages` (`layer`);--> statement-breakpoint
CREATE INDEX `pages_scan` ON `pages` (`scan_sha256`);--> statement-breakpoint
CREATE TABLE `publications` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text,
	`title` text NOT NULL,
	`languages` text NOT NULL,
	`orthographies` text,
	`place` text,
	`editors` text,
	`run` text,
	`rights` text,
	`note` text,
	`authority_ids` text,
	`citations` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publications_slug_unique` ON `publications` (`slug`);--> statement-breakpoint
CREATE TABLE `actions` (
	`id` text PRIMARY KEY NOT NULL,
	`action` text NOT NULL,
	`actor_id` text,
	`subject` text NOT NULL,
	`detail` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `actions_at` ON `actions` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `actions_subject` ON `actions` (`subject`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`user_id` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`status` integer NOT NULL,
	`headers` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_created` ON `idempotency` (`created_at`);--> statement-breakpoint
CREATE TABLE `revision_reviews` (
	`revision_id` text PRIMARY KEY NOT NULL,
	`decision` text NOT NULL,
	`note` text,
	`reviewer_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`page_id` text NOT NULL,
	`number` integer NOT NULL,
	`parent_id` text,
	`origin` text NOT NULL,
	`author_id` text,
	`ocr_run_id` text,
	`lines` text NOT NULL,
	`note` text,
	`created_at` integer NOT NULL,
	`submitted_at` integer,
	`accepted_at` integer,
	`returned_at` integer,
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_number` ON `revisions` (`page_id`,`number`);--> statement-breakpoint
CREATE INDEX `revisions_author` ON `revisions` (`author_id`);--> statement-breakpoint
CREATE TABLE `search_pages` (
	`rowid` integer PRIMARY KEY NOT NULL,
	`page_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`layer` text NOT NULL,
	`fold_version` integer NOT NULL,
	`indexed_at` integer NOT NULL,
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_pages_page` ON `search_pages` (`page_id`);--> statement-breakpoint
CREATE TABLE `tags` (
	`id` text PRIMARY KEY NOT NULL,
	`page_id` text NOT NULL,
	`revision_id` text,
	`target` text NOT NULL,
	`prefix` text,
	`suffix` text,
	`entity_id` text,
	`stage_id` text,
	`state` text NOT NULL,
	`origin` text NOT NULL,
	`author_id` text,
	`reason` text,
	`decision` text,
	`review_note` text,
	`reviewer_id` text,
	`reviewed_at` integer,
	`deleted_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entity_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stage_id`) REFERENCES `stages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tags_page` ON `tags` (`page_id`);--> statement-breakpoint
CREATE INDEX `tags_state` ON `tags` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `tags_entity` ON `tags` (`entity_id`,`state`);--> statement-breakpoint
CREATE INDEX `tags_stage` ON `tags` (`stage_id`,`state`);