-- A body's published power list may be read in from a sheet.
ALTER TABLE "roster_import" DROP CONSTRAINT roster_import_kind;
ALTER TABLE "roster_import" ADD CONSTRAINT roster_import_kind CHECK (kind IN ('units', 'people', 'cases', 'powers'));
