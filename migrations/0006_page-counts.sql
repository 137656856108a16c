CREATE TABLE `page_counts` (
	`layer` text PRIMARY KEY NOT NULL,
	`pages` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `page_counts` (`layer`, `pages`) SELECT layer, count(*) FROM pages GROUP BY layer;
--> statement-breakpoint
CREATE TRIGGER `page_counts_added` AFTER INSERT ON `pages`
BEGIN
  INSERT INTO page_counts (layer, pages) VALUES (NEW.layer, 1)
    ON CONFLICT (layer) DO UPDATE SET pages = pages + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `page_counts_changed` AFTER UPDATE OF `layer` ON `pages` WHEN OLD.layer <> NEW.layer
BEGIN
  UPDATE page_counts SET pages = pages - 1 WHERE layer = OLD.layer;
  INSERT INTO page_counts (layer, pages) VALUES (NEW.layer, 1)
    ON CONFLICT (layer) DO UPDATE SET pages = pages + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `page_counts_removed` AFTER DELETE ON `pages`
BEGIN
  UPDATE page_counts SET pages = pages - 1 WHERE layer = OLD.layer;
END;
