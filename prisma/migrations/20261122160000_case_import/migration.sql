-- Running cases come out of a spreadsheet as units and people do.
ALTER TABLE "roster_import" DROP CONSTRAINT roster_import_kind;
ALTER TABLE "roster_import" ADD CONSTRAINT roster_import_kind CHECK (kind IN ('units', 'people', 'cases'));
