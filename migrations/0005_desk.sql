CREATE TABLE `reservations` (
	`page_id` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`until` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`page_id`, `user_id`),
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reservations_user` ON `reservations` (`user_id`);--> statement-breakpoint
CREATE INDEX `reservations_until` ON `reservations` (`until`);--> statement-breakpoint
CREATE TABLE `second_reviews` (
	`revision_id` text PRIMARY KEY NOT NULL,
	`asked_at` integer NOT NULL,
	`reviewer_id` text,
	`verdict` text,
	`note` text,
	`at` integer,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `second_reviews_verdict` ON `second_reviews` (`verdict`,`asked_at`);--> statement-breakpoint
CREATE TABLE `thanks` (
	`revision_id` text NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`revision_id`, `user_id`),
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
