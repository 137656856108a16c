CREATE TABLE `name_words` (
	`form_id` text NOT NULL,
	`position` integer NOT NULL,
	`rest` text NOT NULL,
	`reversed` text NOT NULL,
	PRIMARY KEY(`form_id`, `position`),
	FOREIGN KEY (`form_id`) REFERENCES `name_forms`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `name_words_rest` ON `name_words` (`rest`);--> statement-breakpoint
CREATE INDEX `name_words_reversed` ON `name_words` (`reversed`);--> statement-breakpoint
-- Names of before have no words yet: their keys are made again.
UPDATE `name_forms` SET `fold_version` = 0;
